import Foundation
import TestSupport
import Testing

@testable import Model

@Suite("Action constraint")
struct ActionConstraintTests {
  static let small = ActionGrammar.Limits(thoughtBytes: 24, thoughtTokens: 12, textBytes: 20, appNameBytes: 10)

  /// What a model with these logits answers; nil when it got stuck.
  private func answer(
    _ grammar: ActionGrammar, _ sampler: inout Sampler, logits: (Int) -> [Float]
  ) -> [Int32]? {
    var constraint = ActionConstraint(grammar)
    var ids: [Int32] = []
    while !constraint.isComplete {
      guard ids.count < grammar.longestAnswer,
        let id = sampler.sample(logits(ids.count), allowed: constraint.allowedTokens()), constraint.accept(id)
      else { return nil }
      ids.append(id)
    }
    return ids
  }

  /// Vectors of random logits, made once: drawing new ones for every token would take most of the time.
  private static func randomLogits(_ count: Int, spread: Float, favouring: [Int] = []) -> [[Float]] {
    var generator = SeededGenerator(seed: 5)
    return (0..<61).map { _ in
      var logits = (0..<count).map { _ in Float.random(in: -spread...spread, using: &generator) }
      for id in favouring where Bool.random(using: &generator) { logits[id] += 2 * spread }
      return logits
    }
  }

  @Test(
    "whatever the logits, 1,000 answers are 1,000 valid actions",
    arguments: [TestVocabulary.bytes, .pairs], [Float(1), 20])
  func alwaysValid(vocabulary: TestVocabulary, temperature: Float) throws {
    let grammar = try ActionGrammar(
      trie: vocabulary.trie, endOfText: [vocabulary.endOfText], limits: Self.small)
    let table = Self.randomLogits(vocabulary.tokens.count, spread: 4)
    var kinds: Set<String> = []
    for seed in 0..<1_000 {
      var sampler = Sampler(SamplingParameters(temperature: temperature, seed: UInt64(seed)))
      let ids = try #require(answer(grammar, &sampler) { table[(seed + $0) % table.count] }, "seed \(seed)")
      let bytes = vocabulary.bytes(ids)
      #expect(AnswerRules.problem(bytes) == nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      #expect(bytes.count <= grammar.longestAnswer)
      kinds.insert(
        String(decoding: bytes, as: UTF8.self).components(separatedBy: "\"action_type\":\"").last.map {
          String($0.prefix { $0 != "\"" })
        } ?? "")
    }
    #expect(kinds.count == 13, "all actions occur: \(kinds.sorted())")
  }

