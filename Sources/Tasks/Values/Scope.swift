/// The names that can stand in braces at a place in a task's file, and what they stand for.
struct Scope {
  /// The kinds by name.
  var kinds: [String: ValueKind] = ["seed": .number, "now": .time]

  /// The same, with more names.
  func adding(_ more: [String: ValueKind]) -> Scope { Scope(kinds: kinds.merging(more) { $1 }) }

  /// The kind of a name.
  func kind(_ name: String) throws(TaskProblem) -> ValueKind {
    guard let kind = kinds[name] else {
      throw TaskProblem(
        "{\(name)} is no parameter; \(NearNames.advice(name, among: kinds.keys.sorted())), or {{\(name)}} for the braces"
      )
    }
    return kind
  }

  /// A name whose value is a list.
  func list(_ name: String) throws(TaskProblem) -> ValueKind {
    let kind = try kind(name)
    guard let element = kind.element else { throw TaskProblem("\(name) is \(kind.words); name a list") }
    return element
  }

  /// The scope inside a step that is repeated for the elements of a list.
  func repeating(_ name: String?) throws(TaskProblem) -> Scope {
    guard let name else { return self }
    return adding(["it": try list(name), "index": .number])
  }
}

/// The values of a scope's names.
typealias Bindings = [String: TaskValue]

extension Bindings {
  /// The bindings for each time that a step is done: once, or for each element of a list.
  func repeating(_ name: String?) -> [Bindings] {
    guard let name, let elements = self[name]?.list else { return name == nil ? [self] : [] }
    return elements.enumerated().map { index, element in
      merging(["it": element, "index": .number(index + 1)]) { $1 }
    }
  }
}
