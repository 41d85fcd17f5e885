// What a script is, once parsed. Words keep their quoting, since what is quoted is neither split nor matched.

/// A command, simple or compound.
indirect enum ShellNode: Sendable, Equatable {
  case simple(SimpleCommand)
  case pipeline([ShellNode], negated: Bool)
  case and(ShellNode, ShellNode)
  case or(ShellNode, ShellNode)
  case list([ShellNode])
  case subshell(ShellNode)
  case conditional([Branch], otherwise: ShellNode?)
  case loop(condition: ShellNode, body: ShellNode, until: Bool)
  case forEach(String, [ShellWord]?, body: ShellNode)
  case redirected(ShellNode, [Redirection])

  /// `if condition; then body`.
  struct Branch: Sendable, Equatable {
    var condition: ShellNode
    var body: ShellNode
  }
}

/// `A=1 name argument >file`.
struct SimpleCommand: Sendable, Equatable {
  struct Assignment: Sendable, Equatable {
    var name: String
    var value: ShellWord
  }
  var assignments: [Assignment] = []
  var words: [ShellWord] = []
  var redirections: [Redirection] = []
}

/// `2>file`, `<file`, `2>&1`.
struct Redirection: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case read
    case write
    case append
    case duplicate
    /// A here-document, by its number in the script.
    case document(Int)
  }
  var descriptor: Int
  var kind: Kind
  var target: ShellWord
}

/// A word, in the parts it is expanded by.
struct ShellWord: Sendable, Equatable {
  var parts: [ShellWordPart] = []
}

indirect enum ShellWordPart: Sendable, Equatable {
  case literal(String, isQuoted: Bool)
  case home
  case parameter(ShellParameter, isQuoted: Bool)
  case substitution(ShellScript, isQuoted: Bool)
  case arithmetic(ShellWord, isQuoted: Bool)
}

/// `$NAME`, `${NAME:-word}`, `${#NAME}`.
struct ShellParameter: Sendable, Equatable {
  enum Operation: Sendable, Equatable {
    case plain
    case count
    /// `-`, `=`, `+` or `?`, with or without the colon.
    case fallback(UInt8, evenIfEmpty: Bool)
    /// `#` or `%`, as long as possible if doubled.
    case strip(fromEnd: Bool, longest: Bool)
  }
  var name: String
  var operation = Operation.plain
  var word = ShellWord()
}

/// A parsed script with its here-documents.
struct ShellScript: Sendable, Equatable {
  var body = ShellNode.list([])
  var documents: [ShellWord] = []
}

/// Why a script can't be parsed.
enum ShellSyntaxError: Error, Equatable, CustomStringConvertible {
  /// It goes on on the next line.
  case incomplete(String)
  case unexpected(String)
  case tooDeep

  var description: String {
    switch self {
    case .incomplete(let what): "syntax error: unexpected end of file (\(what))"
    case .unexpected(let what): "syntax error: unexpected '\(what)'"
    case .tooDeep: "syntax error: nested too deeply"
    }
  }
}
