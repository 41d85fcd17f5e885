public import Weights

/// A prepared picture, as the vision tower takes it.
public struct ImageInput: Sendable {
  /// (tiles, channels, imageSize, imageSize), normalised.
  public var pixelValues: [Float]
  /// The number of tiles; with tiling, tile 0 is the whole picture.
  public var tiles: Int
  /// The picture's own height in pixels, which decides how tiles are laid out.
  public var imageHeight: Int
  /// The picture's own width in pixels.
  public var imageWidth: Int

  /// Gathers the values.
  public init(pixelValues: [Float], tiles: Int, imageHeight: Int, imageWidth: Int) {
    self.pixelValues = pixelValues
    self.tiles = tiles
    self.imageHeight = imageHeight
    self.imageWidth = imageWidth
  }
}

/// What the language model sees of a picture.
public struct ImageFeatures: Sendable {
  /// (tokens, hiddenSize), row-major.
  public var values: [Float]
  /// The number of image tokens.
  public var tokens: Int
  /// Gathers the values.
  public init(values: [Float], tokens: Int) {
    self.values = values
    self.tokens = tokens
  }
}

/// A part of a prompt.
public enum PromptPiece: Sendable {
  /// Text, as ids.
  case tokens([Int32])
  /// A picture, as features.
  case image(ImageFeatures)
}

/// Whose logits a forward pass returns.
public enum LogitsOf: Sendable {
  /// Only the last token's.
  case last
  /// Every token's of this pass.
  case all
}

/// SigLIP, projector and Llama, or a Llama alone. Immutable and shared; what changes is in the `KVCache`.
public final class VisionLanguageModel: Sendable {
  /// The sizes.
  public let configuration: ModelConfiguration

  /// Binds the weights by name, in either published spelling, and checks every shape.
  ///
  /// - Parameter threads: how many threads a pass may use.
  public init(configuration: ModelConfiguration, weights: any WeightSource, threads: Int) throws(ModelError) {
    self.configuration = configuration
  }

  /// Hidden states of the selected layer, (tiles, patches, vision hiddenSize), before the tower's final norm.
  ///
  /// - Parameter isCancelled: asked between pieces of work, so that a pass ends within 100 ms of a cancellation.
  public func visionHidden(
    _ image: ImageInput, isCancelled: @Sendable () -> Bool = { false }
  ) throws(ModelError) -> [Float] { throw .cancelled }

  /// Image features: encoded, projected and, for LLaVA-NeXT, laid out with the padding removed and newlines spliced in.
  public func imageFeatures(
    _ image: ImageInput, isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (_ tilesDone: Int, _ tiles: Int) -> Void = { _, _ in }
  ) throws(ModelError) -> ImageFeatures { throw .cancelled }

  /// The number of image tokens for a picture of that size.
  public func imageTokens(height: Int, width: Int) -> Int { 0 }

  /// Runs the pieces after what the cache holds, and adds them to it.
  ///
  /// - Returns: logits, (1 or tokens, vocabularySize), row-major.
  /// - Throws: `cancelled`, with the cache as it was before; `contextTooLong`.
  public func forward(
    _ pieces: [PromptPiece], cache: inout KVCache, logits: LogitsOf = .last,
    isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (_ tokensDone: Int, _ tokens: Int) -> Void = { _, _ in }
  ) throws(ModelError) -> [Float] { throw .cancelled }
}
