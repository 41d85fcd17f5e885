import TestSupport
import Testing

@testable import Tokenizer

@Suite struct TokenizerDefinitionHuggingFaceTests {
  private func read(_ bytes: [UInt8]) throws -> TokenizerDefinition {
    try TokenizerDefinition(tokenizerJSON: bytes, path: "t.json")
  }

  private func reason(_ bytes: [UInt8]) -> String {
    do {
      _ = try read(bytes)
      return "no error"
    } catch let error as TokenizerError {
      return error.description
    } catch {
      return "another error"
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let definition = try TokenizerFixture.definition
    let again = try read(definition.tokenizerJSON())
    #expect(again.tokens == definition.tokens)
    #expect(again.merging == definition.merging)
    #expect(again.added == definition.added)
    #expect(again.preTokenizer == definition.preTokenizer)
  }

  @Test func mergesMayBeTextsOrPairs() throws {
    let pairs = try read(TokenizerFixture.json)
    let texts = try read(TokenizerFixture.json(replacing: #"["h", "e"]"#, with: #""h e""#))
    #expect(pairs == texts)
  }

  @Test func thePostProcessorsTokensAreAdded() throws {
    var definition = try TokenizerFixture.definition
    definition.parts = [.ids([268]), .text, .ids([269])]
    let tokenizer = Tokenizer(try read(definition.tokenizerJSON()))
    #expect(tokenizer.encode("hello", addsSpecial: true) == [268] + tokenizer.encode("hello") + [269])
    #expect(tokenizer.encode("", addsSpecial: true) == [268, 269])
    #expect(tokenizer.beginOfText == 268)
  }

  /// Llama 3's file has a ByteLevel processor in a sequence before its template.
  @Test func aSequenceOfPostProcessorsNests() throws {
    let sequence = """
      "post_processor": {"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "TemplateProcessing",
      "single": [{"SpecialToken": {"id": "b", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
      "special_tokens": {"b": {"id": "b", "ids": [268], "tokens": ["b"]}}}]}, "old":
      """
    let definition = try read(TokenizerFixture.json(replacing: "\"post_processor\":", with: sequence))
    #expect(definition.parts == [.ids([268]), .text])
  }

  @Test func badMergesAreNamed() throws {
    #expect(
      reason(try TokenizerFixture.json(replacing: #"["h", "e"]"#, with: #"["h", "nope"]"#))
        == "t.json is not a usable tokenizer: the merge of “h” and “nope” names a token that isn't there; download or copy it again"
    )
    for merge in [#""he""#, #""h e l""#, #"["h"]"#, #"["h", 1]"#, "7", #"" e""#] {
      #expect(reason(try TokenizerFixture.json(replacing: #"["h", "e"]"#, with: merge)).contains("is not a pair"))
    }
  }

  @Test func idsMustBeDistinctAndSensible() throws {
    #expect(reason(try TokenizerFixture.json(replacing: "\"#\": 2", with: "\"#\": 1")).contains("the same id 1"))
    #expect(reason(try TokenizerFixture.json(replacing: "\"#\": 2", with: "\"!\": 2")).contains("“!” occurs twice"))
    #expect(
      reason(try TokenizerFixture.json(replacing: "\"id\": 269", with: "\"id\": 268")).contains("the same id 268"))
    #expect(reason(try TokenizerFixture.json(replacing: "\"id\": 269", with: "\"id\": 3")).contains("the same id 3"))
    for id in ["-1", "4194304", "9223372036854775807"] {
      #expect(
        reason(try TokenizerFixture.json(replacing: "\"#\": 2", with: "\"#\": \(id)")).contains(
          "which no vocabulary has"))
    }
    for id in ["1e30", "\"2\"", "null", "2.5", "99999999999999999999"] {
      #expect(reason(try TokenizerFixture.json(replacing: "\"#\": 2", with: "\"#\": \(id)")).contains("whole number"))
    }
  }

  @Test(arguments: [
    (#""type": "BPE""#, #""type": "WordPiece""#, "a model of type “WordPiece”"),
    (#""normalizer": null"#, #""normalizer": {"type": "Lowercase"}"#, "the normalizer “Lowercase”"),
    (#""type": "Split""#, #""type": "Metaspace""#, "the pre-tokenizer “Metaspace”"),
    (#"{1,3}"#, #"{1,4}"#, "the pre-tokenizer pattern “(?i:'s|"),
    (#""behavior": "Isolated""#, #""behavior": "MergedWithNext""#, "the pre-tokenizer behaviour “MergedWithNext”"),
    (#""decoder": {"type": "ByteLevel""#, #""decoder": {"type": "WordPiece""#, "the decoder “WordPiece”"),
    (#""type": "TemplateProcessing""#, #""type": "BertProcessing""#, "the post-processor “BertProcessing”"),
    (#""dropout": null"#, #""dropout": 0.1"#, "dropout"),
    (#""end_of_word_suffix": null"#, #""end_of_word_suffix": "</w>""#, "end_of_word_suffix"),
    (#"{"type": "ByteLevel", "add_prefix_space": false"#, #"{"type": "Digits", "x": 0"#, "without byte-level letters"),
  ])
  func whatWouldTokenizeDifferentlyIsRefusedByName(old: String, new: String, what: String) throws {
    let bytes = try TokenizerFixture.json(replacing: old, with: new)
    #expect(throws: TokenizerError.self) { try read(bytes) }
    #expect(reason(bytes).contains(what))
    #expect(reason(bytes).contains("which this program doesn't know"))
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{}", #"{"model": 1}"#, #"{"model": {}}"#, #"{"model": {"vocab": []}}"#,
    #"{"model": {"type": 3, "vocab": {}, "merges": []}}"#, #"{"model": {"vocab": {}, "merges": {}}}"#,
    #"{"model": {"vocab": {}, "merges": []}, "added_tokens": {}}"#,
    #"{"model": {"vocab": {}, "merges": []}, "added_tokens": [{"id": 1}]}"#,
    #"{"model": {"vocab": {}, "merges": []}, "pre_tokenizer": []}"#,
    #"{"model": {"vocab": {}, "merges": []}, "pre_tokenizer": {"type": "Sequence"}}"#,
    #"{"model": {"vocab": {}, "merges": []}, "pre_tokenizer": {"type": "ByteLevel", "use_regex": 1}}"#,
    #"{"model": {"vocab": {}, "merges": []}, "pre_tokenizer": {"type": "ByteLevel"}, "post_processor": {"type": "TemplateProcessing", "single": []}}"#,
  ])
  func wrongTypesAreDamage(text: String) {
    #expect(throws: TokenizerError.self) { try read(Array(text.utf8)) }
    #expect(reason(Array(text.utf8)).contains("is not a usable tokenizer"))
  }

  @Test func anEmptyVocabularyIsPossible() throws {
    let json = #"{"model": {"vocab": {}, "merges": []}, "pre_tokenizer": {"type": "ByteLevel"}}"#
    let tokenizer = Tokenizer(try read(Array(json.utf8)))
    #expect(tokenizer.vocabularySize == 0)
    #expect(tokenizer.encode("hello") == [])
  }

  @Test func deepNestingAndBrokenUTF8AreDamage() throws {
    let deep = String(repeating: #"{"type": "Sequence", "pretokenizers": ["#, count: 2_000)
    #expect(reason(Array(#"{"pre_tokenizer": "#.utf8) + Array(deep.utf8)).contains("nested deeper than 128 levels"))
    var bytes = try TokenizerFixture.json
    let place = try #require(bytes.firstIndex(of: 0xC4))
    bytes[place] = 0xFF
    #expect(reason(bytes).contains("a string is not UTF-8"))
  }

  @Test func errorsNameTokensWithoutControlCharacters() throws {
    let bytes = try TokenizerFixture.json(replacing: #"["h", "e"]"#, with: #"["\u001b[31m", "e"]"#)
    #expect(reason(bytes).contains("“\\u{1b}[31m”"))
  }

  /// The letters of all bytes would be most of the file, and damage would mostly hit them.
  @Test func survivesDamage() throws {
    var definition = try TokenizerFixture.definition
    let kept = Set("helowrdĠ".map(String.init))
    definition.tokens = definition.tokens.enumerated().map { index, token in
      index >= 256 || kept.contains(token ?? "") ? token : nil
    }
    definition.parts = [.ids([268]), .text]
    let original = definition.tokenizerJSON()
    _ = try read(original)
    var mutator = Mutator(seed: 3)
    for _ in 0..<Mutator.inputs {
      do {
        let tokenizer = Tokenizer(try read(mutator.mutate(original)))
        let ids = tokenizer.encode("hello world<image>", addsSpecial: true)
        #expect(ids.allSatisfy { $0 >= 0 && $0 < tokenizer.vocabularySize })
        _ = tokenizer.decode(ids, skipsSpecial: false)
      } catch is TokenizerError {
        continue
      }
    }
  }
}
