import Kernels
import Model
import TestSupport
import Weights

/// Models of a few thousand random weights, the same each time.
enum TinyModel {
  /// SigLIP with four patches, and a Llama; takes pictures of 8×8 pixels in one tile.
  static func make(vocabularySize: Int, seesPictures: Bool = true, maximumPositions: Int = 4_096) throws
    -> VisionLanguageModel
  {
    let configuration = ModelConfiguration(
      text: TextConfiguration(
        vocabularySize: vocabularySize, hiddenSize: 32, intermediateSize: 48, layers: 2, attentionHeads: 4,
        keyValueHeads: 2, maximumPositions: maximumPositions, tiesWordEmbeddings: true),
      multimodal: seesPictures
        ? MultimodalConfiguration(
          vision: VisionConfiguration(
            hiddenSize: 16, intermediateSize: 24, layers: 2, attentionHeads: 2, imageSize: 8, patchSize: 4),
          imageTokenID: Int32(vocabularySize - 2))
        : nil)
    var generator = SeededGenerator(seed: 1)
    var weights: [String: Tensor] = [:]
    for parameter in configuration.parameters {
      // Wide enough that the answers aren't one token over and over.
      let values = (0..<parameter.count).map { _ in Float.random(in: -0.6...0.6, using: &generator) }
      weights[parameter.name] = Tensor(values, shape: parameter.shape)
    }
    return try VisionLanguageModel(configuration: configuration, weights: weights, threads: 1)
  }

  /// A picture of one colour.
  static func image(_ value: Float, onPrepare: @escaping @Sendable () -> Void = {}) -> PromptImage {
    PromptImage(key: ImageKey(hash: UInt64(value.bitPattern), width: 8, height: 8), tokens: 4) {
      onPrepare()
      return ImageInput(
        pixelValues: (0..<3 * 64).map { value * Float($0 % 7) }, tiles: 1, imageHeight: 8, imageWidth: 8)
    }
  }
}
