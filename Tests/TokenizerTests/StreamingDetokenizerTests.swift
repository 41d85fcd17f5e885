import TestSupport
import Testing

@testable import Tokenizer

@Suite struct StreamingDetokenizerTests {
  @Test func charactersComeWhole() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    var detokenizer = StreamingDetokenizer(tokenizer)
    let pieces = tokenizer.encode("a🙂é").map { detokenizer.append($0) }
    #expect(pieces == ["a", "", "", "", "🙂", "", "é"])
    #expect(detokenizer.finish() == "")
  }

  @Test func specialTokensAreSilentUnlessAsked() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    let ids = tokenizer.encode("é<|eot_id|>x")
    var silent = StreamingDetokenizer(tokenizer)
    #expect(ids.map { silent.append($0) }.joined() + silent.finish() == "éx")
    var all = StreamingDetokenizer(tokenizer, skipsSpecial: false)
    #expect(ids.map { all.append($0) }.joined() + all.finish() == "é<|eot_id|>x")
  }

  @Test func whatIsHeldBackAtTheEndIsNotLost() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    var detokenizer = StreamingDetokenizer(tokenizer)
    let ids = Array(tokenizer.encode("🙂").dropLast())
    #expect(ids.map { detokenizer.append($0) } == ["", "", ""])
    #expect(detokenizer.finish() == "\u{FFFD}")
    #expect(detokenizer.append(ids[0]) == "")
    #expect(detokenizer.finish() == "\u{FFFD}")
  }

  /// Any bytes in any order give, piece by piece, what they give at once.
  @Test func piecesTogetherAreTheWholeText() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    var generator = SeededGenerator(seed: 5)
    let byteIDs = try (UInt8.min...UInt8.max).map { byte in
      try #require(tokenizer.id(of: ByteLetters.letters(of: [byte])))
    }
    // Bytes that begin and continue characters, more often than chance would have them.
    let likely: [UInt8] = [
      0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<2_000 {
      let ids = (0..<12).map { _ in
        byteIDs[Int(likely.randomElement(using: &generator) ?? 0)]
      }
      var detokenizer = StreamingDetokenizer(tokenizer)
      let streamed = ids.map { detokenizer.append($0) }.joined() + detokenizer.finish()
      #expect(streamed.unicodeScalars.elementsEqual(tokenizer.decode(ids).unicodeScalars))
    }
  }

  @Test func idsOutsideTheVocabularyAreHarmless() throws {
    var detokenizer = StreamingDetokenizer(try TokenizerFixture.tokenizer)
    for id in [-1, Int32.min, Int32.max, 100_000] { #expect(detokenizer.append(id) == "") }
    #expect(detokenizer.finish() == "")
  }
}
