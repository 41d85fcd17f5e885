/// A picture in a prompt, whose features are computed only if the cache doesn't hold them.
public struct PromptImage: Sendable {
  /// Which picture it is.
  public let key: ImageKey
  /// The number of image tokens, as `VisionLanguageModel.imageTokens(height:width:)` says.
  public let tokens: Int
  /// Prepares the picture; called at most once for a generation.
  public let input: @Sendable () -> ImageInput

  /// A picture.
  public init(key: ImageKey, tokens: Int, input: @escaping @Sendable () -> ImageInput) {
    self.key = key
    self.tokens = max(tokens, 0)
    self.input = input
  }
}

/// A part of a prompt before anything is computed.
public enum PromptPart: Sendable {
  /// Text, as ids.
  case tokens([Int32])
  /// A picture.
  case image(PromptImage)

  /// The number of positions that it takes.
  public var count: Int {
    switch self {
    case .tokens(let ids): ids.count
    case .image(let image): image.tokens
    }
  }
}

/// What stands at a position of the context: two prompts share what is computed as far as these are equal.
public enum PositionKey: Hashable, Sendable {
  /// A token.
  case token(Int32)
  /// A feature of a picture, by its place among the picture's features.
  case image(ImageKey, index: Int)

  /// The positions of a prompt.
  public static func positions(of prompt: [PromptPart]) -> [PositionKey] {
    prompt.flatMap { part -> [PositionKey] in
      switch part {
      case .tokens(let ids): ids.map { .token($0) }
      case .image(let image): (0..<image.tokens).map { .image(image.key, index: $0) }
      }
    }
  }
}
