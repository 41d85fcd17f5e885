internal import Yams

/// `count: notes`: how many elements a list has.
struct CountGenerator: ParameterGenerator {
  let kind = ValueKind.number
  private let list: ListArgument

  init(_ node: Node, in scope: Scope) throws(TaskProblem) { list = try ListArgument(node, in: scope) }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .number(list.values(in: choosing.bindings).count)
  }
}
