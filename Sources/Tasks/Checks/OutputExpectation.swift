internal import Yams

/// What a command's output, or a file's content, is compared with; all of it must hold.
struct OutputExpectation: Sendable {
  private enum Condition: Sendable {
    case equals(Template)
    case differs(Template)
    case contains([Template])
    case lacks([Template])
    case matches([Template])
    case similar(Template)
    case number(Template)
    case atLeast(Template)
    case atMost(Template)
    case lines([Template], inOrder: Bool)
    case hasLines([Template])
    case lacksLines([Template])
    case newLines(since: String, count: Int)
  }

  /// The keys that say what is expected.
  static let keys = [
    "equals", "differs", "contains", "lacks", "matches", "similar", "number", "at_least", "at_most", "lines",
    "lines_in_order", "has_lines", "lacks_lines", "new_lines",
  ]

  private var conditions: [(key: String, condition: Condition)] = []

  init(_ fields: Fields, in scope: Scope) throws(TaskProblem) {
    for key in fields.keys where Self.keys.contains(key) {
      let node = try fields.required(key)
      conditions.append((key, try Self.condition(key, node, scope)))
    }
  }

  /// Whether nothing is expected.
  var isEmpty: Bool { conditions.isEmpty }

  private static func condition(_ key: String, _ node: Node, _ scope: Scope) throws(TaskProblem) -> Condition {
    if key == "new_lines" {
      let fields = try Fields(node, of: "new_lines", known: ["since", "count"])
      let name = try fields.required("since").text("since")
      guard try scope.kind(name) == .text else { throw TaskProblem("since names what was remembered", at: node) }
      return .newLines(since: name, count: try fields.required("count").integer("count"))
    }
    var templates: [Template] = []
    for item in node.items { templates.append(try item.template(key, in: scope)) }
    switch key {
    case "contains": return .contains(templates)
    case "lacks": return .lacks(templates)
    case "matches":
      for template in templates where template.isFixed { try TextPattern.require(template.source, at: node) }
      return .matches(templates)
    case "lines": return .lines(templates, inOrder: false)
    case "lines_in_order": return .lines(templates, inOrder: true)
    case "has_lines": return .hasLines(templates)
    case "lacks_lines": return .lacksLines(templates)
    default: break
    }
    let template = try node.template(key, in: scope)
    switch key {
    case "equals": return .equals(template)
    case "differs": return .differs(template)
    case "similar": return .similar(template)
    default: break
    }
    guard !template.isFixed || Double(template.source) != nil else {
      throw TaskProblem("\(key) is a number, not \(template.source)", at: node)
    }
    switch key {
    case "number": return .number(template)
    case "at_least": return .atLeast(template)
    default: return .atMost(template)
    }
  }

  /// Whether a text is as expected.
  func holds(for output: String, _ bindings: Bindings) -> Bool {
    let text = Self.trimmed(output)
    return conditions.allSatisfy { Self.holds($0.condition, text, bindings) }
  }

  /// What is expected, in words, for people.
  func words(_ bindings: Bindings) -> String {
    conditions.map { key, condition in
      let name = key.replacing("_", with: " ")
      switch condition {
      case .equals(let one), .differs(let one), .similar(let one), .number(let one), .atLeast(let one),
        .atMost(let one):
        return "\(name) \(Self.trimmed(one.filled(with: bindings)).debugDescription)"
      case .contains(let some), .lacks(let some), .matches(let some), .lines(let some, _), .hasLines(let some),
        .lacksLines(let some):
        let texts = some.flatMap { $0.texts(with: bindings) }
        return "\(name) \(texts.map(\.debugDescription).joined(separator: ", "))"
      case .newLines(let since, let count): return "has \(count) new lines since \(since)"
      }
    }.joined(separator: "; ")
  }

  private static func holds(_ condition: Condition, _ text: String, _ bindings: Bindings) -> Bool {
    func texts(_ templates: [Template]) -> [String] { templates.flatMap { $0.texts(with: bindings) } }
    func lines(_ templates: [Template]) -> [String] { texts(templates).flatMap(Self.lines) }
    func number(_ template: Template) -> Double? { Double(template.filled(with: bindings)) }
    switch condition {
    case .equals(let template): return text == trimmed(template.filled(with: bindings))
    case .differs(let template): return text != trimmed(template.filled(with: bindings))
    case .contains(let parts): return texts(parts).allSatisfy { $0.isEmpty || text.contains($0) }
    case .lacks(let parts): return texts(parts).allSatisfy { !text.contains($0) }
    case .matches(let patterns): return texts(patterns).allSatisfy { TextPattern.isFound($0, in: text) }
    case .similar(let template): return Similarity.ratio(text, trimmed(template.filled(with: bindings))) >= 0.9
    case .number(let template):
      guard let found = Double(text), let wanted = number(template) else { return false }
      return abs(found - wanted) < 1e-6
    case .atLeast(let template):
      guard let found = Double(text), let wanted = number(template) else { return false }
      return found >= wanted
    case .atMost(let template):
      guard let found = Double(text), let wanted = number(template) else { return false }
      return found <= wanted
    case .lines(let wanted, let inOrder):
      let (found, wanted) = (Self.lines(text), lines(wanted))
      return inOrder ? found == wanted : found.sorted() == wanted.sorted()
    case .hasLines(let wanted): return lines(wanted).allSatisfy(Self.lines(text).contains)
    case .lacksLines(let unwanted): return lines(unwanted).allSatisfy { !Self.lines(text).contains($0) }
    case .newLines(let since, let count):
      var old = Self.lines(bindings[since]?.text ?? "")
      let new = Self.lines(text).filter { line in
        guard let index = old.firstIndex(of: line) else { return true }
        old.remove(at: index)
        return false
      }
      return new.count == count
    }
  }

  /// Without what stands at the end of texts by accident, and with one kind of line end.
  static func trimmed(_ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n")
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// The lines that say something, without space around them.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimming(while: \.isWhitespace) }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// Without such letters at both ends.
  func trimming(while isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isTrimmed(first) { rest = rest.dropFirst() }
    while let last = rest.last, isTrimmed(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
