/// How a template wants the content of a message: as text, or as a list of parts of type `text` and `image`.
///
/// Templates of text models take text. Those of vision models mostly loop over the parts of a message's content; a text
/// would be taken apart into letters by them.
struct ContentForm: Sendable {
  private let loopsOverParts: Bool
  private let asksForText: Bool

  private static let imageMark = "<image>"

  init(of statements: [TemplateStatement]) {
    var search = Search()
    search.visit(statements)
    loopsOverParts = search.loopsOverParts
    asksForText = search.asksForText
  }

  /// The content as the template wants it.
  func value(of content: String) -> TemplateValue {
    let pieces = PythonText.split(content, Self.imageMark)
    guard loopsOverParts, !asksForText || pieces.count > 1 else { return .string(content) }
    var parts: [TemplateValue] = []
    for (index, piece) in pieces.enumerated() {
      var text = piece
      if index > 0 {
        parts.append(.dictionary(TemplateDictionary([("type", .string("image"))])))
        // Such templates break the line after an image themselves.
        if text.unicodeScalars.first == "\n" { text.unicodeScalars.removeFirst() }
      }
      if !text.isEmpty {
        parts.append(.dictionary(TemplateDictionary([("type", .string("text")), ("text", .string(text))])))
      }
    }
    return .list(parts)
  }

  private struct Search {
    var loopsOverParts = false
    var asksForText = false
    /// Names that were set to a message's content.
    var aliases: Set<String> = []

    mutating func visit(_ statements: [TemplateStatement]) {
      for statement in statements {
        switch statement {
        case .text, .breakLoop, .continueLoop: break
        case .output(let expression): visit(expression)
        case .conditional(let branches, let otherwise):
          for branch in branches {
            visit(branch.condition)
            visit(branch.body)
          }
          visit(otherwise)
        case .loop(let loop):
          if isContent(loop.iterable) { loopsOverParts = true }
          visit(loop.iterable)
          visit(loop.body)
          visit(loop.otherwise)
        case .set(let target, let expression):
          if case .names(let names) = target, names.count == 1, isContent(expression) { aliases.insert(names[0]) }
          visit(expression)
        case .capture(_, let body), .group(let body): visit(body)
        case .macro(let macro):
          // Content is often given to a macro under its own name.
          for parameter in macro.parameters where parameter.name == "content" { aliases.insert(parameter.name) }
          visit(macro.body)
        }
      }
    }

    private mutating func visit(_ expression: TemplateExpression) {
      if case .test(let base, "string", _, _) = expression.kind, isContent(base) { asksForText = true }
      for child in expression.children { visit(child) }
    }

    private func isContent(_ expression: TemplateExpression) -> Bool {
      switch expression.kind {
      case .name(let name): return aliases.contains(name)
      case .attribute(_, "content"): return true
      case .item(_, let key):
        if case .literal(.string("content")) = key.kind { return true }
        return false
      case .filter(let base, _, _): return isContent(base)
      default: return false
      }
    }
  }
}
