internal import Yams

/// `record: {title: …, amount: …}`: several values under names; each sees those before it.
struct RecordGenerator: ParameterGenerator {
  let kind: ValueKind
  private let fields: [(name: String, generator: any ParameterGenerator)]

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let nodes = try Fields(node, of: "the generator record", known: [])
    var scope = scope
    var kinds: [String: ValueKind] = [:]
    var fields: [(String, any ParameterGenerator)] = []
    for name in nodes.keys {
      try TaskDefinition.requireName(name, "a field", at: node)
      let generator = try Generators.read(nodes.required(name), in: scope)
      fields.append((name, generator))
      kinds[name] = generator.kind
      scope = scope.adding([name: generator.kind])
    }
    self.fields = fields
    kind = .record(kinds)
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let outer = choosing.bindings
    defer { choosing.bindings = outer }
    var values: [String: TaskValue] = [:]
    for (name, generator) in fields {
      let value = try generator.value(with: &choosing)
      values[name] = value
      choosing.bindings[name] = value
    }
    return .record(values)
  }
}
