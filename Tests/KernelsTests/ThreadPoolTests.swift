import Foundation
import Kernels
import Synchronization
import Testing

@Suite struct ThreadPoolTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 1000])
  func everyTaskRunsOnceOnAThreadOfThePool(threads: Int, tasks: Int) {
    let pool = ThreadPool(threads: threads)
    #expect(pool.threads == threads)
    let counts = Mutex([Int](repeating: 0, count: tasks))
    let isStranger = Atomic<Bool>(false)
    pool.run(tasks: tasks) { task, thread in
      counts.withLock { $0[task] += 1 }
      if thread < 0 || thread >= threads { isStranger.store(true, ordering: .relaxed) }
    }
    #expect(counts.withLock { $0 } == [Int](repeating: 1, count: tasks))
    let wasStranger = isStranger.load(ordering: .relaxed)
    #expect(!wasStranger)
  }

  @Test func neverMoreTasksAtATimeThanThreads() {
    let pool = ThreadPool(threads: 3)
    let running = Atomic<Int>(0)
    let most = Mutex(0)
    pool.run(tasks: 60) { _, _ in
      let now = running.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
      most.withLock { $0 = max($0, now) }
      usleep(200)
      running.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
    #expect(most.withLock { $0 } <= 3)
  }

  @Test func severalThreadsWorkAtOnce() {
    // Each of two tasks waits for the other, so on one thread this would not end.
    let pool = ThreadPool(threads: 2)
    let arrived = Atomic<Int>(0)
    pool.run(tasks: 2) { _, _ in
      arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .sequentiallyConsistent) < 2 { sched_yield() }
    }
    let total = arrived.load(ordering: .sequentiallyConsistent)
    #expect(total == 2)
  }

  @Test func manyShortLoopsInARowAllFinish() {
    let pool = ThreadPool(threads: 4)
    let sum = Atomic<Int>(0)
    for _ in 0..<5_000 { pool.run(tasks: 5) { task, _ in sum.wrappingAdd(task, ordering: .relaxed) } }
    let total = sum.load(ordering: .relaxed)
    #expect(total == 50_000)
  }

  @Test func threadsThatWentToSleepWakeUp() {
    let pool = ThreadPool(threads: 2)
    let sum = Atomic<Int>(0)
    for _ in 0..<5 {
      usleep(5_000)
      pool.run(tasks: 10) { task, _ in sum.wrappingAdd(task, ordering: .relaxed) }
    }
    let total = sum.load(ordering: .relaxed)
    #expect(total == 225)
  }

  @Test func callersTakeTurns() async {
    let pool = ThreadPool(threads: 2)
    let sums = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let sum = Atomic<Int>(0)
          for _ in 0..<200 { pool.run(tasks: 3) { task, _ in sum.wrappingAdd(task, ordering: .relaxed) } }
          return sum.load(ordering: .relaxed)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == [600, 600, 600, 600])
  }

  @Test func lessThanOneThreadIsOne() {
    #expect(ThreadPool(threads: 0).threads == 1)
    #expect(ThreadPool(threads: -3).threads == 1)
  }
}
