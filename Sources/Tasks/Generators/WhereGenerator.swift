internal import Yams

/// `where: {of: events, field: day, equals: "{day}"}`: the elements of a list whose field is so.
struct WhereGenerator: ParameterGenerator {
  private enum Condition: Sendable {
    case equals(ValueOrText)
    case contains(Template)
    case between(ValueOrText?, ValueOrText?)
  }

  /// What a field is compared with: a number, a date, or a text.
  private enum ValueOrText: Sendable {
    case value(Placeholder)
    case number(Int)
    case text(Template)

    func value(in bindings: Bindings) -> TaskValue {
      switch self {
      case .value(let placeholder): placeholder.value(in: bindings)
      case .number(let number): .number(number)
      case .text(let template): .text(template.filled(with: bindings))
      }
    }
  }

  let kind: ValueKind
  private let list: ListArgument
  private let field: String?
  private let condition: Condition
  private let isNegated: Bool

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(
      node, of: "the generator where", known: ["of", "field", "equals", "contains", "from", "to", "not"])
    list = try ListArgument(try fields.required("of"), in: scope)
    kind = .list(list.element)
    field = try fields.text("field")
    isNegated = try fields.truth("not")
    var tested = list.element
    if let field {
      guard let kind = tested.field(field) else {
        throw TaskProblem(
          "\(list.name) has no field \(field); \(NearNames.advice(field, among: tested.fields))", at: node)
      }
      tested = kind
    }
    let kind = tested
    func operand(_ node: Node) throws(TaskProblem) -> ValueOrText {
      if let number = node.plainInteger, kind == .number { return .number(number) }
      let text = try node.text("a comparison")
      let pieces = try Template.pieces(of: text, in: scope)
      if pieces.count == 1, case .placeholder(let placeholder, _) = pieces[0], placeholder.kind == kind {
        return .value(placeholder)
      }
      guard kind == .text else { throw TaskProblem("\(text) isn't \(kind.words), which the field is", at: node) }
      return .text(try Template(text, in: scope))
    }
    if let node = fields["equals"] {
      condition = .equals(try operand(node))
    } else if let node = fields["contains"] {
      guard kind == .text else { throw TaskProblem("contains is for texts, not for \(kind.words)", at: node) }
      condition = .contains(try Template(node.text("contains"), in: scope))
    } else if fields["from"] != nil || fields["to"] != nil {
      guard kind == .number || kind == .time else {
        throw TaskProblem("from and to are for numbers and dates, not for \(kind.words)", at: node)
      }
      var bounds: [ValueOrText?] = []
      for key in ["from", "to"] {
        bounds.append(try fields[key].map { (node) throws(TaskProblem) in try operand(node) })
      }
      condition = .between(bounds[0], bounds[1])
    } else {
      throw TaskProblem("where needs equals, contains, or from and to", at: node)
    }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let bindings = choosing.bindings
    return .list(
      list.values(in: bindings).filter { element in
        holds(field.flatMap { element.field($0) } ?? element, bindings) != isNegated
      })
  }

  private func holds(_ value: TaskValue, _ bindings: Bindings) -> Bool {
    switch condition {
    case .equals(let other): return value == other.value(in: bindings)
    case .contains(let part):
      return value.plain.lowercased().contains(part.filled(with: bindings).lowercased())
    case .between(let from, let to):
      let number = value.magnitude
      return from.map { $0.value(in: bindings).magnitude <= number } ?? true
        && to.map { number <= $0.value(in: bindings).magnitude } ?? true
    }
  }
}

extension TaskValue {
  /// What it is ordered by where it is a number or a date.
  var magnitude: Int { number ?? time ?? 0 }

  /// Whether it comes before another: by number, by time, else by letters.
  func precedes(_ other: TaskValue) -> Bool {
    if case .text(let text) = self { return text < other.plain }
    return magnitude < other.magnitude
  }
}
