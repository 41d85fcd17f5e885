internal import Yams

/// `sorted: {of: events, by: start, descending: true}`: a list in order.
struct SortedGenerator: ParameterGenerator {
  let kind: ValueKind
  private let list: ListArgument
  private let field: String?
  private let isDescending: Bool

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator sorted", known: ["of", "by", "descending"])
    list = try ListArgument(try fields.required("of"), in: scope)
    field = try fields.text("by")
    isDescending = try fields.truth("descending")
    kind = .list(list.element)
    if let field, list.element.field(field) == nil {
      throw TaskProblem(
        "\(list.name) has no field \(field); \(NearNames.advice(field, among: list.element.fields))", at: node)
    }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let values = list.values(in: choosing.bindings)
    func key(_ index: Int) -> TaskValue { field.flatMap { values[index].field($0) } ?? values[index] }
    // Equal ones stay in their order.
    let order = values.indices.sorted { first, second in
      let (a, b) = isDescending ? (key(second), key(first)) : (key(first), key(second))
      return a.precedes(b) || (!b.precedes(a) && first < second)
    }
    return .list(order.map { values[$0] })
  }
}
