/// Turns ids into text as they come, holding back bytes that don't yet make a whole character.
public struct StreamingDetokenizer: Sendable {
  private let tokenizer: Tokenizer

  /// A detokenizer at the start of a text.
  public init(_ tokenizer: Tokenizer) { self.tokenizer = tokenizer }

  /// The text that this id completes, often empty.
  public mutating func append(_ id: Int32) -> String { "" }

  /// The text of what was held back, with U+FFFD for what is no UTF-8.
  public mutating func finish() -> String { "" }
}
