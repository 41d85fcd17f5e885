import Foundation
import Kernels
import Model
import TestSupport
import Tokenizer
import Weights

@testable import Checkpoints

/// The parts that an InfiR-VL is assembled from, at a size that tests can afford, as published checkpoints have them.
struct TinyParts {
  let folder: TemporaryDirectory

  static let text = TextConfiguration(
    vocabularySize: 264, hiddenSize: 16, intermediateSize: 24, layers: 1, attentionHeads: 2, keyValueHeads: 1,
    maximumPositions: 128, tiesWordEmbeddings: true)
  static let vision = VisionConfiguration(
    hiddenSize: 12, intermediateSize: 20, layers: 1, attentionHeads: 2, imageSize: 28, patchSize: 14)

  var visionPath: String { folder.file("siglip") }
  var languagePath: String { folder.file("llama") }

  /// - Parameters:
  ///   - prefix: what the names of SigLIP's weights begin with.
  ///   - specialTokens: of the language model's tokenizer, after its 256 bytes.
  init(prefix: String = "vision_model.", specialTokens: [String]) throws {
    folder = try TemporaryDirectory()
    for path in [visionPath, languagePath] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    try writeVision(prefix: prefix)
    try writeLanguage(specialTokens: specialTokens)
  }

  private func writeVision(prefix: String) throws {
    let vision = TinyParts.vision
    let config = """
      {"model_type": "siglip", "architectures": ["SiglipModel"], "vision_config": {"model_type": "siglip_vision_model",
       "hidden_size": \(vision.hiddenSize), "intermediate_size": \(vision.intermediateSize), "num_hidden_layers": 1,
       "num_attention_heads": 2, "image_size": 28, "patch_size": 14}}
      """
    try Data(config.utf8).write(to: URL(fileURLWithPath: visionPath + "/config.json"))
    let whole = ModelConfiguration(
      text: TinyParts.text, multimodal: MultimodalConfiguration(vision: vision, imageTokenID: 1))
    try write(whole.parameters.filter { $0.part == .vision }, to: visionPath, seed: 1) {
      prefix + $0.dropFirst("vision_tower.".count)
    }
  }

  private func writeLanguage(specialTokens: [String]) throws {
    let configuration = ModelConfiguration(text: TinyParts.text)
    try Data(configuration.json().utf8).write(to: URL(fileURLWithPath: languagePath + "/config.json"))
    let definition = try TokenizerDefinition.byteLevel(specialTokens: specialTokens)
    try Data(definition.tokenizerJSON()).write(to: URL(fileURLWithPath: languagePath + "/tokenizer.json"))
    try Data(definition.tokenizerConfigJSON()).write(to: URL(fileURLWithPath: languagePath + "/tokenizer_config.json"))
    try write(configuration.parameters, to: languagePath, seed: 2) { $0 }
  }

  private func write(_ parameters: [Parameter], to path: String, seed: UInt64, name: (String) -> String) throws {
    try SafetensorsWriter.write(
      path: path + "/model.safetensors",
      initialising: parameters.map {
        (.init(name: name($0.name), type: .f32, shape: $0.shape), .normal(standardDeviation: 0.1))
      }, seed: seed)
  }
}

/// The values of a tensor in float32.
func values(_ tensor: Tensor?) -> [Float] {
  guard let tensor else { return [] }
  var values = [Float](repeating: 0, count: tensor.count)
  var span = values.mutableSpan
  dequantise(tensor, rows: 0..<tensor.rows, into: &span)
  return values
}
