internal import Yams

/// A condition that holds when the goal, or a part of it, is reached.
struct TaskCheck: Sendable {
  /// What is looked at.
  indirect enum Condition: Sendable {
    /// What a command prints; one that fails holds only where it may.
    case shell(ShellTemplate, mayFail: Bool, OutputExpectation)
    /// A file's content, or whether there is one.
    case file(Template, exists: Bool, OutputExpectation)
    /// What the screen shows.
    case screen(ScreenExpectation)
    /// One of these apps or activities is in front.
    case foreground([Template])
    /// The last answer.
    case answer(AnswerExpectation)
    case any([TaskCheck])
    case all([TaskCheck])
    case not(TaskCheck)
  }

  let condition: Condition
  /// How much of the score it is, against the others.
  let weight: Double
  /// The list for all of whose elements it must hold.
  let each: String?

  private static let kinds = ["shell", "file", "ui", "foreground", "answer", "any", "all", "not"]

  init(_ node: Node, in scope: Scope) throws(TaskProblem) {
    let fields = try Fields(
      node, of: "a check", known: Self.kinds + ["weight", "each", "may_fail", "exists"] + OutputExpectation.keys)
    let kind = try fields.one(of: Self.kinds)
    let allowed: [String: [String]] = [
      "shell": ["may_fail"] + OutputExpectation.keys, "file": ["exists"] + OutputExpectation.keys,
    ]
    for key in fields.keys where ![kind, "weight", "each"].contains(key) && allowed[kind]?.contains(key) != true {
      throw TaskProblem("the key \(key) does nothing in a check of the kind \(kind)", line: fields.line)
    }
    let written = try fields.text("weight") ?? "1"
    guard let weight = Double(written), weight > 0, weight <= 1000 else {
      throw TaskProblem("weight is a number above 0, not \(written)", line: fields.line)
    }
    self.weight = weight
    each = try fields.text("each")
    let inner: Scope
    do throws(TaskProblem) { inner = try scope.repeating(each) } catch {
      throw TaskProblem(error.reason, line: fields.line)
    }
    let value = try fields.required(kind)
    switch kind {
    case "shell":
      let expectation = try OutputExpectation(fields, in: inner)
      guard !expectation.isEmpty else {
        throw TaskProblem(
          "a shell check needs what its output is compared with: \(OutputExpectation.keys.joined(separator: ", "))",
          line: fields.line)
      }
      condition = .shell(
        try value.shellTemplate("shell", in: inner), mayFail: try fields.truth("may_fail"), expectation)
    case "file":
      let expectation = try OutputExpectation(fields, in: inner)
      let exists = fields["exists"] == nil ? true : try fields.truth("exists")
      guard exists || expectation.isEmpty else {
        throw TaskProblem("a file that doesn't exist has no content to compare", line: fields.line)
      }
      guard fields["exists"] != nil || !expectation.isEmpty else {
        throw TaskProblem("a file check needs exists, or what its content is compared with", line: fields.line)
      }
      condition = .file(try value.template("file", in: inner), exists: exists, expectation)
    case "ui": condition = .screen(try ScreenExpectation(value, in: inner))
    case "foreground":
      var apps: [Template] = []
      for item in value.items { apps.append(try item.template("foreground", in: inner)) }
      condition = .foreground(apps)
    case "answer": condition = .answer(try AnswerExpectation(value, in: inner))
    case "not": condition = .not(try TaskCheck(value, in: inner))
    default:
      let checks = try Self.list(value, in: inner)
      condition = kind == "any" ? .any(checks) : .all(checks)
    }
  }

  /// Reads a list of checks, of which there is one at least.
  static func list(_ node: Node, in scope: Scope) throws(TaskProblem) -> [TaskCheck] {
    var checks: [TaskCheck] = []
    for item in node.items { checks.append(try TaskCheck(item, in: scope)) }
    guard !checks.isEmpty else { throw TaskProblem("there must be one check at least", at: node) }
    return checks
  }
}
