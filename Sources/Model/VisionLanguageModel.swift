internal import Kernels
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

  private let pool: ThreadPool
  private let llama: Llama
  private let eyes: Eyes?

  /// What a picture goes through before the language model.
  private struct Eyes: Sendable {
    let tower: SigLIP
    let projector: Projector
    /// (hiddenSize), LLaVA-NeXT's end of a row of patches.
    let newline: [Float]?
  }

  /// Binds the weights by name, in either published spelling, and checks every shape.
  ///
  /// - Parameter threads: how many threads a pass may use.
  /// - Throws: `configuration` for impossible sizes; `missingWeight`, `wrongShape` and `unsupportedType` with the name.
  public init(configuration: ModelConfiguration, weights: any WeightSource, threads: Int) throws(ModelError) {
    try configuration.validate(path: "the configuration")
    let bound = BoundWeights(weights, configuration)
    if let multimodal = configuration.multimodal {
      eyes = Eyes(
        tower: try SigLIP(multimodal.vision, featureLayer: multimodal.visionFeatureLayer, bound),
        projector: try Projector(multimodal, bound),
        newline: multimodal.gridPinpoints == nil ? nil : try bound.values("image_newline"))
    } else {
      eyes = nil
    }
    llama = try Llama(configuration.text, isMultimodal: configuration.multimodal != nil, bound)
    self.configuration = configuration
    pool = ThreadPool(threads: threads)
  }

  /// Hidden states of the selected layer, (tiles, patches, vision hiddenSize), before the tower's final norm.
  ///
  /// - Parameter isCancelled: asked between pieces of work, so that a pass ends within 100 ms of a cancellation.
  /// - Throws: `cancelled`; `noVisionTower`; `wrongTiles`.
  public func visionHidden(
    _ image: ImageInput, isCancelled: @Sendable () -> Bool = { false }
  ) throws(ModelError) -> [Float] {
    let (eyes, _) = try prepared(image)
    return try withoutActuallyEscaping(isCancelled) { isCancelled throws(ModelError) in
      let pass = Pass(pool: pool, isCancelled: isCancelled)
      var result: [Float] = []
      for tile in 0..<image.tiles {
        let hidden = try eyes.tower.hidden(image.pixelValues, at: tile * tileSize, pass)
        hidden.append(to: &result)
      }
      return result
    }
  }

  /// Image features: encoded, projected and, for LLaVA-NeXT, laid out with the padding removed and newlines spliced in.
  ///
  /// - Throws: `cancelled`; `noVisionTower`; `wrongTiles`.
  public func imageFeatures(
    _ image: ImageInput, isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (_ tilesDone: Int, _ tiles: Int) -> Void = { _, _ in }
  ) throws(ModelError) -> ImageFeatures {
    let (eyes, layout) = try prepared(image)
    return try withoutActuallyEscaping(isCancelled) { isCancelled throws(ModelError) in
      let pass = Pass(pool: pool, isCancelled: isCancelled)
      let T = layout.side * layout.side
      let C = configuration.text.hiddenSize
      // Every tile's patches, (tiles, T, C), then picked from in the order of the tokens.
      var tiles: [Float] = []
      tiles.reserveCapacity(image.tiles * T * C)
      for tile in 0..<image.tiles {
        let hidden = try eyes.tower.hidden(image.pixelValues, at: tile * tileSize, pass)
        let projected = try eyes.projector.project(hidden, rows: T, pass)
        projected.append(to: &tiles)
        progress(tile + 1, image.tiles)
      }
      guard let newline = eyes.newline else { return ImageFeatures(values: tiles, tokens: T) }
      var values = Array(tiles[0..<T * C])
      values.reserveCapacity(layout.tokens * C)
      for token in layout.tokensAfterBase {
        switch token {
        case .patch(let tile, let index):
          let at = (tile * T + index) * C
          values.append(contentsOf: tiles[at..<at + C])
        case .newline: values.append(contentsOf: newline)
        }
      }
      return ImageFeatures(values: values, tokens: layout.tokens)
    }
  }

  /// The number of image tokens for a picture of that size; 0 for a text-only model.
  public func imageTokens(height: Int, width: Int) -> Int {
    configuration.multimodal.map { ImageLayout($0, height: height, width: width).tokens } ?? 0
  }

  /// Runs the pieces after what the cache holds, and adds them to it.
  ///
  /// - Returns: logits, (1 or tokens, vocabularySize), row-major; none for no tokens.
  /// - Throws: `cancelled`, with the cache as it was before; `contextTooLong`; `unknownToken`.
  public func forward(
    _ pieces: [PromptPiece], cache: inout KVCache, logits: LogitsOf = .last,
    isCancelled: @Sendable () -> Bool = { false },
    progress: @Sendable (_ tokensDone: Int, _ tokens: Int) -> Void = { _, _ in }
  ) throws(ModelError) -> [Float] {
    try withoutActuallyEscaping(isCancelled) { isCancelled throws(ModelError) in
      try llama.forward(
        pieces, cache: &cache, logits: logits, Pass(pool: pool, isCancelled: isCancelled), progress: progress)
    }
  }

  /// Values of one tile.
  private var tileSize: Int {
    configuration.multimodal.map { $0.vision.channels * $0.vision.imageSize * $0.vision.imageSize } ?? 0
  }

  /// Checks a picture against the configuration.
  private func prepared(_ image: ImageInput) throws(ModelError) -> (Eyes, ImageLayout) {
    guard let eyes, let multimodal = configuration.multimodal else { throw .noVisionTower }
    let layout = ImageLayout(multimodal, height: image.imageHeight, width: image.imageWidth)
    guard image.tiles == layout.tiles else { throw .wrongTiles(expected: layout.tiles, found: image.tiles) }
    precondition(
      image.pixelValues.count == image.tiles * tileSize,
      "\(image.pixelValues.count) pixel values for \(image.tiles) tiles of \(tileSize)")
    return (eyes, layout)
  }
}
