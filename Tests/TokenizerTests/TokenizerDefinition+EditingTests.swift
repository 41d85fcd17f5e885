import TestSupport
import Testing

@testable import Tokenizer

@Suite struct TokenizerDefinitionEditingTests {
  private static let specials = [
    "<|begin_of_text|>", "<|eot_id|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|pad|>",
    "<image>",
  ]

  @Test func theLeastTokenizerHas256BytesAndItsSpecialTokens() throws {
    let tokenizer = try Tokenizer.byteLevel(specialTokens: Self.specials)
    #expect(tokenizer.vocabularySize == 263)
    #expect(tokenizer.specialTokenCount == 7)
    #expect(tokenizer.beginOfText == 256)
    #expect(tokenizer.endOfText == [257, 258])
    #expect(tokenizer.id(of: "<image>") == 262)
    // As Hugging Face's tokenizers 0.23.3 encode with the file that is written.
    #expect(tokenizer.encode("Hi <image>") == [39, 72, 220, 262])
    let text = "Any text: é 日本 🙂"
    #expect(tokenizer.decode(tokenizer.encode(text)) == text)
  }

  @Test func aLargerVocabularyIsFilledWithReservedTokens() throws {
    let tokenizer = try Tokenizer.byteLevel(specialTokens: Self.specials, vocabularySize: 300)
    #expect(tokenizer.vocabularySize == 300)
    #expect(tokenizer.text(of: 299) == "<|reserved_special_token_36|>")
    for size in [-1, 0, 262, 1 << 30] {
      #expect(throws: TokenizerError.self) {
        try Tokenizer.byteLevel(specialTokens: Self.specials, vocabularySize: size)
      }
    }
    #expect(throws: TokenizerError.self) { try Tokenizer.byteLevel(specialTokens: ["<a>", "<a>"]) }
  }

  @Test func aTokenIsAddedBehindTheLastOrAtAnID() throws {
    var definition = try TokenizerFixture.definition
    #expect(try definition.addSpecialToken("<next>") == 272)
    #expect(try definition.addSpecialToken("<far>", id: 300) == 300)
    let tokenizer = Tokenizer(try TokenizerDefinition(tokenizerJSON: definition.tokenizerJSON(), path: "t.json"))
    #expect(tokenizer.encode("<far><next>") == [300, 272])
    #expect(tokenizer.vocabularySize == 301)
    #expect(tokenizer.text(of: 290) == nil)
  }

  /// Readers number added tokens from the vocabulary's size on, whatever the file says; with a gap before one, all must be
  /// listed in the vocabulary. Without that, <far> came out as 273 and all that were added first moved.
  @Test func tokensBehindAGapAreListedInTheVocabulary() throws {
    var definition = try TokenizerFixture.definition
    #expect(!String(decoding: definition.tokenizerJSON(), as: UTF8.self).contains("\"<image>\": 271"))
    try definition.addSpecialToken("<far>", id: 300)
    let text = String(decoding: definition.tokenizerJSON(), as: UTF8.self)
    #expect(text.contains("\"<image>\": 271"))
    #expect(text.contains("\"<far>\": 300"))
  }

  @Test func aReservedTokenGetsAnotherName() throws {
    var definition = try TokenizerDefinition.byteLevel(specialTokens: ["<|begin_of_text|>"], vocabularySize: 260)
    #expect(try definition.renameSpecialToken("<|reserved_special_token_1|>", to: "<image>") == 258)
    #expect(try definition.renameSpecialToken("<|begin_of_text|>", to: "<s>") == 256)
    #expect(definition.names["bos_token"] == "<s>")
    let tokenizer = Tokenizer(definition)
    #expect(tokenizer.encode("<image>") == [258])
    #expect(tokenizer.id(of: "<|reserved_special_token_1|>") == nil)
    #expect(tokenizer.vocabularySize == 260)
  }

  @Test func nothingIsTakenTwice() throws {
    var definition = try TokenizerFixture.definition
    let before = definition
    #expect(throws: TokenizerError.conflict(reason: "it has “<image>” already, with the id 271")) {
      try definition.addSpecialToken("<image>")
    }
    #expect(throws: TokenizerError.conflict(reason: "the id 3 is that of “$”")) {
      try definition.addSpecialToken("<x>", id: 3)
    }
    #expect(throws: TokenizerError.self) { try definition.addSpecialToken("") }
    #expect(throws: TokenizerError.self) { try definition.addSpecialToken("<x>", id: -1) }
    #expect(throws: TokenizerError.self) { try definition.addSpecialToken("<x>", id: .max) }
    #expect(throws: TokenizerError.self) { try definition.renameSpecialToken("<nope>", to: "<x>") }
    #expect(throws: TokenizerError.self) { try definition.renameSpecialToken("<image>", to: "<|eot_id|>") }
    #expect(throws: TokenizerError.self) { try definition.renameSpecialToken("<image>", to: "") }
    #expect(definition == before)
  }
}
