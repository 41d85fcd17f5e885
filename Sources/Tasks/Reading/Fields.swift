internal import Yams

/// The keys of a mapping in a task's file, all of them known.
struct Fields {
  /// What it describes, for sentences: `a task`, `the generator integer`.
  let owner: String
  /// The line that it begins on.
  let line: Int?
  /// The keys in the file's order.
  let keys: [String]
  private let nodes: [String: Node]

  /// Reads a mapping; a key that isn't among `known` is an error that names the nearest.
  init(_ node: Node, of owner: String, known: [String]) throws(TaskProblem) {
    guard case .mapping(let mapping) = node else {
      throw TaskProblem("\(owner) is written as keys and values: \(known.prefix(3).joined(separator: ", "))", at: node)
    }
    self.owner = owner
    line = mapping.mark?.line
    var keys: [String] = []
    var nodes: [String: Node] = [:]
    for (key, value) in mapping {
      let name = try key.text("a key")
      guard known.isEmpty || known.contains(name) else {
        throw TaskProblem("\(owner) has no key \(name); \(NearNames.advice(name, among: known))", at: key)
      }
      keys.append(name)
      nodes[name] = value
    }
    self.keys = keys
    self.nodes = nodes
  }

  /// What stands under a key.
  subscript(key: String) -> Node? { nodes[key] }

  /// What must stand under a key.
  func required(_ key: String) throws(TaskProblem) -> Node {
    guard let node = nodes[key] else { throw TaskProblem("\(owner) needs the key \(key)", line: line) }
    return node
  }

  /// A text, where the key is there.
  func text(_ key: String) throws(TaskProblem) -> String? { try nodes[key]?.text(key) }

  /// A whole number, where the key is there.
  func integer(_ key: String) throws(TaskProblem) -> Int? { try nodes[key]?.integer(key) }

  /// True or false; false where the key isn't there.
  func truth(_ key: String) throws(TaskProblem) -> Bool { try nodes[key]?.truth(key) ?? false }

  /// A list, or one alone; empty where the key isn't there.
  func items(_ key: String) -> [Node] { nodes[key]?.items ?? [] }

  /// Of several keys that exclude each other, the one that is there.
  func one(of choices: [String]) throws(TaskProblem) -> String {
    let present = keys.filter(choices.contains)
    guard present.count == 1, let key = present.first else {
      let problem =
        present.isEmpty ? "needs one of the keys" : "has \(present.joined(separator: " and ")); it takes one of"
      throw TaskProblem("\(owner) \(problem) \(choices.joined(separator: ", "))", line: line)
    }
    return key
  }
}

extension TaskProblem {
  /// A problem with the place where a node begins.
  init(_ reason: String, at node: Node) { self.init(reason, line: node.mark?.line) }
}

extension Node {
  /// A scalar as it is written.
  func text(_ what: String) throws(TaskProblem) -> String {
    guard case .scalar(let scalar) = self else {
      throw TaskProblem("\(what) is one text; put it in quotes if it has braces, brackets or a colon", at: self)
    }
    return scalar.string
  }

  /// A whole number.
  func integer(_ what: String) throws(TaskProblem) -> Int {
    let text = try text(what)
    guard let number = Int(text), abs(number) <= 1_000_000_000_000 else {
      throw TaskProblem("\(what) is a whole number, not \(text)", at: self)
    }
    return number
  }

  /// True or false.
  func truth(_ what: String) throws(TaskProblem) -> Bool {
    switch try text(what) {
    case "true": return true
    case "false": return false
    case let text: throw TaskProblem("\(what) is true or false, not \(text)", at: self)
    }
  }

  /// The items of a list; anything else is a list of itself.
  var items: [Node] {
    if case .sequence(let sequence) = self { return Array(sequence) }
    return [self]
  }

  /// A scalar that is written as a whole number without quotes.
  var plainInteger: Int? {
    guard case .scalar(let scalar) = self, scalar.style == .plain, let number = Int(scalar.string),
      "\(number)" == scalar.string
    else { return nil }
    return number
  }

  /// What has keys, without a look at which.
  var isMapping: Bool {
    if case .mapping = self { return true }
    return false
  }
}
