internal import Yams

/// `text: "…"`: a text made of other parameters.
struct TextGenerator: ParameterGenerator {
  let kind = ValueKind.text
  private let template: Template

  init(_ node: Node, in scope: Scope) throws(TaskProblem) { template = try Template(node.text("text"), in: scope) }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    .text(template.filled(with: choosing.bindings))
  }
}
