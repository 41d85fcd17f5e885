/// What is wrong with a task, before it is known which file it came from.
struct TaskProblem: Error {
  /// The line, from 1, where one is to blame.
  var line: Int?
  /// What is wrong and what to write.
  var reason: String

  init(_ reason: String, line: Int? = nil) {
    self.line = line
    self.reason = reason
  }

  /// The sentence, with the line in front.
  var sentence: String { line.map { "line \($0): \(reason)" } ?? reason }

  /// The problem as seen by whoever names the file.
  func error(file: String) -> TaskError { .invalid(file: file, reason: sentence) }
}
