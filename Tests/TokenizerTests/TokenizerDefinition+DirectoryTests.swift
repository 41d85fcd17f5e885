import Foundation
import TestSupport
import Testing

@testable import Tokenizer

@Suite struct TokenizerDefinitionDirectoryTests {
  private func directory(_ files: [String: String] = [:]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(try TokenizerFixture.json, to: "tokenizer.json")
    for (name, text) in files { try directory.write(Array(text.utf8), to: name) }
    return directory
  }

  @Test func specialTokensAreNamedByTheConfiguration() throws {
    let directory = try directory([
      "tokenizer_config.json":
        #"{"bos_token": {"content": "<|end_of_text|>", "lstrip": false}, "eos_token": "<image>", "pad_token": null}"#
    ])
    let tokenizer = try Tokenizer(directory: directory.path)
    #expect(tokenizer.text(of: try #require(tokenizer.beginOfText)) == "<|end_of_text|>")
    // <|eot_id|> ends a turn, whatever the configuration says.
    #expect(tokenizer.endOfText == [271, 269])
    #expect(tokenizer.namedTokens == ["bos_token": "<|end_of_text|>", "eos_token": "<image>"])
  }

  @Test func moreEndsOfTextComeFromTheGenerationConfiguration() throws {
    let directory = try directory([
      "tokenizer_config.json": #"{"eos_token": "<|eot_id|>"}"#,
      "generation_config.json": #"{"bos_token_id": 268, "eos_token_id": [270, 269, 99999, -1, "x", 271]}"#,
    ])
    let tokenizer = try Tokenizer(directory: directory.path)
    #expect(tokenizer.endOfText == [269, 270, 271])
    #expect(tokenizer.beginOfText == 268)
  }

  @Test func withoutAConfigurationTheirNamesAreWellKnown() throws {
    let directory = try directory()
    let tokenizer = try Tokenizer(directory: directory.path)
    #expect(tokenizer.endOfText == [269, 270])
  }

  @Test func ranksAreReadWhereThereIsNoJSON() throws {
    let directory = try TemporaryDirectory()
    try directory.write(TokenizerFixture.ranks, to: "tokenizer.model")
    let tokenizer = try Tokenizer(directory: directory.path)
    #expect(tokenizer.encode("hello") == [259])
    #expect(tokenizer.endOfText == [266, 273, 274])
  }

  @Test func whatIsWrittenIsReadAgainWithItsNames() throws {
    let definition = try TokenizerFixture.definition
    let directory = try TemporaryDirectory()
    try directory.write(definition.tokenizerJSON(), to: "tokenizer.json")
    try directory.write(definition.tokenizerConfigJSON(chatTemplate: "{{ bos_token }}"), to: "tokenizer_config.json")
    let tokenizer = try Tokenizer(directory: directory.path)
    #expect(tokenizer.beginOfText == 268)
    #expect(tokenizer.namedTokens == definition.names)
    #expect(try ChatTemplate(directory: directory.path)?.render([], addsGenerationPrompt: false) == "<|begin_of_text|>")
  }

  @Test func missingAndUnreadableFilesAreErrors() throws {
    let empty = try TemporaryDirectory()
    #expect(throws: TokenizerError.self) { try Tokenizer(directory: empty.path) }
    #expect(throws: TokenizerError.self) { try Tokenizer(directory: empty.path + "/nowhere") }
    try FileManager.default.createDirectory(atPath: empty.file("tokenizer.json"), withIntermediateDirectories: false)
    #expect(throws: TokenizerError.self) { try Tokenizer(directory: empty.path) }
    let broken = try directory(["tokenizer_config.json": "{"])
    #expect(throws: TokenizerError.self) { try Tokenizer(directory: broken.path) }
  }
}
