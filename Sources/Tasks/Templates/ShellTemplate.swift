/// A shell command with parameters in braces, each of which stays what it is whatever letters it has.
///
/// Outside quotes a parameter becomes a quoted word, or a part of one; inside double or single quotes its letters are
/// escaped as those quotes need it. Inside backticks and here-documents nothing can be escaped with certainty: there,
/// parameters are refused when the file is read. `{name|raw}` puts in the letters as they are.
struct ShellTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case placeholder(Placeholder, ShellContext.Quoting)
  }

  /// As it is written in the file.
  let source: String
  private let pieces: [Piece]

  /// Reads a command.
  init(_ source: String, in scope: Scope) throws(TaskProblem) {
    self.source = source
    var pieces: [Piece] = []
    var context = ShellContext()
    for piece in try Template.pieces(of: source, in: scope) {
      switch piece {
      case .text(let text):
        context.read(text)
        pieces.append(.text(text))
      case .placeholder(let placeholder, let written):
        try placeholder.requireText(written)
        guard placeholder.isRaw || context.quoting != .none else {
          throw TaskProblem(
            "{\(written)} can't be quoted inside backticks or a here-document; use $(…) or a file: step, or write "
              + "{\(written)|raw}")
        }
        pieces.append(.placeholder(placeholder, placeholder.isRaw ? .none : context.quoting))
        context.readWord()
      }
    }
    guard context.isClosed else {
      throw TaskProblem("the quotes or parentheses of this command don't close: \(source)")
    }
    self.pieces = pieces
  }

  /// The command with its parameters filled in.
  func filled(with bindings: Bindings) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let placeholder, let quoting): quoting.escaped(placeholder.value(in: bindings).plain)
      }
    }.joined()
  }
}
