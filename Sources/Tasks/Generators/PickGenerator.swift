internal import Randomness
internal import Yams

/// `pick: {of: notes, count: 2}`: some elements of a list, in its order; without `count`, one.
struct PickGenerator: ParameterGenerator {
  let kind: ValueKind
  private let list: ListArgument
  private let count: Int?
  private let line: Int?

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    line = node.mark?.line
    guard node.isMapping else {
      list = try ListArgument(node, in: scope)
      kind = list.element
      count = nil
      return
    }
    let fields = try Fields(node, of: "the generator pick", known: ["of", "count"])
    list = try ListArgument(try fields.required("of"), in: scope)
    count = try fields.integer("count")
    if let count, count < 0 { throw TaskProblem("count is 0 or more, not \(count)", at: node) }
    kind = count == nil ? list.element : .list(list.element)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let values = list.values(in: choosing.bindings)
    guard values.count >= count ?? 1 else {
      throw TaskProblem("\(list.name) has \(values.count) elements, too few to pick \(count ?? 1)", line: line)
    }
    guard let count else { return choosing.random.pick(values) }
    return .list(choosing.random.shuffled(Array(values.indices)).prefix(count).sorted().map { values[$0] })
  }
}
