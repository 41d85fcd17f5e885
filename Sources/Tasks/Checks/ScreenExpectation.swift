internal import Episodes
internal import Yams

/// What the screen must show: an app in front, elements that are there, elements that aren't.
struct ScreenExpectation: Sendable {
  /// The app in front, where it matters.
  let app: Template?
  private let present: [ElementPattern]
  private let absent: [ElementPattern]

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(node, of: "a ui check", known: ["app", "has", "lacks"])
    app = try fields["app"].map { (node) throws(TaskProblem) in try node.template("app", in: scope) }
    func patterns(_ key: String) throws(TaskProblem) -> [ElementPattern] {
      var patterns: [ElementPattern] = []
      for item in fields.items(key) { patterns.append(try ElementPattern(item, in: scope)) }
      return patterns
    }
    present = try patterns("has")
    absent = try patterns("lacks")
    guard !present.isEmpty || !absent.isEmpty else {
      throw TaskProblem("a ui check needs has or lacks; for the app alone use foreground", at: node)
    }
  }

  /// Whether these elements are as expected.
  func holds(for elements: [UIElement], _ bindings: Bindings) -> Bool {
    present.allSatisfy { pattern in
      elements.count { pattern.matches($0, bindings) } >= pattern.count
    } && absent.allSatisfy { pattern in !elements.contains { pattern.matches($0, bindings) } }
  }

  /// What is expected, in words, for people.
  func words(_ bindings: Bindings) -> String {
    let parts = present.map { "has \($0.words(bindings))" } + absent.map { "lacks \($0.words(bindings))" }
    return parts.joined(separator: "; ") + (app.map { ", in \($0.filled(with: bindings))" } ?? "")
  }
}
