import Devices
import Foundation
import Tasks
import Testing
import VirtualPhone

@testable import Oracle

/// Every task in `tasks/`, on virtual phones of several seeds: it can be done within its budget, and its check tells what
/// was done from what wasn't.
///
/// 1 seed each, or 20 with `INFIR_SLOW_TESTS=1`; `INFIR_TASKS=Clock` runs those alone whose names begin so, and
/// `INFIR_TASK_STEPS=1` prints how many steps each took.
@Suite("Tasks are solved")
struct TaskSolvingTests {
  static let library = try? TaskLibrary(directory: TaskFolder.path)
  static let names = (library?.tasks.map(\.name) ?? []).filter { $0.hasPrefix(environment["INFIR_TASKS"] ?? "") }
  static let seeds: Range<UInt64> = 0..<(environment["INFIR_SLOW_TESTS"] == "1" ? 20 : 1)
  private static let environment = ProcessInfo.processInfo.environment

  /// A task that was set up on a phone of its own.
  private struct Setting {
    let device: VirtualDevice
    let run: TaskRun
    let task: TaskInstance
    let hands: Hands

    init(_ name: String, seed: UInt64) async throws {
      let definition = try #require(try TaskSolvingTests.library?.task(name))
      device = VirtualDevice(SharedPhone(PhoneHost(Phone(PhoneConfiguration(seed: seed)))), draws: false)
      run = try await TaskRun(definition, seed: seed, on: device)
      task = run.task
      try await run.setUp(allowsChanges: true)
      hands = try await Hands.onDevice(device)
    }
  }

  @Test func thereAreTasksAndEachHasASolver() throws {
    let library = try TaskLibrary(directory: TaskFolder.path)
    #expect(library.tasks.count >= 60)
    let unsolved = library.tasks.map(\.name).filter { !Oracle.tasks.contains($0) }
    #expect(unsolved.isEmpty)
  }

  @Test("within their budget", arguments: names)
  func solved(name: String) async throws {
    var (fewest, most) = (Int.max, 0)
    for seed in Self.seeds {
      let setting = try await Setting(name, seed: seed)
      let (run, task, hands) = (setting.run, setting.task, setting.hands)
      let context = "\(name), seed \(seed): \(task.goal)"
      do {
        try await Oracle.solve(task, with: hands)
      } catch {
        Issue.record("\(context)\n\(error)")
        continue
      }
      let score = try await run.score(answer: hands.answered)
      #expect(TaskOutcome.success(score: score, claimsDone: hands.claimsDone) == 1, "\(context)\n\(hands.words)")
      #expect(hands.steps <= task.definition.maximumSteps, "\(context)")
      (fewest, most) = (min(fewest, hands.steps), max(most, hands.steps))
      try await run.tearDown()
    }
    let task = try #require(try Self.library?.task(name))
    #expect(fewest >= task.optimalSteps, "\(name) can be done in \(fewest) steps, fewer than its file says")
    if Self.environment["INFIR_TASK_STEPS"] == "1" {
      print("steps \(name): \(fewest) to \(most) of \(task.maximumSteps), best \(task.optimalSteps)")
    }
  }

  @Test("and not by doing nothing", arguments: names)
  func doingNothingFails(name: String) async throws {
    for seed in Self.seeds {
      let setting = try await Setting(name, seed: seed)
      let score = try await setting.run.score(answer: nil)
      // What these ask for holds from the start; whoever does nothing doesn't say so.
      let isDoneFromTheStart = setting.task.definition.tags.contains("verification")
      let success = TaskOutcome.success(score: score, claimsDone: !isDoneFromTheStart)
      #expect(success < 1, "\(name), seed \(seed): \(setting.task.goal)")
    }
  }

  @Test("and not by something near", arguments: names)
  func aNearMissFails(name: String) async throws {
    for seed in Self.seeds {
      let setting = try await Setting(name, seed: seed)
      let (run, task, hands) = (setting.run, setting.task, setting.hands)
      let context = "\(name), seed \(seed): \(task.goal)"
      do {
        try await Oracle.solver(for: name).nearlySolve(task, with: hands)
      } catch {
        Issue.record("\(context)\n\(error)")
        continue
      }
      let score = try await run.score(answer: hands.answered)
      #expect(hands.claimsDone, "\(context)")
      #expect(TaskOutcome.success(score: score, claimsDone: true) < 1, "\(context)\n\(hands.words)")
    }
  }
}

/// Where the tasks are.
enum TaskFolder {
  static let path = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/tasks"
}
