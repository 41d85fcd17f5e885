import Devices
import Foundation
import Tasks
import TestSupport
import Testing

@Suite("The shipped tasks on a virtual phone") struct ShippedTaskTests {
  static let names: [String] = {
    let folder = Shared.repository.appendingPathComponent("tasks").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  /// The settings and radios that set-ups change.
  private static let states = ["system", "secure", "global"].map { "settings list \($0)" }.joined(separator: "; ")

  @Test("are set up, aren't done by doing nothing, and are torn down", arguments: names)
  func nothing(name: String) async throws {
    let library = Shared.repository.appendingPathComponent("tasks").path
    let text = try String(contentsOfFile: "\(library)/\(name).yaml", encoding: .utf8)
    let task = try TaskDefinition(yaml: text, name: name, file: "\(name).yaml", pages: library + "/pages")
    for seed in 0..<1 as Range<UInt64> {
      let device = Sample.device()
      let before = try await device.shell(Self.states).text
      let run = try await TaskRun(task, seed: seed, on: device)
      #expect(!run.needsPermission)
      try await run.setUp(allowsChanges: false)
      let score = try await run.score(answer: nil)
      // A task that verifies may be about seeing that there is nothing to do.
      #expect(score < 1 || task.tags.contains("verification"), "\(run.task.goal)")
      try await run.tearDown()
      // Settings tasks change nothing else.
      if name.hasPrefix("System") || name.hasPrefix("Settings") {
        #expect(try await device.shell(Self.states).text == before)
      }
    }
  }
}
