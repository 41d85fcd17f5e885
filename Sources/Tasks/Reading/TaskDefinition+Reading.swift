internal import Foundation
internal import Yams

extension TaskDefinition {
  private static let keys = [
    "goal", "apps", "tags", "difficulty", "optimal_steps", "max_steps", "parameters", "setup", "success", "teardown",
    "keeps", "erases", "start",
  ]

  /// Reads a task from its file's text.
  ///
  /// - Parameters:
  ///   - name: the file's name without its ending.
  ///   - file: what the file is called in errors.
  ///   - pages: the folder with the pages that `page:` steps name.
  public init(yaml text: String, name: String, file: String, pages: String) throws(TaskError) {
    do throws(TaskProblem) { self = try Self.read(text, name: name, pages: PageFolder(path: pages)) } catch {
      throw error.error(file: file)
    }
  }

  private static func read(_ text: String, name: String, pages: PageFolder) throws(TaskProblem) -> TaskDefinition {
    let fields = try Fields(document(text), of: "a task", known: keys)
    var scope = Scope()
    var parameters: [(name: String, generator: any ParameterGenerator)] = []
    if let node = fields["parameters"] {
      let nodes = try Fields(node, of: "parameters", known: [])
      for name in nodes.keys {
        let node = try nodes.required(name)
        try requireName(name, "a parameter", at: node)
        guard scope.kinds[name] == nil else {
          throw TaskProblem("\(name) means something already; call the parameter something else", at: node)
        }
        let generator = try Generators.read(node, in: scope)
        parameters.append((name, generator))
        scope = scope.adding([name: generator.kind])
      }
    }
    let goal = try fields.required("goal")
    let goalTemplate = try goal.template("goal", in: scope)
    let source = goalTemplate.source
    guard !source.isEmpty else { throw TaskProblem("the goal says nothing", at: goal) }
    let difficulty = try fields.required("difficulty").text("difficulty")
    guard ["easy", "medium", "hard"].contains(difficulty) else {
      throw TaskProblem("difficulty is easy, medium or hard, not \(difficulty)", line: fields.line)
    }
    let optimal = try fields.required("optimal_steps").integer("optimal_steps")
    let maximum = try fields.required("max_steps").integer("max_steps")
    guard optimal >= 1, optimal <= maximum else {
      throw TaskProblem("optimal_steps is from 1 to max_steps, not \(optimal) of \(maximum)", line: fields.line)
    }
    let start = try fields.text("start") ?? "home"
    guard ["home", "as_set_up"].contains(start) else {
      throw TaskProblem("start is home or as_set_up, not \(start)", line: fields.line)
    }
    var erases: [Template] = []
    for item in fields.items("erases") { erases.append(try item.template("erases", in: scope)) }
    var kept: [KeptState] = []
    for item in fields.items("keeps") { kept.append(try KeptState(item)) }
    let setUp = try steps(fields["setup"], &scope, pages)
    return TaskDefinition(
      name: name, goal: source, apps: try texts(fields, "apps"), tags: try texts(fields, "tags"),
      difficulty: difficulty,
      optimalSteps: optimal, maximumSteps: maximum, goalTemplate: goalTemplate, parameters: parameters, setUp: setUp,
      checks: try TaskCheck.list(try fields.required("success"), in: scope),
      tearDown: try steps(fields["teardown"], &scope, pages), kept: kept, erases: erases, startsAtHome: start == "home")
  }

  private static func steps(
    _ node: Node?, _ scope: inout Scope, _ pages: PageFolder
  ) throws(TaskProblem) -> [TaskStep] {
    var steps: [TaskStep] = []
    for item in node?.items ?? [] { steps.append(try TaskStep(item, in: &scope, pages: pages)) }
    return steps
  }

  private static func texts(_ fields: Fields, _ key: String) throws(TaskProblem) -> [String] {
    var texts: [String] = []
    for item in fields.items(key) { texts.append(try item.text(key)) }
    return texts
  }

  /// Throws where something can't be put into braces under this name.
  static func requireName(_ name: String, _ what: String, at node: Node) throws(TaskProblem) {
    guard name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, name != "it", name != "index" else {
      throw TaskProblem(
        "\(what) is named with small letters, digits and _, and not it or index: \(name) can't be", at: node)
    }
  }

  /// The document's root; what YAML allows beyond keys, lists and texts is refused.
  private static func document(_ text: String) throws(TaskProblem) -> Node {
    // No task is longer; what is, is something else.
    guard text.utf8.count <= 256 * 1024 else { throw TaskProblem("it is larger than 256 KiB; is it a task?") }
    guard nesting(of: text) <= 100 else { throw TaskProblem("its brackets and indents are nested too deeply") }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let lines = "\(error)".split(whereSeparator: \.isNewline)
      let reason = lines.first { $0.contains("error:") } ?? lines.first ?? "it isn't YAML"
      throw TaskProblem("this isn't YAML: \(reason.trimming(while: \.isWhitespace)); see tasks/README.md")
    }
    guard let root else { throw TaskProblem("it is empty; tasks/README.md has the format") }
    var budget = 50_000
    try count(root, &budget)
    return root
  }

  /// How deeply its brackets and its dashes on one line can be nested at most.
  private static func nesting(of text: String) -> Int {
    var (open, most) = (0, 0)
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      var dashes = 0
      for byte in line {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): dashes += 1
        default: break
        }
      }
      most = max(most, open, dashes)
    }
    return most
  }

  // Aliases repeat what they stand for, so that a short file can become very large.
  private static func count(_ node: Node, _ budget: inout Int) throws(TaskProblem) {
    budget -= 1
    guard budget > 0 else { throw TaskProblem("it says too much; write it without & and *", at: node) }
    switch node {
    case .sequence(let items): for item in items { try count(item, &budget) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        try count(key, &budget)
        try count(value, &budget)
      }
    default: break
    }
  }
}
