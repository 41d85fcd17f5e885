import Foundation
import TestSupport
import Testing

@testable import Tokenizer

@Suite struct TokenizerDefinitionTiktokenTests {
  private func read(_ bytes: [UInt8]) throws -> TokenizerDefinition {
    try TokenizerDefinition(tiktoken: bytes, path: "t.model")
  }

  @Test func pairsMergeByTheRankOfWhatTheyBecome() throws {
    let tokenizer = Tokenizer(try read(TokenizerFixture.ranks))
    #expect(tokenizer.encode("hello world") == [259, 264])
    #expect(tokenizer.encode("hell") == [258])
    #expect(tokenizer.encode("helo") == [256, 108, 111])
    #expect(tokenizer.encode(" wor") == [262])
  }

  @Test func llama3sSpecialTokensFollowTheRanks() throws {
    let tokenizer = Tokenizer(try read(TokenizerFixture.ranks))
    #expect(tokenizer.vocabularySize == 265 + 256)
    #expect(tokenizer.beginOfText == 265)
    #expect(tokenizer.endOfText == [266, 273, 274])
    #expect(tokenizer.id(of: "<|finetune_right_pad_id|>") == 269)
    #expect(tokenizer.id(of: "<|python_tag|>") == 275)
    #expect(tokenizer.id(of: "<|reserved_special_token_247|>") == 520)
    #expect(tokenizer.encode("hello<|eot_id|>", addsSpecial: true) == [265, 259, 274])
  }

  @Test(
    .enabled(
      if: Shared.has("goldens/llama3-tokenizer") && FileManager.default.fileExists(atPath: realFile),
      "Llama 3's tokenizer.model or its reference ids are not here; run scripts/download-test-models"))
  func givesLlama3sIDs() throws {
    let tokenizer = Tokenizer(try read([UInt8](Data(contentsOf: URL(fileURLWithPath: Self.realFile)))))
    #expect(tokenizer.vocabularySize == 128_256)
    #expect(tokenizer.id(of: "<|eot_id|>") == 128_009)
    for example in try TokenizerCase.read(Shared.path("goldens/llama3-tokenizer/cases.json")) {
      #expect(tokenizer.encode(example.text) == example.ids)
      #expect(tokenizer.decode(example.ids).unicodeScalars.elementsEqual(example.text.unicodeScalars))
    }
  }

  static let realFile = Shared.downloads.appendingPathComponent("tokenizer.model").path

  @Test func theSameTokenizerAsJSONGivesTheSameIDs() throws {
    let ranks = try read(TokenizerFixture.ranks)
    let json = try TokenizerDefinition(tokenizerJSON: ranks.tokenizerJSON(), path: "t.json")
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let text = String((0..<30).map { _ in "helo wrd'é".randomElement(using: &generator) ?? " " })
      #expect(Tokenizer(json).encode(text, addsSpecial: true) == Tokenizer(ranks).encode(text, addsSpecial: true))
    }
  }

  @Test func otherFilesAreRefused() {
    #expect(throws: TokenizerError.self) { try read([0x0A, 0x0E, 0x0A, 0x05, 0x3C, 0x75, 0x6E, 0x6B, 0x3E]) }
    #expect(throws: TokenizerError.self) { try read([]) }
    #expect(throws: TokenizerError.self) { try read(Array("IQ== 0\nIg== 1\n".utf8)) }
  }

  @Test(arguments: [
    "aGVs", "aGVs x", "aGVs -1", "aGV 300", "a=== 300", "aGVs 99999999999999999999", "aGVs 5000000", "IQ== 300",
    "aGVs 3",
  ])
  func badLinesAreDamage(line: String) {
    #expect(throws: TokenizerError.self) { try read(TokenizerFixture.ranks + Array(line.utf8)) }
  }

  @Test func survivesDamage() throws {
    var mutator = Mutator(seed: 4)
    // The largest id that is accepted makes a table of 4 million entries: few of these are needed.
    for _ in 0..<Mutator.inputs / 4 {
      do {
        let tokenizer = Tokenizer(try read(mutator.mutate(TokenizerFixture.ranks)))
        _ = tokenizer.decode(tokenizer.encode("hello world", addsSpecial: true))
      } catch is TokenizerError {
        continue
      }
    }
  }
}
