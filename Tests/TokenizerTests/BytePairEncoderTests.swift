import TestSupport
import Testing

@testable import Tokenizer

@Suite struct BytePairEncoderTests {
  @Test func lowestRankGoesFirstAndOfEqualOnesTheLeftmost() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    func texts(_ text: String) -> [String?] { tokenizer.encode(text).map { tokenizer.text(of: $0) } }
    #expect(texts("hello") == ["hello"])
    #expect(texts("lll") == ["ll", "l"])
    #expect(texts("hello world") == ["hello", "Ġworld"])
    #expect(texts("helo") == ["he", "l", "o"])
  }

  /// Words on both sides of the length where the heap takes over give what merging by hand gives.
  @Test(arguments: [1, 2, 95, 96, 97, 500])
  func longWordsMergeAsShortOnes(length: Int) throws {
    let definition = try TokenizerFixture.definition
    let tokenizer = Tokenizer(definition)
    var generator = SeededGenerator(seed: UInt64(length))
    for _ in 0..<5 {
      let text = String((0..<length).map { _ in "helowrd".randomElement(using: &generator) ?? "h" })
      #expect(tokenizer.encode(text) == (try mergedByHand(text, definition)))
    }
  }

  /// The textbook: find the best pair, merge its first occurrence, again.
  private func mergedByHand(_ text: String, _ definition: TokenizerDefinition) throws -> [Int32] {
    guard case .list(let merges) = definition.merging else { return [] }
    var ids = try text.map { try #require(definition.id(of: String($0))) }
    while true {
      var best: (merge: Int, place: Int)?
      for place in ids.indices.dropLast() {
        for (index, merge) in merges.enumerated() where merge.left == ids[place] && merge.right == ids[place + 1] {
          if index < best?.merge ?? .max { best = (index, place) }
        }
      }
      guard let best else { return ids }
      ids.replaceSubrange(best.place...(best.place + 1), with: [merges[best.merge].merged])
    }
  }

  /// 200 kB without a space: a merge by rescanning would take minutes.
  @Test(.timeLimit(.minutes(1))) func longRunsAreNotQuadratic() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    let text = String(repeating: "hello", count: 40_000)
    let ids = tokenizer.encode(text)
    #expect(ids.count == 40_000)
    #expect(tokenizer.decode(ids) == text)
  }

  @Test func bytesWithoutATokenAreDroppedOrBecomeTheUnknownToken() throws {
    var definition = TokenizerDefinition()
    _ = try definition.setTokens([("a", 0), ("b", 1), ("ab", 2), ("?", 3)], path: "t")
    definition.merging = .list([Merge(left: 0, right: 1, merged: 2)])
    definition.preTokenizer.steps = [.byteLevel(addsPrefixSpace: false, usesPattern: false)]
    #expect(Tokenizer(definition).encode("axb") == [2])
    definition.unknown = 3
    #expect(Tokenizer(definition).encode("axb") == [0, 3, 1])
  }

  @Test func wholeWordsAreTakenWhereMergesAreIgnored() throws {
    var definition = try TokenizerFixture.definition
    definition.tokens[0] = "xyz"
    #expect(Tokenizer(definition).encode("xyz").count == 3)
    definition.takesWholeWords = true
    #expect(Tokenizer(definition).encode("xyz") == [0])
  }
}
