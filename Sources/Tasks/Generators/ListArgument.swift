internal import Yams

/// A list that a generator works on: a parameter's name, or a name with a field, as in `runs.distance`.
struct ListArgument: Sendable {
  let name: String
  let element: ValueKind
  private let path: [String]

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let written = try node.text("a list's name")
    var parts = written.split(separator: ".").map(String.init)
    guard !parts.isEmpty else { throw TaskProblem("name a parameter that is a list", at: node) }
    name = parts.removeFirst()
    path = parts
    var kind = try scope.kind(name)
    for field in path {
      guard let inner = kind.field(field) else {
        throw TaskProblem(
          "\(written): there is no field \(field); \(NearNames.advice(field, among: kind.fields))", at: node)
      }
      kind = inner
    }
    guard let element = kind.element else { throw TaskProblem("\(written) is \(kind.words); name a list", at: node) }
    self.element = element
  }

  /// Its elements.
  func values(in bindings: Bindings) -> [TaskValue] {
    var value = bindings[name]
    for field in path { value = value?.field(field) }
    return value?.list ?? []
  }
}
