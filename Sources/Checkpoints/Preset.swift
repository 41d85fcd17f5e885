internal import Imaging
public import Model

/// The sizes of a model that is made here with random weights.
public enum Preset: String, Sendable, CaseIterable {
  /// InfiR-VL-1.6B: SigLIP-So400m/14 at 384, a two-layer projector, Llama-3.2-1B.
  ///
  /// Tilings and projector depth are assumptions: the paper (arXiv 2502.11573) doesn't publish them.
  case infirVL = "infir-vl-1.6b"
  /// The same architecture at a size that answers within seconds on any machine.
  case tiny

  /// The sizes, for a vocabulary of at least `tokens`.
  public func configuration(tokens: Int, imageTokenID: Int32, beginOfText: Int32?, endOfText: [Int32])
    -> ModelConfiguration
  {
    switch self {
    case .infirVL:
      ModelConfiguration(
        text: TextConfiguration(
          vocabularySize: max(128_256, tokens), hiddenSize: 2048, intermediateSize: 8192, layers: 16,
          attentionHeads: 32,
          keyValueHeads: 8, headDimension: 64, maximumPositions: 131_072, rmsNormEpsilon: 1e-5, ropeTheta: 500_000,
          ropeScaling: .llama3(
            factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8192),
          tiesWordEmbeddings: true, beginOfTextID: beginOfText, endOfTextIDs: endOfText),
        multimodal: MultimodalConfiguration(
          vision: .so400m384, imageTokenID: imageTokenID, gridPinpoints: Preset.tilings(of: 384)))
    case .tiny:
      ModelConfiguration(
        text: TextConfiguration(
          vocabularySize: (tokens + 63) / 64 * 64, hiddenSize: 128, intermediateSize: 352, layers: 4, attentionHeads: 4,
          keyValueHeads: 2, headDimension: 32, maximumPositions: 8192, rmsNormEpsilon: 1e-5, ropeTheta: 500_000,
          tiesWordEmbeddings: true, beginOfTextID: beginOfText, endOfTextIDs: endOfText),
        multimodal: MultimodalConfiguration(
          vision: VisionConfiguration(
            hiddenSize: 96, intermediateSize: 256, layers: 4, attentionHeads: 4, imageSize: 112, patchSize: 14),
          imageTokenID: imageTokenID, gridPinpoints: Preset.tilings(of: 112)))
    }
  }

  /// The grids of the image processor that goes with it.
  static func tilings(of side: Int) -> [GridPinpoint] {
    ImageProcessorConfiguration.tiled(side: side).gridPinpoints.map {
      GridPinpoint(height: $0.height, width: $0.width)
    }
  }
}

extension VisionConfiguration {
  /// SigLIP-So400m with patches of 14 pixels at 384 pixels (`google/siglip-so400m-patch14-384`).
  static let so400m384 = VisionConfiguration(
    hiddenSize: 1152, intermediateSize: 4304, layers: 27, attentionHeads: 16, imageSize: 384, patchSize: 14)
}
