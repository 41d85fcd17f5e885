internal import Randomness
internal import Yams

/// `choice: [a, b, c]`: one of them.
struct ChoiceGenerator: ParameterGenerator {
  let kind: ValueKind
  private let options: LiteralGenerator

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    options = try LiteralGenerator(node, in: scope)
    guard let element = options.kind.element else {
      throw TaskProblem("choice takes a list: choice: [on, off]", at: node)
    }
    kind = element
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    choosing.random.pick(try options.value(with: &choosing).list ?? [])
  }
}
