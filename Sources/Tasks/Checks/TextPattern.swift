internal import Foundation
internal import Yams

/// Regular expressions; `^` and `$` are the ends of lines.
enum TextPattern {
  /// Throws where a pattern can't be read.
  static func require(_ pattern: String, at node: Node) throws(TaskProblem) {
    if expression(pattern) == nil {
      throw TaskProblem("\(pattern) is no regular expression; put a \\ before letters such as ( and [", at: node)
    }
  }

  /// Whether a pattern is found in a text.
  static func isFound(_ pattern: String, in text: String) -> Bool {
    let range = NSRange(text.startIndex..., in: text)
    return expression(pattern)?.firstMatch(in: text, range: range) != nil
  }

  private static func expression(_ pattern: String) -> NSRegularExpression? {
    try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
  }
}
