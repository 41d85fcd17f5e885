import Foundation
import Tasks
import TestSupport
import Testing

@Suite("The library of tasks") struct TaskLibraryTests {
  private let sample = """
    goal: Do it.
    difficulty: easy
    optimal_steps: 1
    max_steps: 10
    success: [{answer: yes}]
    """

  @Test("says where it looked when there are no tasks") func missing() {
    #expect(throws: TaskError.noTasks(path: "/no/such/folder")) { try TaskLibrary(directory: "/no/such/folder") }
  }

  @Test("has the files of its folder by name, and knows near names") func names() throws {
    let folder = try TemporaryDirectory()
    for name in ["FilesMoveFile", "FilesDeleteFile", "ClockTimerEntry"] {
      try folder.write(Array(sample.utf8), to: "\(name).yaml")
    }
    try folder.write(Array("# Tasks".utf8), to: "README.md")
    let library = try TaskLibrary(directory: folder.path)
    #expect(library.tasks.map(\.name) == ["ClockTimerEntry", "FilesDeleteFile", "FilesMoveFile"])
    #expect(try library.task("clocktimerentry").name == "ClockTimerEntry")
    #expect(throws: TaskError.unknown(name: "FilesMoveFil", near: ["FilesMoveFile"])) {
      try library.task("FilesMoveFil")
    }
    #expect(throws: TaskError.unknown(name: "Timer", near: ["ClockTimerEntry"])) { try library.task("Timer") }
  }

  @Test("names the file that it can't read") func wrongFile() throws {
    let folder = try TemporaryDirectory()
    try folder.write(Array((sample + "\ngaol: Do it.").utf8), to: "Wrong.yaml")
    let error = #expect(throws: TaskError.self) { try TaskLibrary(directory: folder.path) }
    #expect(error?.description == "\(folder.file("Wrong.yaml")): line 6: a task has no key gaol; did you mean goal?")
  }

  @Test("gives every shipped task twenty instances that differ by seed alone") func shipped() throws {
    let tasks = try TaskLibrary(directory: Shared.repository.appendingPathComponent("tasks").path).tasks
    #expect(tasks.count >= 34)
    for task in tasks {
      for seed in 0..<20 as Range<UInt64> {
        let instance = try task.instance(seed: seed)
        #expect(try instance.values == task.instance(seed: seed).values)
        #expect(!instance.goal.isEmpty && !instance.goal.contains("{"), "\(task.name): \(instance.goal)")
        #expect(instance.checkWords.count > 0)
      }
    }
  }
}
