import Foundation
import Kernels
import Model
import TestSupport
import Testing
import Tokenizer

@testable import Checkpoints

@Suite struct CheckpointTests {
  private static let smolLM = Shared.downloads.appendingPathComponent("SmolLM2-135M-Instruct.Q4_1.gguf").path

  @Test func aMissingPathIsNamed() {
    #expect(throws: CheckpointError.missing(path: "/nowhere/model")) { try Checkpoint(path: "/nowhere/model") }
    #expect(throws: CheckpointError.missing(path: "/nowhere/model")) {
      try Checkpoint.tokenizer(path: "/nowhere/model")
    }
    #expect(throws: CheckpointError.missing(path: "/nowhere/model")) {
      try Checkpoint.configuration(path: "/nowhere/model")
    }
  }

  @Test func aFolderWithAGGUFFileSaysWhichToGive() throws {
    let folder = try TemporaryDirectory()
    try folder.write([0], to: "b.gguf")
    #expect { try Checkpoint(path: folder.path) } throws: { "\($0)".hasSuffix("give \(folder.path)/b.gguf") }
  }

  @Test func aFileThatIsNoModelIsRefused() throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write([0], to: "notes.txt")
    #expect { try Checkpoint(path: path) } throws: { "\($0)".contains("neither a directory") }
  }

  @Test func aTokenizerLargerThanTheEmbeddingIsRefused() throws {
    let folder = try tinyModel()
    let definition = try TokenizerDefinition.byteLevel(specialTokens: ["<image>"], vocabularySize: 1000)
    try Data(definition.tokenizerJSON()).write(to: URL(fileURLWithPath: folder.file("model/tokenizer.json")))
    #expect { try Checkpoint(path: folder.file("model")) } throws: { "\($0)".contains("don't belong together") }
  }

  @Test func aTokenizerOpensWithoutItsModel() throws {
    let folder = try TemporaryDirectory()
    let definition = try TokenizerDefinition.byteLevel(specialTokens: ["<|eot_id|>"])
    try folder.write(definition.tokenizerJSON(), to: "tokenizer.json")
    for path in [folder.path, folder.file("tokenizer.json")] {
      #expect(try Checkpoint.tokenizer(path: path).encode("A<|eot_id|>") == [definition.id(of: "A"), 256])
    }
  }

  @Test func anImageProcessorOfAnotherModelIsRefused() throws {
    let folder = try tinyModel()
    let file = URL(fileURLWithPath: folder.file("model/preprocessor_config.json"))
    let text = try String(contentsOf: file, encoding: .utf8).replacingOccurrences(of: "336", with: "448")
    try Data(text.utf8).write(to: file)
    #expect { try Checkpoint(path: folder.file("model")) } throws: { "\($0)".contains("image_grid_pinpoints") }
  }

  @Test func aModelWithoutAnImageProcessorIsRefused() throws {
    let folder = try tinyModel()
    try FileManager.default.removeItem(atPath: folder.file("model/preprocessor_config.json"))
    #expect { try Checkpoint(path: folder.file("model")) } throws: { "\($0)".contains("preprocessor_config.json") }
  }

  @Test(
    "a real GGUF file brings configuration, tokenizer and template",
    .enabled(if: FileManager.default.fileExists(atPath: smolLM), "run scripts/download-test-models for this one"))
  func realGGUF() throws {
    let checkpoint = try Checkpoint(path: CheckpointTests.smolLM)
    #expect(checkpoint.configuration.text.layers == 30)
    #expect(checkpoint.configuration.text.vocabularySize == 49_152)
    let prompt = try checkpoint.template.render(
      [ChatMessage(role: "user", content: "Hello")], addsGenerationPrompt: true)
    #expect(prompt.hasPrefix("<|im_start|>system\nYou are a helpful AI assistant named SmolLM"))
    #expect(prompt.hasSuffix("<|im_start|>user\nHello<|im_end|>\n<|im_start|>assistant\n"))
    #expect(checkpoint.tokenizer.decode(checkpoint.tokenizer.encode("Hällo 世界")) == "Hällo 世界")
  }

  private func tinyModel() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try Assembly(output: folder.file("model"), type: .bf16, seed: 0).writeRandom(.tiny, tokenizerPath: nil)
    return folder
  }
}
