internal import Yams

/// `rest: {of: notes, without: picked}`: a list without one of its elements, or without those of another list.
struct RestGenerator: ParameterGenerator {
  let kind: ValueKind
  private let list: ListArgument
  private let without: String

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(node, of: "the generator rest", known: ["of", "without"])
    list = try ListArgument(try fields.required("of"), in: scope)
    without = try fields.required("without").text("without")
    let other = try scope.kind(without)
    guard other == list.element || other == .list(list.element) else {
      throw TaskProblem("\(without) is \(other.words), which isn't in \(list.name)", at: node)
    }
    kind = .list(list.element)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    var values = list.values(in: choosing.bindings)
    guard let other = choosing.bindings[without] else { return .list(values) }
    // Of equal elements only as many go as were named.
    for value in values.contains(other) ? [other] : other.list ?? [other] {
      if let index = values.firstIndex(of: value) { values.remove(at: index) }
    }
    return .list(values)
  }
}
