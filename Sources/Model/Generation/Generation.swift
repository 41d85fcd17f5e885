/// Why a generation ended.
public enum GenerationEnd: String, Sendable {
  /// The model ended its answer.
  case endOfText
  /// The constraint says that the answer is whole.
  case complete
  /// There are as many tokens as were asked for.
  case maximumTokens
  /// The context is full.
  case contextFull
}

/// What came out of a generation.
public struct Generation: Sendable, Equatable {
  /// The answer, with the token that ended it, if one did.
  public var tokens: [Int32]
  /// Why it ended.
  public var end: GenerationEnd
  /// Positions of the prompt.
  public var promptTokens: Int
  /// Positions of the prompt that the cache held.
  public var reusedTokens: Int
}
