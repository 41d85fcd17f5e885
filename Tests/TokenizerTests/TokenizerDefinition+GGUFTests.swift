import Foundation
import TestSupport
import Testing

@testable import Tokenizer

@Suite struct TokenizerDefinitionGGUFTests {
  private func vocabulary(preTokenizer: String = "llama-bpe") throws -> GGUFVocabulary {
    let definition = try TokenizerFixture.definition
    var vocabulary = GGUFVocabulary(
      model: "gpt2", preTokenizer: preTokenizer, tokens: definition.tokens.map { $0 ?? "" } + TokenizerFixture.specials,
      types: [], merges: TokenizerFixture.merges.map { "\($0.0) \($0.1)" }, beginOfText: 268, endOfText: [269],
      addsBeginOfText: true)
    vocabulary.types = vocabulary.tokens.map { $0.hasPrefix("<") && $0.count > 1 ? 3 : 1 }
    return vocabulary
  }

  @Test func givesTheIDsOfTheSameTokenizerInJSON() throws {
    let tokenizer = try Tokenizer(vocabulary(), path: "m.gguf")
    let json = try TokenizerFixture.tokenizer
    let text = "hello world 1234<image> it's"
    #expect(tokenizer.encode(text) == json.encode(text))
    #expect(tokenizer.encode("hello", addsSpecial: true) == [268] + json.encode("hello"))
    #expect(tokenizer.beginOfText == 268)
    #expect(tokenizer.endOfText == [269])
    #expect(tokenizer.isSpecial(271))
    #expect(tokenizer.namedTokens["bos_token"] == "<|begin_of_text|>")
  }

  @Test(arguments: [
    ("llama-bpe", 2), ("llama3", 2), ("qwen2", 4), ("smollm", 4), ("gpt-2", 4), ("default", 4), ("", 4),
  ])
  func thePatternHasLlamaCppsName(name: String, count: Int) throws {
    // Four digits are two words, four words, four words of one, or one word, of which no two digits merge.
    var vocabulary = try vocabulary(preTokenizer: name)
    vocabulary.tokens[33] = "123"
    vocabulary.tokens[34] = "12"
    vocabulary.merges += ["1 2", "12 3"]
    let tokenizer = try Tokenizer(vocabulary, path: "m.gguf")
    let ids = tokenizer.encode("1234")
    #expect(ids.count == (["gpt-2", "default", ""].contains(name) ? 2 : count))
  }

  @Test func userDefinedTokensAreFoundAndShown() throws {
    var vocabulary = try vocabulary()
    vocabulary.tokens.append("two  spaces")
    vocabulary.types.append(4)
    let tokenizer = try Tokenizer(vocabulary, path: "m.gguf")
    #expect(tokenizer.encode("two  spaces") == [272])
    #expect(tokenizer.decode([272]) == "two  spaces")
    #expect(!tokenizer.isSpecial(272))
  }

