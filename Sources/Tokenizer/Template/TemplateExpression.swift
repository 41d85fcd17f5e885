/// An expression, as a tree whose depth is limited so that neither walking nor freeing it can overflow the stack.
final class TemplateExpression: Sendable {
  enum Kind: Sendable {
    case literal(Literal)
    case name(String)
    case list([TemplateExpression], isTuple: Bool)
    case dictionary([(key: TemplateExpression, value: TemplateExpression)])
    case attribute(TemplateExpression, String)
    case item(TemplateExpression, TemplateExpression)
    case slice(TemplateExpression, start: TemplateExpression?, end: TemplateExpression?, step: TemplateExpression?)
    case call(TemplateExpression, Arguments)
    case filter(TemplateExpression, name: String, Arguments)
    case test(TemplateExpression, name: String, Arguments, isNegated: Bool)
    case negation(TemplateExpression)
    case plus(TemplateExpression)
    case not(TemplateExpression)
    case and(TemplateExpression, TemplateExpression)
    case or(TemplateExpression, TemplateExpression)
    case arithmetic(String, TemplateExpression, TemplateExpression)
    case comparison(TemplateExpression, [(operation: String, operand: TemplateExpression)])
    case conditional(condition: TemplateExpression, value: TemplateExpression, other: TemplateExpression?)
  }

  enum Literal: Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
  }

  struct Arguments: Sendable {
    var positional: [TemplateExpression] = []
    var named: [(name: String, value: TemplateExpression)] = []

    var all: [TemplateExpression] { positional + named.map(\.value) }
  }

  let kind: Kind
  /// How many levels of expressions there are from here down.
  let depth: Int

  init(_ kind: Kind) {
    self.kind = kind
    depth = 1 + (Self.children(of: kind).map(\.depth).max() ?? 0)
  }

  /// The expressions directly below.
  var children: [TemplateExpression] { Self.children(of: kind) }

  private static func children(of kind: Kind) -> [TemplateExpression] {
    switch kind {
    case .literal, .name: []
    case .list(let elements, _): elements
    case .dictionary(let members): members.flatMap { [$0.key, $0.value] }
    case .attribute(let base, _), .negation(let base), .plus(let base), .not(let base): [base]
    case .item(let base, let index): [base, index]
    case .slice(let base, let start, let end, let step): [base] + [start, end, step].compactMap(\.self)
    case .call(let base, let arguments), .filter(let base, _, let arguments), .test(let base, _, let arguments, _):
      [base] + arguments.all
    case .and(let left, let right), .or(let left, let right), .arithmetic(_, let left, let right): [left, right]
    case .comparison(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let condition, let value, let other): [condition, value] + [other].compactMap(\.self)
    }
  }
}
