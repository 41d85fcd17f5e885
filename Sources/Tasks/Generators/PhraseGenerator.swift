internal import Randomness
internal import Yams

/// `phrase: message`: an everyday text of a kind.
struct PhraseGenerator: ParameterGenerator {
  let kind = ValueKind.text
  private let phrases: [String]

  init(_ node: Node) throws(TaskProblem) {
    let name = try node.text("phrase")
    guard let phrases = Vocabulary.phrases[name] else {
      let known = Vocabulary.phrases.keys.sorted()
      throw TaskProblem("there are no phrases of the kind \(name); \(NearNames.advice(name, among: known))", at: node)
    }
    self.phrases = phrases
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue { .text(choosing.random.pick(phrases)) }
}
