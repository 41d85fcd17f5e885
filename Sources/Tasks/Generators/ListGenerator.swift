internal import Yams

/// `list: {count: 3, of: …}`: several values, no two of which are alike.
struct ListGenerator: ParameterGenerator {
  let kind: ValueKind
  private let element: any ParameterGenerator
  private let count: ClosedRange<Int>
  private let distinct: String?
  private let isDistinct: Bool
  private let unlike: [String]
  private let line: Int?

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator list", known: ["count", "of", "distinct", "unlike"])
    line = fields.line
    element = try Generators.read(try fields.required("of"), in: scope)
    kind = .list(element.kind)
    let number = try fields.required("count")
    if number.isMapping {
      count = try Fields(number, of: "count", known: ["from", "to"]).range()
    } else {
      let exact = try number.integer("count")
      count = exact...exact
    }
    guard count.lowerBound >= 0, count.upperBound <= 1000 else {
      throw TaskProblem("count is from 0 to 1000", at: number)
    }
    let written = try fields.text("distinct") ?? "true"
    isDistinct = written != "false"
    distinct = written == "true" || written == "false" ? nil : written
    if let distinct, element.kind.field(distinct) == nil {
      throw TaskProblem("distinct is true, false or a field, and there is no field \(distinct)", at: node)
    }
    var unlike: [String] = []
    for item in fields.items("unlike") {
      let name = try item.text("unlike")
      _ = try scope.kind(name)
      unlike.append(name)
    }
    self.unlike = unlike
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let wanted = choosing.random.number(in: count)
    var taken: [TaskValue] = []
    for name in unlike {
      let value = choosing.bindings[name] ?? .list([])
      taken += (value.list ?? [value]).map(key)
    }
    var values: [TaskValue] = []
    // A thousand tries find the last of twenty values all but surely.
    var tries = 1000 + wanted
    while values.count < wanted {
      tries -= 1
      guard tries > 0 else {
        throw TaskProblem(
          "there aren't \(wanted) different values for this list; allow equal ones or fewer", line: line)
      }
      let value = try element.value(with: &choosing)
      let key = key(value)
      if isDistinct || !unlike.isEmpty {
        if taken.contains(key) { continue }
        if isDistinct { taken.append(key) }
      }
      values.append(value)
    }
    return .list(values)
  }

  private func key(_ value: TaskValue) -> TaskValue { distinct.flatMap { value.field($0) } ?? value }
}
