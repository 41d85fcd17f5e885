internal import Yams

/// `value: "{day|plus_days:7}"`: what one pair of braces stands for, as the number, date or list that it is.
struct ValueGenerator: ParameterGenerator {
  let kind: ValueKind
  private let placeholder: Placeholder

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let source = try node.text("value")
    let pieces = try Template.pieces(of: source, in: scope)
    guard pieces.count == 1, case .placeholder(let placeholder, _) = pieces[0] else {
      throw TaskProblem("value takes one parameter in braces, not \(source); for more use text", at: node)
    }
    self.placeholder = placeholder
    kind = placeholder.kind
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    placeholder.value(in: choosing.bindings)
  }
}
