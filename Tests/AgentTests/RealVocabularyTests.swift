import Agent
import Foundation
import Model
import TestSupport
import Testing
import Tokenizer

/// Constrained decoding over Llama 3's 128,000 tokens; slow only because debug builds sort slowly.
@Suite(
  "Real vocabulary",
  .enabled(
    if: ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] != nil
      && FileManager.default.fileExists(atPath: Shared.downloads.appendingPathComponent("tokenizer.model").path),
    "set INFIR_SLOW_TESTS=1, and INFIR_DOWNLOADS to a folder with Llama 3's tokenizer.model"))
struct RealVocabularyTests {
  @Test("random logits over Llama 3's vocabulary give actions that can be read")
  func actions() throws {
    let tokenizer = try Tokenizer(directory: Shared.downloads.path)
    let trie = TokenTrie(tokenCount: tokenizer.vocabularySize) { tokenizer.bytes(of: $0) }
    let grammar = try ActionGrammar(trie: trie, endOfText: tokenizer.endOfText)
    var generator = SeededGenerator(seed: 1)
    let table = (0..<5).map { _ in (0..<trie.tokenCount).map { _ in Float.random(in: -4...4, using: &generator) } }
    for seed in 0..<10 {
      var sampler = Sampler(SamplingParameters(temperature: 1, seed: UInt64(seed)))
      var constraint = ActionConstraint(grammar)
      var ids: [Int32] = []
      while !constraint.isComplete {
        let allowed = constraint.allowedTokens()
        let sampled = sampler.sample(table[(seed + ids.count) % table.count], allowed: allowed)
        let id = try #require(sampled)
        let taken = constraint.accept(id)
        try #require(taken)
        ids.append(id)
      }
      let text = tokenizer.decode(ids)
      guard case .action = AnswerParser.parse(text).proposal else {
        Issue.record("seed \(seed): \(text)")
        continue
      }
    }
  }
}
