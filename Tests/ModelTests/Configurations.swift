import Model

/// Sizes at which a pass takes milliseconds.
enum Configurations {
  static let text = ModelConfiguration(text: llama())

  static let pictures = ModelConfiguration(
    text: llama(),
    multimodal: MultimodalConfiguration(
      vision: VisionConfiguration(
        hiddenSize: 32, intermediateSize: 48, layers: 3, attentionHeads: 4, imageSize: 28, patchSize: 7),
      imageTokenID: 99,
      gridPinpoints: [GridPinpoint(height: 28, width: 56), GridPinpoint(height: 56, width: 28)]))

  static func llama() -> TextConfiguration {
    TextConfiguration(
      vocabularySize: 100, hiddenSize: 48, intermediateSize: 80, layers: 3, attentionHeads: 6, keyValueHeads: 2,
      maximumPositions: 4_096)
  }
}