  @Test func whatIsUnknownOrDamagedIsRefused() throws {
    var other = try vocabulary()
    other.model = "llama"
    #expect(throws: TokenizerError.unsupported(path: "m.gguf", what: "a tokenizer of the model “llama”")) {
      try Tokenizer(other, path: "m.gguf")
    }
    #expect(throws: TokenizerError.self) { try Tokenizer(vocabulary(preTokenizer: "deepseek-coder"), path: "m.gguf") }
    var types = try vocabulary()
    types.types.removeLast()
    #expect(throws: TokenizerError.self) { try Tokenizer(types, path: "m.gguf") }
    var merges = try vocabulary()
    merges.merges.append("h nope")
    #expect(throws: TokenizerError.self) { try Tokenizer(merges, path: "m.gguf") }
    var twice = try vocabulary()
    twice.tokens[5] = twice.tokens[6]
    #expect(throws: TokenizerError.self) { try Tokenizer(twice, path: "m.gguf") }
  }

  @Test func idsOutsideTheVocabularyAreLeftOut() throws {
    var vocabulary = try vocabulary()
    vocabulary.beginOfText = -1
    vocabulary.endOfText = [9_999, 269, .min]
    let tokenizer = try Tokenizer(vocabulary, path: "m.gguf")
    #expect(tokenizer.beginOfText == nil)
    #expect(tokenizer.endOfText == [269])
    #expect(tokenizer.encode("hello", addsSpecial: true) == tokenizer.encode("hello"))
  }

  // MARK: - A real file

  static let realFile = Shared.downloads.appendingPathComponent("SmolLM2-135M-Instruct.Q4_1.gguf").path

  private struct Reference: Decodable {
    struct Generation: Decodable {
      var prompt: String
      var input_ids: [Int32]
      var greedy_ids: [Int32]
      var text: String
    }
    var generation: [Generation]
    var tokenizer: [TokenizerCase]
  }

  @Test(
    .enabled(
      if: Shared.has("goldens/smollm2") && FileManager.default.fileExists(atPath: realFile),
      "SmolLM2's GGUF file or its reference ids are not here; run scripts/download-test-models"))
  func givesSmolLM2sIDsAndPrompts() throws {
    let metadata = try GGUFMetadata(path: Self.realFile)
    let vocabulary = GGUFVocabulary(
      model: try #require(metadata.texts["tokenizer.ggml.model"]),
      preTokenizer: try #require(metadata.texts["tokenizer.ggml.pre"]),
      tokens: try #require(metadata.lists["tokenizer.ggml.tokens"]),
      types: try #require(metadata.numbers["tokenizer.ggml.token_type"]),
      merges: try #require(metadata.lists["tokenizer.ggml.merges"]), beginOfText: 1, endOfText: [2],
      addsBeginOfText: false)
    let tokenizer = try Tokenizer(vocabulary, path: Self.realFile)
    #expect(tokenizer.vocabularySize == 49_152)
    let path = Shared.path("goldens/smollm2/case.json")
    let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    for example in reference.tokenizer { #expect(tokenizer.encode(example.text) == example.ids) }
    let template = try ChatTemplate(source: try #require(metadata.texts["tokenizer.chat_template"]))
    for example in reference.generation {
      let messages = [ChatMessage(role: "user", content: example.prompt)]
      let prompt = try template.render(messages, addsGenerationPrompt: true)
      #expect(tokenizer.encode(prompt) == example.input_ids)
      #expect(tokenizer.decode(example.greedy_ids, skipsSpecial: false) == example.text)
    }
  }
}

/// The texts and lists in the header of a well-formed GGUF file: as much as this test needs, since the room that reads
/// GGUF is not below this one.
private struct GGUFMetadata {
  var texts: [String: String] = [:]
  var lists: [String: [String]] = [:]
  var numbers: [String: [Int32]] = [:]
  private var data: [UInt8]
  private var position = 8

  init(path: String) throws {
    let file = try #require(FileHandle(forReadingAtPath: path))
    data = [UInt8](try #require(try file.read(upToCount: 8 << 20)))
    _ = integer(8)
    for _ in 0..<integer(8) {
      let key = text()
      try read(key, type: integer(4))
    }
  }

  private mutating func integer(_ size: Int) -> Int {
    defer { position += size }
    return data[position..<(position + size)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private mutating func text() -> String {
    let count = integer(8)
    defer { position += count }
    return String(decoding: data[position..<(position + count)], as: UTF8.self)
  }

  private mutating func read(_ key: String, type: Int) throws {
    let sizes = [0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8]
    switch type {
    case 8: texts[key] = text()
    case 9:
      let element = integer(4)
      let count = integer(8)
      if element == 8 {
        lists[key] = (0..<count).map { _ in text() }
      } else {
        let size = try #require(sizes[element])
        numbers[key] = (0..<count).map { _ in Int32(truncatingIfNeeded: integer(size)) }
      }
    default: _ = integer(try #require(sizes[type]))
    }
  }
}
