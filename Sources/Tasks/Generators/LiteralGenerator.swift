internal import Yams

/// A value that stands in the file: a text with parameters, a number, a list, a record.
struct LiteralGenerator: ParameterGenerator {
  private indirect enum Tree: Sendable {
    case text(Template)
    case number(Int)
    case list([Tree])
    case record([String: Tree])
  }

  let kind: ValueKind
  private let tree: Tree

  init(_ node: Node, in scope: Scope) throws(TaskProblem) { (tree, kind) = try Self.read(node, scope) }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue { value(tree, choosing.bindings) }

  private func value(_ tree: Tree, _ bindings: Bindings) -> TaskValue {
    switch tree {
    case .text(let template): .text(template.filled(with: bindings))
    case .number(let number): .number(number)
    case .list(let items): .list(items.map { value($0, bindings) })
    case .record(let fields): .record(fields.mapValues { value($0, bindings) })
    }
  }

  private static func read(_ node: Node, _ scope: Scope) throws(TaskProblem) -> (Tree, ValueKind) {
    switch node {
    case .sequence(let items):
      var trees: [Tree] = []
      var kind: ValueKind?
      for item in items {
        let (tree, next) = try read(item, scope)
        guard let joined = kind.map({ $0.joined(with: next) }) ?? next else {
          throw TaskProblem("the items of a list are all alike, with the same fields; this one isn't", at: item)
        }
        kind = joined
        trees.append(tree)
      }
      guard let kind else { throw TaskProblem("a list needs one item at least", at: node) }
      return (.list(trees), .list(kind))
    case .mapping(let mapping):
      var trees: [String: Tree] = [:]
      var kinds: [String: ValueKind] = [:]
      for (key, item) in mapping {
        let name = try key.text("a field's name")
        (trees[name], kinds[name]) = try read(item, scope)
      }
      return (.record(trees), .record(kinds))
    default:
      if let number = node.plainInteger { return (.number(number), .number) }
      do throws(TaskProblem) { return (.text(try Template(node.text("a value"), in: scope)), .text) } catch {
        throw TaskProblem(error.reason, line: error.line ?? node.mark?.line)
      }
    }
  }
}
