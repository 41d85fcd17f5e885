import Foundation
import TestSupport
import Testing

@testable import Tokenizer

/// A text and its ids, as the reference cases have them.
struct TokenizerCase: Decodable, Sendable {
  var text: String
  var ids: [Int32]
  var ids_with_special: [Int32]?

  static func read(_ path: String) throws -> [TokenizerCase] {
    try JSONDecoder().decode([TokenizerCase].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }
}

@Suite struct TokenizerTests {
  @Test(
    .enabled(if: Shared.has("goldens/llava-tied"), Comment(rawValue: Shared.missing)),
    arguments: ["llava-tied", "llava-next-untied"])
  func givesHuggingFacesIDs(model: String) throws {
    let tokenizer = try Tokenizer(directory: Shared.path("goldens/\(model)"))
    let cases = try TokenizerCase.read(Shared.path("goldens/\(model)/tokenizer_cases.json"))
    #expect(cases.count == 12)
    for example in cases {
      #expect(tokenizer.encode(example.text) == example.ids)
      #expect(tokenizer.encode(example.text, addsSpecial: true) == example.ids_with_special)
      #expect(tokenizer.decode(example.ids, skipsSpecial: false) == example.text)
    }
    #expect(tokenizer.vocabularySize == 640)
    #expect(tokenizer.beginOfText == 633)
    #expect(tokenizer.endOfText == [634])
    #expect(tokenizer.id(of: "<image>") == 639)
    #expect(tokenizer.specialTokenCount == 7)
  }

  @Test func specialTokensAreKnownByName() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    let image = try #require(tokenizer.id(of: "<image>"))
    #expect(tokenizer.isSpecial(image))
    #expect(tokenizer.text(of: image) == "<image>")
    #expect(tokenizer.bytes(of: image) == [])
    #expect(tokenizer.encode("a<image>b").contains(image))
    #expect(!tokenizer.encode("a<image>b", parsesSpecial: false).contains(image))
    #expect(tokenizer.decode([image]) == "")
    #expect(tokenizer.decode([image], skipsSpecial: false) == "<image>")
  }

  @Test func otherTokensAreKnownByTheirLetters() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    let id = try #require(tokenizer.id(of: "Ġworld"))
    #expect(!tokenizer.isSpecial(id))
    #expect(tokenizer.bytes(of: id) == Array(" world".utf8))
    #expect(tokenizer.text(of: id) == "Ġworld")
    #expect(tokenizer.id(of: "no such token") == nil)
    #expect(tokenizer.id(of: "") == nil)
  }

  @Test func everyTextComesBack() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    for text in ["", " ", "hello world\n\n", "é e\u{301}\0 🙂👩‍👧", "\r\n\u{FEFF}", "日本語"] {
      let ids = tokenizer.encode(text)
      #expect(tokenizer.decode(ids).unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test(arguments: [-1, Int32.min, Int32.max, 272, 1_000_000])
  func idsOutsideTheVocabularyAreHarmless(id: Int32) throws {
    let tokenizer = try TokenizerFixture.tokenizer
    #expect(tokenizer.vocabularySize == 272)
    #expect(tokenizer.bytes(of: id) == [])
    #expect(tokenizer.text(of: id) == nil)
    #expect(!tokenizer.isSpecial(id))
    #expect(tokenizer.decode([id, 0], skipsSpecial: false) == "!")
  }

  @Test func bytesThatAreNoUTF8AreReplaced() throws {
    let tokenizer = try TokenizerFixture.tokenizer
    let ids = tokenizer.encode("é").dropLast()
    #expect(tokenizer.decode(Array(ids) + tokenizer.encode("a")) == "\u{FFFD}a")
  }

  @Test func textIsComposedWhereTheTokenizerSaysSo() throws {
    var definition = try TokenizerFixture.definition
    #expect(Tokenizer(definition).encode("e\u{301}") != Tokenizer(definition).encode("\u{E9}"))
    definition.normalizesToNFC = true
    let tokenizer = Tokenizer(definition)
    #expect(tokenizer.encode("e\u{301}") == tokenizer.encode("\u{E9}"))
  }
}
