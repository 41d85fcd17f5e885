internal import ArgumentParser
internal import Foundation
internal import Tasks

/// Where tasks are read from.
struct TasksArguments: ParsableArguments {
  @Option(name: .customLong("tasks"), help: ArgumentHelp("The folder of tasks.", valueName: "dir"))
  var directory: String?

  /// The tasks of the folder that was named, or of the one that came with the program.
  func library() throws(TaskError) -> TaskLibrary { try Self.library(directory) }

  /// The tasks of a folder, or, without one, of the folder that came with the program.
  static func library(_ directory: String?) throws(TaskError) -> TaskLibrary {
    guard let directory = directory ?? Places().tasks else { throw .noTasks(path: "the folders above the program") }
    return try TaskLibrary(directory: directory)
  }

  /// The terminal's width, or a page's.
  var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
