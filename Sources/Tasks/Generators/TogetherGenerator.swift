internal import Yams

/// `together: [wanted, noise]`: the elements of several lists, or single values, one after the other.
struct TogetherGenerator: ParameterGenerator {
  let kind: ValueKind
  private let names: [String]

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    var names: [String] = []
    var element: ValueKind?
    for item in node.items {
      let name = try item.text("a parameter's name")
      let kind = try scope.kind(name)
      let next = kind.element ?? kind
      guard let joined = element.map({ $0.joined(with: next) }) ?? next else {
        throw TaskProblem(
          "\(name) is \(kind.words), unlike those before it; its elements must have the same fields", at: item)
      }
      element = joined
      names.append(name)
    }
    guard let element else { throw TaskProblem("together takes the names of lists", at: node) }
    self.names = names
    kind = .list(element)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    var values: [TaskValue] = []
    for name in names {
      guard let value = choosing.bindings[name] else { continue }
      values += value.list ?? [value]
    }
    return .list(values)
  }
}
