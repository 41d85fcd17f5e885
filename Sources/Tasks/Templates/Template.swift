/// A text with parameters in braces: `Call {name} on {day|weekday}.`
///
/// Braces around anything that doesn't look like a name stand for themselves, as in `{"a": 1}` and `\d{4}`; `{{name}}`
/// stands for `{name}`.
struct Template: Sendable {
  /// A piece of it.
  enum Piece: Sendable {
    case text(String)
    case placeholder(Placeholder, written: String)
  }

  /// As it is written in the file.
  let source: String
  /// Its pieces in order.
  let pieces: [Piece]

  /// Reads a text, whose names must be in the scope and stand for what can be written down.
  init(_ source: String, in scope: Scope) throws(TaskProblem) {
    self.source = source
    pieces = try Self.pieces(of: source, in: scope)
    for case .placeholder(let placeholder, let written) in pieces where isMixed || !(placeholder.kind.isList) {
      try placeholder.requireText(written)
    }
  }

  /// The text with its parameters filled in.
  func filled(with bindings: Bindings) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder(let placeholder, _): placeholder.value(in: bindings).plain
      }
    }.joined()
  }

  /// The texts that it stands for: several where it is nothing but a list in braces.
  func texts(with bindings: Bindings) -> [String] {
    if !isMixed, case .placeholder(let placeholder, _)? = pieces.first,
      case .list(let values) = placeholder.value(in: bindings)
    {
      return values.map(\.plain)
    }
    return [filled(with: bindings)]
  }

  /// Whether nothing in it depends on parameters.
  var isFixed: Bool { pieces.allSatisfy { if case .text = $0 { true } else { false } } }

  private var isMixed: Bool { pieces.count != 1 }

  /// Cuts a text at its placeholders.
  static func pieces(of source: String, in scope: Scope) throws(TaskProblem) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = source[...]
    while let open = rest.firstIndex(of: "{") {
      literal += rest[..<open]
      rest = rest[open...]
      if let match = rest.prefixMatch(of: /\{\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:\|[^{}]*)?)\}\}/) {
        literal += "{\(match.1)}"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: /\{([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:\|[^{}]*)?)\}/) {
        if !literal.isEmpty { pieces.append(.text(literal)) }
        literal = ""
        let written = String(match.1)
        pieces.append(.placeholder(try Placeholder(written, in: scope), written: written))
        rest = rest[match.range.upperBound...]
      } else {
        literal.append("{")
        rest = rest.dropFirst()
      }
    }
    literal += rest
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }
}

extension ValueKind {
  /// Whether it is a list.
  var isList: Bool { element != nil }
}
