internal import Dispatch

/// Runs an actor's work on a queue of its own, so that seconds of arithmetic don't sit on the shared pool, which has no
/// more threads than the machine has cores.
final class EngineExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "infir.engine", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
