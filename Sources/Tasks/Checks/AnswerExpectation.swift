internal import Yams

/// What an answer must say; all of it must hold.
///
/// Case, spaces, quotes and a full stop at the end don't count.
struct AnswerExpectation: Sendable {
  private static let keys = ["equals", "one_of", "contains", "lacks", "number", "list", "list_in_order", "similar"]

  private var conditions: [(key: String, templates: [Template])] = []

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    guard node.isMapping else {
      conditions = [("equals", [try node.template("answer", in: scope)])]
      return
    }
    let fields = try Fields(node, of: "an answer check", known: Self.keys)
    for key in fields.keys {
      var templates: [Template] = []
      for item in fields.items(key) { templates.append(try item.template(key, in: scope)) }
      guard !templates.isEmpty else { throw TaskProblem("\(key) needs a text", line: fields.line) }
      if ["equals", "number", "similar"].contains(key), templates.count > 1 {
        throw TaskProblem("\(key) takes one text; use one_of or list for several", line: fields.line)
      }
      conditions.append((key, templates))
    }
    guard !conditions.isEmpty else {
      throw TaskProblem("an answer check needs one of \(Self.keys.joined(separator: ", "))", line: fields.line)
    }
  }

  /// Whether an answer says it; none doesn't.
  func holds(for answer: String?, _ bindings: Bindings) -> Bool {
    guard let answer else { return false }
    let said = Self.normalised(answer)
    return conditions.allSatisfy { key, templates in
      let wanted = templates.flatMap { $0.texts(with: bindings) }.map(Self.normalised)
      switch key {
      case "one_of": return wanted.contains(said)
      case "contains": return wanted.allSatisfy(said.contains)
      case "lacks": return wanted.allSatisfy { !said.contains($0) }
      case "number": return Self.number(said) == wanted.first.flatMap { Double($0) } && Self.number(said) != nil
      case "list": return Self.list(answer).sorted() == wanted.sorted()
      case "list_in_order": return Self.list(answer) == wanted
      case "similar": return Similarity.ratio(said, wanted.first ?? "") >= 0.9
      default: return said == wanted.joined(separator: ", ")
      }
    }
  }

  /// What is expected, in words, for people.
  func words(_ bindings: Bindings) -> String {
    conditions.map { key, templates in
      let texts = templates.flatMap { $0.texts(with: bindings) }.map(\.debugDescription)
      return "\(key.replacing("_", with: " ")) \(texts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  static func normalised(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.trimming { "\"'“”‘’.`".contains($0) || $0.isWhitespace }
  }

  /// The one number of an answer; nil where it has none or several.
  private static func number(_ said: String) -> Double? {
    let plain = said.replacing(/(\d),(\d{3})(?!\d)/) { "\($0.1)\($0.2)" }
    let numbers = plain.matches(of: /-?\d+(?:\.\d+)?/).compactMap { Double(plain[$0.range]) }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// The parts between commas and line ends.
  private static func list(_ answer: String) -> [String] {
    answer.split { $0 == "," || $0.isNewline }.map { normalised(String($0)) }.filter { !$0.isEmpty }
  }
}
