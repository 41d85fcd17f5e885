import TestSupport
import Testing

@testable import Tokenizer

@Suite struct ChatTemplateDirectoryTests {
  private func render(_ files: [String: String]) throws -> String? {
    let directory = try TemporaryDirectory()
    for (name, text) in files { try directory.write(Array(text.utf8), to: name) }
    return try ChatTemplate(directory: directory.path)?.render([], addsGenerationPrompt: true)
  }

  @Test func thereNeedNotBeOne() throws {
    #expect(try render([:]) == nil)
    #expect(try render(["tokenizer_config.json": #"{"bos_token": "<s>"}"#]) == nil)
  }

  @Test func itMayBeATextInTheConfiguration() throws {
    #expect(
      try render(["tokenizer_config.json": #"{"chat_template": "a{{ bos_token }}", "bos_token": "<s>"}"#]) == "a<s>")
  }

  @Test func ofNamedOnesTheDefaultIsTaken() throws {
    let list = #"[{"name": "tool_use", "template": "t"}, {"name": "default", "template": "d"}]"#
    #expect(try render(["tokenizer_config.json": #"{"chat_template": \#(list)}"#]) == "d")
  }

  @Test func aFileOfItsOwnGoesFirst() throws {
    let files = [
      "tokenizer_config.json": #"{"chat_template": "a", "eos_token": {"content": "</s>"}}"#,
      "chat_template.json": #"{"chat_template": "b"}"#,
    ]
    #expect(try render(files) == "b")
    #expect(try render(files.merging(["chat_template.jinja": "c{{ eos_token }}\n"]) { $1 }) == "c</s>")
  }

  @Test func aFileThatIsNoUTF8IsAnError() throws {
    let directory = try TemporaryDirectory()
    try directory.write([0x61, 0xFF], to: "chat_template.jinja")
    #expect(throws: TokenizerError.self) { try ChatTemplate(directory: directory.path) }
  }
}
