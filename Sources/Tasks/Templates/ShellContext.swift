internal import Devices

/// Where in a POSIX shell command a place is: inside which quotes.
struct ShellContext {
  /// How a text is put down at a place, so that it stays one text.
  enum Quoting: Sendable {
    /// As a quoted word.
    case word
    /// Inside double quotes.
    case double
    /// Inside single quotes.
    case single
    /// As it is: nothing is safe there.
    case none

    /// The text as it is put down.
    func escaped(_ text: String) -> String {
      switch self {
      case .word: ShellWord.quoted(text)
      case .double: text.map { "\\\"$`".contains($0) ? "\\\($0)" : "\($0)" }.joined()
      case .single: ShellWord.insideSingleQuotes(text)
      case .none: text
      }
    }
  }

  private enum Level { case plain, double, single, substitution, parenthesis, backtick, braces, comment }

  private var levels: [Level] = [.plain]
  private var isEscaped = false
  private var hasHereDocument = false
  private var before: Character = " "

  /// How a text is put down here.
  var quoting: Quoting {
    if hasHereDocument || isEscaped || levels.contains(.backtick) || levels.contains(.comment) { return .none }
    switch levels.last {
    case .double: return .double
    case .single: return .single
    case .braces: return .none
    default: return .word
    }
  }

  /// Whether all that was opened has been closed.
  var isClosed: Bool { !isEscaped && levels.allSatisfy { $0 == .plain || $0 == .comment } }

  /// Goes over a part of the command.
  mutating func read(_ text: String) { for letter in text { read(letter) } }

  /// Goes over a parameter that was put in.
  mutating func readWord() { before = "x" }

  private mutating func read(_ letter: Character) {
    defer { before = letter }
    let level = levels.last ?? .plain
    if isEscaped {
      isEscaped = false
      return
    }
    switch level {
    case .single:
      if letter == "'" { levels.removeLast() }
      return
    case .comment:
      if letter == "\n" { levels.removeLast() }
      return
    default: break
    }
    switch letter {
    case "\\": isEscaped = true
    case "\"":
      if level == .double { levels.removeLast() } else { levels.append(.double) }
    case "`":
      if level == .backtick { levels.removeLast() } else { levels.append(.backtick) }
    case "(" where before == "$": levels.append(.substitution)
    case "{" where before == "$": levels.append(.braces)
    case "}" where level == .braces: levels.removeLast()
    case _ where level == .double: break
    case "'": levels.append(.single)
    case "(": levels.append(.parenthesis)
    case ")" where level == .substitution || level == .parenthesis: levels.removeLast()
    case "#" where before.isWhitespace || before == ";": levels.append(.comment)
    case "<" where before == "<": hasHereDocument = true
    default: break
    }
  }
}
