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
