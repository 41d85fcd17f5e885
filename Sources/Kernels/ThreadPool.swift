internal import CKernels
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// A fixed number of threads that run loops together.
///
/// The caller is one of the threads: a pool of `n` starts `n - 1`. They spin for some microseconds after a loop, since
/// a model's next loop follows at once, and then sleep. Tasks are handed out one by one, so a thread that the system
/// holds up does less; one that wakes after all tasks are taken isn't waited for.
///
/// One loop runs at a time: a second caller waits for the first. A loop's body must not start another loop.
public final class ThreadPool: Sendable {
  /// The number of threads, the caller's included.
  public let threads: Int
  private let team: Team

  /// Starts `threads - 1` threads; less than one counts as one.
  public init(threads: Int) {
    team = Team(threads: max(threads, 1))
    self.threads = team.start()
  }

  deinit { team.stop() }

  /// Calls `body` for every task from 0 to `tasks - 1` on the pool's threads, and returns when all are done.
  ///
  /// - Parameter body: given the task, and which of the threads it is on: 0 to `threads - 1`.
  public func run(tasks: Int, _ body: @Sendable (_ task: Int, _ thread: Int) -> Void) {
    withoutActuallyEscaping(body) { team.run(tasks: tasks, $0) }
  }

  /// Room for `count` floats, which belongs to that thread until the loop ends; what is in it is left from before.
  ///
  /// Only for the body of a loop, with the thread that it was given.
  func scratch(_ thread: Int, count: Int) -> UnsafeMutablePointer<Float> { team.scratch(thread, count: count) }
}

/// What the threads share. They hold it, not the pool, so that the pool can go and tell them to end.
///
/// Sendable because `job`, `tasks`, `generation`'s changes and `isStopping` are only touched under `mutex`, a scratch
/// area only by its thread, and the rest is atomic or constant.
private final class Team: @unchecked Sendable {
  typealias Body = @Sendable (_ task: Int, _ thread: Int) -> Void

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let callers = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let jobIsThere = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let allAreDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let scratches: UnsafeMutablePointer<UnsafeMutableBufferPointer<Float>>
  private var handles: [pthread_t] = []
  private var job: Body?
  private var tasks = 0
  private var isStopping = false
  private let threads: Int
  private let generation = Atomic<Int>(0)
  private let nextTask = Atomic<Int>(0)
  private let working = Atomic<Int>(0)

  // About 20 µs of ck_pause: longer than what lies between two operators, shorter than anyone would notice.
  private static let spins = 1_000

