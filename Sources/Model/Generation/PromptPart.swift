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
