internal import Episodes
internal import Yams

/// What an element on the screen says and is; all that is given must hold.
struct ElementPattern: Sendable {
  private static let texts = [
    "text", "description", "hint", "class", "id", "says", "contains", "matches", "similar", "digits",
  ]

  private let conditions: [(key: String, template: Template)]
  private let isChecked: Bool?
  private let isFocused: Bool?
  /// How many such elements there are at least.
  let count: Int

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    guard node.isMapping else {
      conditions = [("says", try node.template("an element", in: scope))]
      (isChecked, isFocused, count) = (nil, nil, 1)
      return
    }
    let fields = try Fields(node, of: "an element", known: Self.texts + ["checked", "focused", "count"])
    var conditions: [(String, Template)] = []
    for key in fields.keys where Self.texts.contains(key) {
      let node = try fields.required(key)
      let template = try node.template(key, in: scope)
      if key == "matches", template.isFixed { try TextPattern.require(template.source, at: node) }
      conditions.append((key, template))
    }
    self.conditions = conditions
    isChecked = fields["checked"] == nil ? nil : try fields.truth("checked")
    isFocused = fields["focused"] == nil ? nil : try fields.truth("focused")
    count = try fields.step("count")
    guard !conditions.isEmpty || isChecked != nil || isFocused != nil else {
      throw TaskProblem("an element needs one of \(Self.texts.joined(separator: ", "))", line: fields.line)
    }
  }

  /// Whether an element is one.
  func matches(_ element: UIElement, _ bindings: Bindings) -> Bool {
    if let isChecked, element.isChecked != isChecked { return false }
    if let isFocused, element.isFocused != isFocused { return false }
    let (text, description) = (element.text ?? "", element.contentDescription ?? "")
    return conditions.allSatisfy { key, template in
      let wanted = template.filled(with: bindings)
      switch key {
      case "text": return text == wanted
      case "description": return description == wanted
      case "hint": return element.hint == wanted
      case "class":
        let name = element.className ?? ""
        return name == wanted || name.hasSuffix(".\(wanted)")
      case "id":
        let id = element.resourceID ?? ""
        return id == wanted || id.hasSuffix("/\(wanted)")
      case "says": return [text, description, element.hint ?? ""].contains(wanted)
      case "contains": return text.contains(wanted) || description.contains(wanted)
      case "matches": return TextPattern.isFound(wanted, in: text) || TextPattern.isFound(wanted, in: description)
      case "similar": return Similarity.ratio(text, wanted) >= 0.9
      default: return !wanted.isEmpty && text.filter { $0.isASCII && $0.isNumber } == wanted.filter(\.isNumber)
      }
    }
  }

  /// In words, for people.
  func words(_ bindings: Bindings) -> String {
    var parts = conditions.map { "\($0.key) \($0.template.filled(with: bindings).debugDescription)" }
    if let isChecked { parts.append(isChecked ? "checked" : "not checked") }
    if let isFocused { parts.append(isFocused ? "focused" : "not focused") }
    let words = "an element with \(parts.joined(separator: ", "))"
    return count == 1 ? words : "\(count) times \(words)"
  }
}