  @Test("logits that push towards half characters, quotes, backslashes, surrogates and controls change nothing")
  func pushedTowardsBadTokens() throws {
    let vocabulary = TestVocabulary.pairs
    let grammar = try ActionGrammar(trie: vocabulary.trie, endOfText: [vocabulary.endOfText], limits: Self.small)
    let bad = vocabulary.tokens.indices.filter { id in
      let bytes = vocabulary.tokens[id]
      return bytes.isEmpty
        || bytes.contains { $0 < 0x20 || $0 > 0x7E || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }
    let table = Self.randomLogits(vocabulary.tokens.count, spread: 6, favouring: bad)
    for seed in 0..<1_000 {
      var sampler = Sampler(SamplingParameters(temperature: 1, seed: UInt64(seed)))
      let ids = try #require(answer(grammar, &sampler) { table[(3 * seed + $0) % table.count] }, "seed \(seed)")
      let bytes = vocabulary.bytes(ids)
      #expect(AnswerRules.problem(bytes) == nil, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("logits without a single number still give a valid action")
  func nothingButNaN() throws {
    let vocabulary = TestVocabulary.pairs
    let grammar = try ActionGrammar(trie: vocabulary.trie, endOfText: [vocabulary.endOfText], limits: Self.small)
    for value in [Float.nan, .infinity, -.infinity] {
      for temperature in [Float(0), 1] {
        var sampler = Sampler(SamplingParameters(temperature: temperature, seed: 1))
        let logits = [Float](repeating: value, count: vocabulary.tokens.count)
        let ids = try #require(answer(grammar, &sampler) { _ in logits })
        #expect(AnswerRules.problem(vocabulary.bytes(ids)) == nil)
      }
    }
  }

  private func take(_ token: Int32, _ constraint: inout ActionConstraint) throws {
    let taken = constraint.accept(token)
    try #require(taken, "token \(token)")
  }

  /// Walks a text through as single bytes.
  private func accepts(_ text: String, _ constraint: inout ActionConstraint) -> Bool {
    text.utf8.allSatisfy { constraint.allowedTokens().contains(Int32($0)) && constraint.accept(Int32($0)) }
  }

  @Test(
    "every action of the contract is possible",
    arguments: [
      #"{"action_type":"click","x":0,"y":1000}"#, #"{"action_type":"double_tap","x":999,"y":10}"#,
      #"{"action_type":"long_press","x":100,"y":105}"#, #"{"action_type":"scroll","direction":"down"}"#,
      #"{"action_type":"swipe","direction":"left"}"#, #"{"action_type":"input_text","text":""}"#,
      #"{"action_type":"input_text","text":"\"é\ud83d\uDE00😀\n","x":1,"y":2}"#,
      #"{"action_type":"input_text","text":"a","x":1,"y":2,"clear_text":true}"#,
      #"{"action_type":"input_text","text":"a","clear_text":false}"#, #"{"action_type":"keyboard_enter"}"#,
      #"{"action_type":"navigate_home"}"#, #"{"action_type":"navigate_back"}"#, #"{"action_type":"wait"}"#,
      #"{"action_type":"open_app","app_name":"Simple Draw Pro"}"#, #"{"action_type":"answer","text":"\"2\" 日本"}"#,
      #"{"action_type":"status","goal_status":"complete"}"#, #"{"action_type":"status","goal_status":"infeasible"}"#,
    ])
  func possible(json: String) throws {
    let vocabulary = TestVocabulary.bytes
    let grammar = try ActionGrammar(trie: vocabulary.trie, endOfText: [vocabulary.endOfText])
    var constraint = ActionConstraint(grammar)
    #expect(accepts("Thought: Tap é.\nAction: " + json, &constraint))
    #expect(constraint.isComplete)
    #expect(AnswerRules.problem(action: json) == nil)
    #expect(constraint.allowedTokens().count == 1 && constraint.allowedTokens().contains(vocabulary.endOfText))
  }

  @Test(
    "what is no action is impossible, from the byte on that makes it so",
    arguments: [
      (#"{"action_type":"click","x":"#, "01"), (#"{"action_type":"click","x":100"#, "1"),
      (#"{"action_type":"click","x":1000"#, "0"), (#"{"action_type":"click","x":"#, "-"),
      (#"{"action_type":"click","x":1"#, "."), (#"{"action_type":"click","x":1,"y":1"#, ","),
      (#"{"action_type":"cl"#, "a"), (#"{"#, " "), (#"{"action_type":"open_app","app_name":""#, "\""),
      (#"{"action_type":"open_app","app_name":""#, " "), (#"{"action_type":"answer","text":""#, "\""),
      (#"{"action_type":"input_text","text":"\u00"#, "0"), (#"{"action_type":"input_text","text":"\ud"#, "c"),
      (#"{"action_type":"input_text","text":"\ud83d"#, "a"), (#"{"action_type":"input_text","text":"\ud83d\ud"#, "8"),
      (#"{"action_type":"input_text","text":""#, "\n"), (#"{"action_type":"input_text","text":"\"#, "x"),
      (#"{"action_type":"input_text","text":"a","x":1"#, "}"), (#"{"action_type":"wait"}"#, "}"),
      (#"{"action_type":"wait"}"#, "\n"),
    ])
  func impossible(start: String, next: String) throws {
    let vocabulary = TestVocabulary.bytes
    let grammar = try ActionGrammar(trie: vocabulary.trie, endOfText: [vocabulary.endOfText])
    var constraint = ActionConstraint(grammar)
    #expect(accepts("Thought: x\nAction: " + start, &constraint))
    let before = constraint.allowedTokens()
    #expect(!accepts(next, &constraint))
    if next.utf8.count == 1 { #expect(constraint.allowedTokens() == before, "a refusal changes nothing") }
  }

  @Test("a thought ends at its limit in bytes, with its last character whole")
  func thoughtEndsAtItsLimit() throws {
    let vocabulary = TestVocabulary.bytes
    let grammar = try ActionGrammar(
      trie: vocabulary.trie, endOfText: [], limits: .init(thoughtBytes: 4, thoughtTokens: 100))
    var constraint = ActionConstraint(grammar)
    #expect(accepts("Thought: abc", &constraint))
    try take(0xE6, &constraint)
    #expect(constraint.allowedTokens().count == 64)  // any continuation
    try take(0x97, &constraint)
    try take(0xA5, &constraint)
    #expect(constraint.allowedTokens().count == 1)
    #expect(accepts("\nAction: {", &constraint))
  }

  @Test("a thought ends at its limit in tokens")
  func thoughtEndsAfterItsTokens() throws {
    let vocabulary = TestVocabulary.pairs
    let grammar = try ActionGrammar(
      trie: vocabulary.trie, endOfText: [], limits: .init(thoughtBytes: 400, thoughtTokens: 2))
    var constraint = ActionConstraint(grammar)
    for token in ["Thought:", " Tap", " button"] {
      let id = try #require(vocabulary.tokens.firstIndex(of: Array(token.utf8)))
      try take(Int32(id), &constraint)
    }
    let allowed = constraint.allowedTokens()
    var texts: [String] = []
    allowed.forEach { texts.append(String(decoding: vocabulary.tokens[$0], as: UTF8.self)) }
    #expect(texts.sorted() == ["\n", "\nAction"])
  }

  @Test("after every prefix of every answer there is a way on")
  func everyStateHasAnExit() throws {
    // All states of the automaton that answers reach with small limits, by bytes; each must reach the end within them.
    let limits = ActionGrammar.Limits(thoughtBytes: 3, thoughtTokens: 9, textBytes: 3, appNameBytes: 2)
    let grammar = try ActionGrammar(trie: TestVocabulary.bytes.trie, endOfText: [], limits: limits)
    var exits: [ByteAutomaton.State: [ByteAutomaton.State]] = [:]
    var depth: [ByteAutomaton.State: Int] = [grammar.start: 0]
    var queue = [grammar.start]
    var ends: [ByteAutomaton.State] = []
    while let state = queue.popLast() {
      if grammar.isComplete(state) { ends.append(state) }
      for byte in UInt8.min...UInt8.max {
        guard let next = grammar.automaton.step(state, byte) else { continue }
        exits[next, default: []].append(state)
        if depth[next] == nil {
          depth[next] = 1
          queue.append(next)
        }
      }
    }
    var reached = Set(ends)
    var frontier = ends
    var rounds = 0
    while !frontier.isEmpty {
      frontier = frontier.flatMap { exits[$0] ?? [] }.filter { reached.insert($0).inserted }
      rounds += 1
    }
    #expect(depth.keys.allSatisfy { reached.contains($0) })
    #expect(rounds <= grammar.longestAnswer)
    #expect(depth.count > 500)
  }

  @Test("the longest answer is as long as said")
  func longestAnswer() throws {
    let grammar = try ActionGrammar(trie: TestVocabulary.bytes.trie, endOfText: [], limits: Self.small)
    let frame =
      "Thought: \nAction: " + #"{"action_type":"input_text","text":"","x":1000,"y":1000,"clear_text":false}"#
    #expect(grammar.longestAnswer == frame.utf8.count + 24 + 20 + 22)
  }

  @Test("a cached mask is what a fresh walk gives, near limits too", arguments: [24, 48])
  func cachedMasksAreRight(thoughtBytes: Int) throws {
    let vocabulary = TestVocabulary.pairs
    // The longest token has 27 bytes, so the second text is first far from its limit and then near.
    let limits = ActionGrammar.Limits(
      thoughtBytes: thoughtBytes, thoughtTokens: 60, textBytes: thoughtBytes, appNameBytes: 10)
    let grammar = try ActionGrammar(trie: vocabulary.trie, endOfText: [vocabulary.endOfText], limits: limits)
    let table = Self.randomLogits(vocabulary.tokens.count, spread: 4)
    for seed in 0..<40 {
      var sampler = Sampler(SamplingParameters(temperature: 1, seed: UInt64(seed)))
      var constraint = ActionConstraint(grammar)
      var state = grammar.start
      var step = 0
      while !constraint.isComplete {
        let allowed = constraint.allowedTokens()
        for id in vocabulary.tokens.indices.dropLast() {
          let fresh = grammar.advance(state, by: Int32(id)) != nil
          if fresh != allowed.contains(Int32(id)) { Issue.record("seed \(seed), step \(step), token \(id)") }
        }
        let id = sampler.sample(table[(seed + step) % table.count], allowed: allowed)
        try take(#require(id), &constraint)
        state = constraint.state
        step += 1
      }
    }
  }

  @Test("a vocabulary that could get stuck is refused with the byte that it lacks")
  func missingBytes() {
    func grammar(without missing: Set<UInt8>) throws(ModelError) -> ActionGrammar {
      let tokens = TestVocabulary.pairs.tokens.map { $0.count == 1 && missing.contains($0[0]) ? [] : $0 }
      return try ActionGrammar(trie: TokenTrie(tokenCount: tokens.count) { tokens[Int($0)] }, endOfText: [])
    }
    #expect(throws: Never.self) { try grammar(without: [0xFF, 0xC0, 0x00, UInt8(ascii: "5")]) }
    let error = #expect(throws: ModelError.self) { try grammar(without: [UInt8(ascii: "{")]) }
    #expect(error?.description.contains("the byte 123,") == true, "\(error?.description ?? "")")
    #expect(throws: ModelError.self) { try grammar(without: [UInt8(ascii: "\n")]) }
    // A first byte of ED can only be followed by 80–9F.
    #expect(throws: ModelError.self) { try grammar(without: Set(0x80...0x9F)) }
    #expect(throws: Never.self) { try grammar(without: Set(0x82...0x9F)) }
  }
}
