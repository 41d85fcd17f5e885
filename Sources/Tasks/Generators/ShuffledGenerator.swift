internal import Randomness
internal import Yams

/// `shuffled: songs`: a list in another order.
struct ShuffledGenerator: ParameterGenerator {
  let kind: ValueKind
  private let list: ListArgument

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    list = try ListArgument(node, in: scope)
    kind = .list(list.element)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .list(choosing.random.shuffled(list.values(in: choosing.bindings)))
  }
}
