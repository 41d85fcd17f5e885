import Episodes
import Model
import Testing

@testable import Agent

@Suite("Action space")
struct ActionSpaceTests {
  static let actions: [Action] =
    ActionSpace.examples.map(\.action) + [
      .inputText("\"a\\b\"\n\té 日本 😀", target: .point(Point(x: 0, y: 1000)), clears: true),
      .inputText("", target: nil, clears: true), .answer("/"), .openApp("Simple Draw Pro"),
    ]

  @Test("the examples and what the history says are answers that constrained decoding lets through", arguments: actions)
  func grammar(action: Action) throws {
    let trie = TokenTrie(tokenCount: 256) { [UInt8($0)] }
    var constraint = ActionConstraint(try ActionGrammar(trie: trie, endOfText: []))
    for byte in "Thought: x\nAction: \(action.answerJSON)".utf8 {
      let taken = constraint.accept(Int32(byte))
      #expect(taken, "\(action.answerJSON) at \(Character(Unicode.Scalar(byte)))")
    }
    #expect(constraint.isComplete)
  }

  @Test("an action comes back from its answer", arguments: actions)
  func roundTrip(action: Action) {
    let answer = AnswerParser.parse("Thought: x\nAction: \(action.answerJSON)")
    #expect(answer.proposal == .action(action, json: action.answerJSON))
  }
}