  init(threads: Int) {
    self.threads = threads
    scratches = .allocate(capacity: threads)
    scratches.initialize(repeating: UnsafeMutableBufferPointer(start: nil, count: 0), count: threads)
    pthread_mutex_init(mutex, nil)
    pthread_mutex_init(callers, nil)
    pthread_cond_init(jobIsThere, nil)
    pthread_cond_init(allAreDone, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_mutex_destroy(callers)
    pthread_cond_destroy(jobIsThere)
    pthread_cond_destroy(allAreDone)
    mutex.deallocate()
    callers.deallocate()
    jobIsThere.deallocate()
    allAreDone.deallocate()
    for thread in 0..<threads { scratches[thread].deallocate() }
    scratches.deallocate()
  }

  /// Starts the threads and returns how many there are with the caller: the system may refuse some.
  func start() -> Int {
    for thread in 1..<threads {
      let start = Unmanaged.passRetained(Start(team: self, thread: thread))
      var handle = pthread_t()
      let failure = pthread_create(
        &handle, nil,
        { argument in
          guard let argument else { return nil }
          let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
          start.team.work(start.thread)
          return nil
        }, start.toOpaque())
      guard failure == 0 else {
        start.release()
        break
      }
      handles.append(handle)
    }
    return handles.count + 1
  }

  func stop() {
    pthread_mutex_lock(mutex)
    isStopping = true
    generation.wrappingAdd(1, ordering: .releasing)
    pthread_cond_broadcast(jobIsThere)
    pthread_mutex_unlock(mutex)
    for handle in handles { pthread_join(handle, nil) }
  }

  func run(tasks: Int, _ body: @escaping Body) {
    guard tasks > 0 else { return }
    pthread_mutex_lock(callers)
    defer { pthread_mutex_unlock(callers) }
    guard tasks > 1, !handles.isEmpty else {
      for task in 0..<tasks { body(task, 0) }
      return
    }
    pthread_mutex_lock(mutex)
    job = body
    self.tasks = tasks
    nextTask.store(0, ordering: .relaxed)
    generation.wrappingAdd(1, ordering: .releasing)
    pthread_cond_broadcast(jobIsThere)
    pthread_mutex_unlock(mutex)

    take(tasks, body, 0)

    // From here on nobody may join; those who did are waited for.
    pthread_mutex_lock(mutex)
    job = nil
    pthread_mutex_unlock(mutex)
    for _ in 0..<Team.spins {
      if working.load(ordering: .acquiring) == 0 { return }
      ck_pause()
    }
    pthread_mutex_lock(mutex)
    while working.load(ordering: .acquiring) > 0 { pthread_cond_wait(allAreDone, mutex) }
    pthread_mutex_unlock(mutex)
  }

  private func take(_ tasks: Int, _ body: Body, _ thread: Int) {
    while true {
      let task = nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
      guard task < tasks else { return }
      body(task, thread)
    }
  }

  private func work(_ thread: Int) {
    var seen = 0
    while let hasWorked = waitAndTake(thread, &seen) {
      guard hasWorked else { continue }
      pthread_mutex_lock(mutex)
      if working.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
        pthread_cond_signal(allAreDone)
      }
      pthread_mutex_unlock(mutex)
    }
  }

  /// Waits for a loop after the one `seen`, and takes part in it if it isn't over; nil when the pool goes.
  ///
  /// A function of its own, so that its reference to the loop's body is gone when the thread says that it is done:
  /// the body doesn't outlive the caller's `run`.
  @inline(never)
  private func waitAndTake(_ thread: Int, _ seen: inout Int) -> Bool? {
    for _ in 0..<Team.spins {
      if generation.load(ordering: .acquiring) != seen { break }
      ck_pause()
    }
    pthread_mutex_lock(mutex)
    while generation.load(ordering: .relaxed) == seen && !isStopping { pthread_cond_wait(jobIsThere, mutex) }
    seen = generation.load(ordering: .relaxed)
    let body = job
    let tasks = self.tasks
    let isStopping = self.isStopping
    if body != nil { working.wrappingAdd(1, ordering: .relaxed) }
    pthread_mutex_unlock(mutex)
    if isStopping { return nil }
    guard let body else { return false }
    take(tasks, body, thread)
    return true
  }

  func scratch(_ thread: Int, count: Int) -> UnsafeMutablePointer<Float> {
    precondition(thread >= 0 && thread < threads, "thread \(thread) of \(threads)")
    if let base = scratches[thread].baseAddress, scratches[thread].count >= count { return base }
    scratches[thread].deallocate()
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64)
    let base = memory.bindMemory(to: Float.self, capacity: count)
    base.initialize(repeating: 0, count: count)
    scratches[thread] = UnsafeMutableBufferPointer(start: base, count: count)
    return base
  }

  private final class Start {
    let team: Team
    let thread: Int

    init(team: Team, thread: Int) {
      self.team = team
      self.thread = thread
    }
  }
}

extension ThreadPool {
  /// Calls `body` for pieces that together make 0..<count, of at least `minimum` each where there is more than one.
  ///
  /// Four pieces a thread, so that a thread which the system holds up doesn't hold up the rest.
  func run(over count: Int, minimum: Int, _ body: @Sendable (Range<Int>) -> Void) {
    let pieces = max(1, min(threads == 1 ? 1 : threads * 4, count / max(minimum, 1)))
    run(tasks: count > 0 ? pieces : 0) { piece, _ in
      body(count * piece / pieces..<count * (piece + 1) / pieces)
    }
  }
}
