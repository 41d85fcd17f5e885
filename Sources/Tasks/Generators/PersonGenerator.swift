internal import Randomness
internal import Yams

/// `person: full`: a name, or a `first` or `last` name alone.
struct PersonGenerator: ParameterGenerator {
  let kind = ValueKind.text
  private let part: String

  init(_ node: Node) throws(TaskProblem) {
    part = try node.text("person")
    guard ["full", "first", "last"].contains(part) else {
      throw TaskProblem("person is full, first or last, not \(part)", at: node)
    }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    let first = choosing.random.pick(Vocabulary.firstNames)
    let last = choosing.random.pick(Vocabulary.lastNames)
    return .text(part == "first" ? first : part == "last" ? last : "\(first) \(last)")
  }
}
