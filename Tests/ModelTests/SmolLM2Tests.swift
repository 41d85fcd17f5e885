import Foundation
import Kernels
import Model
import TestSupport
import Testing
import Weights

/// A real pretrained Llama in 4-bit blocks, against transformers with the weights converted to float32.
@Suite(
  .enabled(if: SmolLM2File.isThere, "the SmolLM2 GGUF is not here; set INFIR_DOWNLOADS to the folder that has it"),
  .enabled(if: Shared.has("goldens/smollm2/case.json"), Comment(rawValue: Shared.missing)))
struct SmolLM2Tests {
  private static var isSlowWanted: Bool { ProcessInfo.processInfo.environment["INFIR_SLOW_TESTS"] == "1" }

  private struct Case: Decodable {
    struct Generation: Decodable {
      let input_ids: [Int32]
      let greedy_ids: [Int32]
    }
    let generation: [Generation]
  }

  private func model() throws -> VisionLanguageModel {
    let file = try GGUF(file: SmolLM2File.path)
    return try VisionLanguageModel(
      configuration: try ModelConfiguration(gguf: file), weights: try GGUFLlamaWeights(file), threads: 2)
  }

  private func cases() throws -> [Case.Generation] {
    let json = try Data(contentsOf: URL(fileURLWithPath: Shared.path("goldens/smollm2/case.json")))
    return try JSONDecoder().decode(Case.self, from: json).generation
  }

  @Test func theHeaderSaysWhatTheModelIs() throws {
    let text = try ModelConfiguration(gguf: GGUF(file: SmolLM2File.path)).text
    #expect(text.layers == 30 && text.hiddenSize == 576 && text.attentionHeads == 9 && text.keyValueHeads == 3)
    #expect(text.headDimension == 64 && text.vocabularySize == 49_152 && text.ropeTheta == 100_000)
    #expect(text.tiesWordEmbeddings && text.beginOfTextID == 1 && text.endOfTextIDs == [2])
    #expect(text.ropeScaling == .default && text.rmsNormEpsilon == 1e-5)
  }

  @Test(.enabled(if: isSlowWanted, "slow; INFIR_SLOW_TESTS=1 runs it")) func logitsAreThoseExpected() throws {
    let model = try model()
    let expected = try Safetensors(file: Shared.path("goldens/smollm2/expected.safetensors"))
    let logits = try #require(expected.tensor(named: "text_logits"))
    let ids = try #require(expected.tensor(named: "text_ids")).int32s()
    var cache = KVCache(model.configuration.text, capacity: 512)
    let found = try model.forward([.tokens(ids)], cache: &cache, logits: .all)
    // Logits reach 30, and 30 layers of float32 sums come before them.
    let difference = largestDifference(found, logits.floats())
    #expect(difference <= 1e-2, "\(difference)")
  }

  @Test(.enabled(if: isSlowWanted, "slow; INFIR_SLOW_TESTS=1 runs it")) func itAnswersWordForWord() throws {
    let model = try model()
    for generation in try cases() {
      var cache = KVCache(model.configuration.text, capacity: 512)
      var logits = try model.forward([.tokens(generation.input_ids)], cache: &cache)
      var ids: [Int32] = []
      while ids.count < generation.greedy_ids.count {
        ids.append(Int32(argmax(logits, in: logits.indices)))
        logits = try model.forward([.tokens([ids[ids.count - 1]])], cache: &cache)
      }
      #expect(ids == generation.greedy_ids)
    }
  }
}

private enum SmolLM2File {
  static let path = Shared.downloads.appendingPathComponent("SmolLM2-135M-Instruct.Q4_1.gguf").path
  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}
