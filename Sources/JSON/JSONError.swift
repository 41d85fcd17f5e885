/// Where and why a text is not JSON.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Sendable, Equatable, CustomStringConvertible {
    /// Something else should stand there, for example `a value`.
    case expected(String)
    /// The text ends where something should stand.
    case ending(expected: String)
    /// A string isn't closed.
    case openString
    /// A string holds a control character.
    case controlCharacter
    /// A string isn't UTF-8.
    case invalidUTF8
    /// A backslash before something that it can't stand before.
    case unknownEscape
    /// `\u` without its four digits.
    case incompleteEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// A number like `01`.
    case needlessZero
    /// A count beyond `Int.max`.
    case tooLarge
    /// More lists and objects in one another than the rules allow.
    case tooDeep(limit: Int)
    /// Something follows the value that should be all.
    case more

    /// What is wrong, in a few words.
    public var description: String {
      switch self {
      case .expected(let what): "\(what) is expected"
      case .ending: "it ends too early"
      case .openString: "a string has no end"
      case .controlCharacter: "a string holds a control character"
      case .invalidUTF8: "a string is not UTF-8"
      case .unknownEscape: "\\ is followed by a character that it can't stand before"
      case .incompleteEscape: "\\u is not followed by four hexadecimal digits"
      case .loneSurrogate: "a surrogate stands alone"
      case .needlessZero: "a number begins with a needless 0"
      case .tooLarge: "a number is too large"
      case .tooDeep(let limit): "it is nested deeper than \(limit) levels"
      case .more: "there is more after the value"
      }
    }
  }

  /// What is wrong.
  public var problem: Problem
  /// The byte from which on it is wrong, from 0.
  public var offset: Int

  /// An error.
  public init(_ problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// What is wrong and, where that isn't plain, what to do, for someone who can edit the text.
  public var reason: String {
    switch problem {
    case .ending, .openString: "\(problem); complete it"
    case .tooDeep: "\(problem); flatten it"
    case .more: "\(problem); leave one value"
    default: problem.description
    }
  }

  /// The end of a sentence about the text: `not JSON at byte 5: a value is expected`.
  public var description: String { "not JSON at byte \(offset): \(reason)" }
}
