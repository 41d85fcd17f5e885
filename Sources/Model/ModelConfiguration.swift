/// The non-linearities that configurations name (`hidden_act`).
public enum Activation: String, Sendable, Equatable {
  /// x · Φ(x) with the error function.
  case gelu
  /// GELU's tanh approximation.
  case geluTanh = "gelu_pytorch_tanh"
  /// x · sigmoid(x).
  case silu
}

/// How RoPE's frequencies are changed for longer contexts (`rope_scaling`, in newer files `rope_parameters`).
public enum RopeScaling: Sendable, Equatable {
  /// θ^(-2i/d), unchanged.
  case `default`
  /// Llama 3.1's: low frequencies divided by `factor`, a smooth ramp between
  /// (transformers' `_compute_llama3_parameters`).
  case llama3(factor: Double, lowFrequencyFactor: Double, highFrequencyFactor: Double, originalMaximumPositions: Int)
}

/// SigLIP's sizes (`siglip_vision_model`).
public struct VisionConfiguration: Sendable, Equatable {
  /// Width of a hidden state.
  public var hiddenSize: Int
  /// Width of the MLP.
  public var intermediateSize: Int
  /// Encoder layers.
  public var layers: Int
  /// Attention heads.
  public var attentionHeads: Int
  /// Colour channels.
  public var channels: Int
  /// Side of the square input in pixels.
  public var imageSize: Int
  /// Side of a square patch in pixels.
  public var patchSize: Int
  /// ε of the layer norms.
  public var layerNormEpsilon: Float
  /// The MLP's non-linearity.
  public var activation: Activation

  /// Gathers the sizes.
  public init(
    hiddenSize: Int, intermediateSize: Int, layers: Int, attentionHeads: Int, channels: Int = 3, imageSize: Int,
    patchSize: Int, layerNormEpsilon: Float = 1e-6, activation: Activation = .geluTanh
  ) {
    self.hiddenSize = hiddenSize
    self.intermediateSize = intermediateSize
    self.layers = layers
    self.attentionHeads = attentionHeads
    self.channels = channels
    self.imageSize = imageSize
    self.patchSize = patchSize
    self.layerNormEpsilon = layerNormEpsilon
    self.activation = activation
  }

  /// Patches along one side of the input.
  public var patchesPerSide: Int { imageSize / patchSize }
  /// Patches of one input, which is also the number of hidden states.
  public var patches: Int { patchesPerSide * patchesPerSide }
}

/// Llama's sizes.
public struct TextConfiguration: Sendable, Equatable {
  /// Rows of the embedding.
  public var vocabularySize: Int
  /// Width of a hidden state.
  public var hiddenSize: Int
  /// Width of the MLP.
  public var intermediateSize: Int
  /// Decoder layers.
  public var layers: Int
  /// Query heads.
  public var attentionHeads: Int
  /// Key and value heads; each serves `attentionHeads / keyValueHeads` query heads.
  public var keyValueHeads: Int
  /// Width of a head; not always `hiddenSize / attentionHeads`.
  public var headDimension: Int
  /// The longest context in tokens.
  public var maximumPositions: Int
  /// ε of the RMS norms.
  public var rmsNormEpsilon: Float
  /// RoPE's base θ.
  public var ropeTheta: Double
  /// RoPE's scaling.
  public var ropeScaling: RopeScaling
  /// Whether the output layer is the embedding.
  public var tiesWordEmbeddings: Bool
  /// The MLP's non-linearity.
  public var activation: Activation
  /// The token that begins a text.
  public var beginOfTextID: Int32?
  /// The tokens that end a text.
  public var endOfTextIDs: [Int32]

  /// Gathers the sizes.
  public init(
    vocabularySize: Int, hiddenSize: Int, intermediateSize: Int, layers: Int, attentionHeads: Int, keyValueHeads: Int,
    headDimension: Int? = nil, maximumPositions: Int, rmsNormEpsilon: Float = 1e-5, ropeTheta: Double = 10_000,
    ropeScaling: RopeScaling = .default, tiesWordEmbeddings: Bool = false, activation: Activation = .silu,
    beginOfTextID: Int32? = nil, endOfTextIDs: [Int32] = []
  ) {
    self.vocabularySize = vocabularySize
    self.hiddenSize = hiddenSize
    self.intermediateSize = intermediateSize
    self.layers = layers
    self.attentionHeads = attentionHeads
    self.keyValueHeads = keyValueHeads
    self.headDimension = headDimension ?? hiddenSize / max(attentionHeads, 1)
    self.maximumPositions = maximumPositions
    self.rmsNormEpsilon = rmsNormEpsilon
    self.ropeTheta = ropeTheta
    self.ropeScaling = ropeScaling
    self.tiesWordEmbeddings = tiesWordEmbeddings
    self.activation = activation
    self.beginOfTextID = beginOfTextID
    self.endOfTextIDs = endOfTextIDs
  }
}

/// A height and a width in pixels, in the order that `image_grid_pinpoints` has.
public struct GridPinpoint: Sendable, Equatable {
  /// Rows.
  public var height: Int
  /// Columns.
  public var width: Int
  /// A size.
  public init(height: Int, width: Int) {
    self.height = height
    self.width = width
  }
}

/// What joins the vision tower to the language model.
public struct MultimodalConfiguration: Sendable, Equatable {
  /// The vision tower.
  public var vision: VisionConfiguration
  /// Between the projector's two layers.
  public var projectorActivation: Activation
  /// Whether the projector's layers have biases.
  public var projectorHasBias: Bool
  /// Which hidden state is used, as transformers indexes them: 0 the embeddings, -1 the last layer's output.
  public var visionFeatureLayer: Int
  /// The token that stands for one image feature.
  public var imageTokenID: Int32
  /// The sizes that a picture may be tiled to (LLaVA-NeXT); nil for plain LLaVA, which takes one tile.
  public var gridPinpoints: [GridPinpoint]?

  /// Gathers the values.
  public init(
    vision: VisionConfiguration, projectorActivation: Activation = .gelu, projectorHasBias: Bool = true,
    visionFeatureLayer: Int = -2, imageTokenID: Int32, gridPinpoints: [GridPinpoint]? = nil
  ) {
    self.vision = vision
    self.projectorActivation = projectorActivation
    self.projectorHasBias = projectorHasBias
    self.visionFeatureLayer = visionFeatureLayer
    self.imageTokenID = imageTokenID
    self.gridPinpoints = gridPinpoints
  }
}

/// A whole model: a Llama, and for LLaVA and LLaVA-NeXT a vision tower and a projector.
public struct ModelConfiguration: Sendable, Equatable {
  /// The language model.
  public var text: TextConfiguration
  /// Absent in text-only models.
  public var multimodal: MultimodalConfiguration?

  /// Gathers the parts.
  public init(text: TextConfiguration, multimodal: MultimodalConfiguration? = nil) {
    self.text = text
    self.multimodal = multimodal
  }
}
