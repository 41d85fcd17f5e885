internal import Randomness
internal import Yams

/// `words: 3`: so many plain words, such as `gentle harbor lantern`.
struct WordsGenerator: ParameterGenerator {
  let kind = ValueKind.text
  private let count: Int

  init(_ node: Node) throws(TaskProblem) {
    count = try node.integer("words")
    guard (1...50).contains(count) else { throw TaskProblem("words is from 1 to 50, not \(count)", at: node) }
  }

  func value(with choosing: inout Choosing) throws(TaskProblem) -> TaskValue {
    if count == 1 { return .text(choosing.random.pick(Vocabulary.nouns)) }
    var words = Self.pair(&choosing.random)
    while words.count < count { words.append(choosing.random.pick(Vocabulary.nouns)) }
    return .text(words.joined(separator: " "))
  }

  /// An adjective and a noun.
  static func pair(_ random: inout SplitMix64) -> [String] {
    [random.pick(Vocabulary.adjectives), random.pick(Vocabulary.nouns)]
  }
}
