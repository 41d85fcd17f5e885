internal import Dispatch

/// Runs a device's work on a queue of its own: it waits for sockets, which must not hold up the shared pool.
final class DeviceExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "infir.device", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
