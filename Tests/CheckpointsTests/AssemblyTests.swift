import Foundation
import Kernels
import Model
import TestSupport
import Testing
import Tokenizer
import Weights

@testable import Checkpoints

@Suite struct AssemblyTests {
  private static let chat = ["<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>"]

  @Test func aRandomModelOpensAndIsTheSameForTheSameSeed() throws {
    let folder = try TemporaryDirectory()
    for (name, seed) in [("a", 7), ("b", 7), ("c", 8)] {
      try Assembly(output: folder.file(name), type: .bf16, seed: UInt64(seed)).writeRandom(.tiny, tokenizerPath: nil)
    }
    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: folder.file(name) + "/model.safetensors"))
    }
    #expect(try bytes("a") == bytes("b"))
    #expect(try bytes("a") != bytes("c"))
    let checkpoint = try Checkpoint(path: folder.file("a"))
    #expect(checkpoint.tokenizer.id(of: "<image>") == checkpoint.configuration.multimodal?.imageTokenID)
    _ = try VisionLanguageModel(configuration: checkpoint.configuration, weights: checkpoint.weights, threads: 1)
  }

  @Test("the parts' weights arrive whatever they are called", arguments: ["vision_model.", "", "vision_tower."])
  func partsAreJoined(prefix: String) throws {
    let parts = try TinyParts(prefix: prefix, specialTokens: AssemblyTests.chat)
    let out = parts.folder.file("out")
    try Assembly(output: out, type: .f32, seed: 0).write(
      visionPath: parts.visionPath, languagePath: parts.languagePath, projector: .random)

    let joined = try Checkpoint(path: out)
    let vision = try Safetensors(directory: parts.visionPath)
    let language = try Safetensors(directory: parts.languagePath)
    for parameter in joined.configuration.parameters {
      let found = values(joined.weights.tensor(named: parameter.name))
      switch parameter.part {
      case .vision:
        let name = prefix + parameter.name.dropFirst("vision_tower.".count)
        #expect(found == values(vision.tensor(named: name)), "\(parameter.name)")
      case .language:
        let name = String(parameter.name.dropFirst("language_model.".count))
        #expect(found == values(language.tensor(named: name)), "\(parameter.name)")
      case .projector: #expect(found.count == parameter.count && !found.contains { !$0.isFinite }, "\(parameter.name)")
      }
    }
    _ = try VisionLanguageModel(configuration: joined.configuration, weights: joined.weights, threads: 1)
  }

  @Test func anIdentityProjectorPassesTheFirstFeaturesThrough() throws {
    let parts = try TinyParts(specialTokens: AssemblyTests.chat)
    let out = parts.folder.file("out")
    try Assembly(output: out, type: .f32, seed: 0).write(
      visionPath: parts.visionPath, languagePath: parts.languagePath, projector: .identity)
    let weights = try Safetensors(directory: out)
    for (name, columns) in [("linear_1", 12), ("linear_2", 16)] {
      let matrix = values(weights.tensor(named: "multi_modal_projector.\(name).weight"))
      #expect(matrix.indices.allSatisfy { matrix[$0] == ($0 / columns == $0 % columns ? 1 : 0) })
    }
  }

  @Test func aReservedTokenBecomesTheImageToken() throws {
    let parts = try TinyParts(specialTokens: AssemblyTests.chat + ["<|reserved_special_token_0|>"])
    let out = parts.folder.file("out")
    try Assembly(output: out, type: .f32, seed: 0).write(
      visionPath: parts.visionPath, languagePath: parts.languagePath, projector: .random)
    let joined = try Checkpoint(path: out)
    #expect(joined.configuration.multimodal?.imageTokenID == 260)
    #expect(joined.tokenizer.encode("<image>") == [260])
  }

  @Test func aFullVocabularyGrowsByTheImageToken() throws {
    // 256 bytes and 8 special tokens fill the 264 rows of the embedding.
    let parts = try TinyParts(specialTokens: AssemblyTests.chat + ["<a>", "<b>", "<c>", "<d>"])
    let out = parts.folder.file("out")
    try Assembly(output: out, type: .f32, seed: 0).write(
      visionPath: parts.visionPath, languagePath: parts.languagePath, projector: .random)
    let joined = try Checkpoint(path: out)
    #expect(joined.configuration.text.vocabularySize == 265)
    let name = "model.embed_tokens.weight"
    let before = values(try Safetensors(directory: parts.languagePath).tensor(named: name))
    let after = values(joined.weights.tensor(named: "language_model." + name))
    #expect(Array(after.prefix(before.count)) == before)
    #expect(after.count == 265 * 16 && after.suffix(16).contains { $0 != 0 })
  }

  @Test func aFolderWithSomethingInItIsLeftAlone() throws {
    let folder = try TemporaryDirectory()
    try folder.write([1], to: "precious")
    #expect {
      try Assembly(output: folder.path, type: .bf16, seed: 0).writeRandom(.tiny, tokenizerPath: nil)
    } throws: { error in
      "\(error)".contains(folder.path) && "\(error)".contains("new folder")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["precious"])
  }

  @Test func whatAKilledRunLeftIsReplaced() throws {
    let folder = try TemporaryDirectory()
    try FileManager.default.createDirectory(atPath: folder.file("model.partial"), withIntermediateDirectories: true)
    try folder.write([1], to: "model.partial/config.json")
    try FileManager.default.createDirectory(atPath: folder.file("model"), withIntermediateDirectories: true)
    try Assembly(output: folder.file("model"), type: .bf16, seed: 0).writeRandom(.tiny, tokenizerPath: nil)
    _ = try Checkpoint(path: folder.file("model"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model"])
  }

  @Test func partsOfTheWrongKindAreRefused() throws {
    let parts = try TinyParts(specialTokens: AssemblyTests.chat)
    let assembly = Assembly(output: parts.folder.file("out"), type: .f32, seed: 0)
    #expect(throws: CheckpointError.self) {
      try assembly.write(visionPath: parts.languagePath, languagePath: parts.languagePath, projector: .random)
    }
    #expect(throws: CheckpointError.self) {
      try assembly.write(visionPath: parts.visionPath, languagePath: parts.visionPath, projector: .random)
    }
    #expect(!FileManager.default.fileExists(atPath: parts.folder.file("out")))
  }
}
