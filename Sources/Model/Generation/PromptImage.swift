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
