/// How the next token is chosen from the logits.
public struct SamplingParameters: Sendable, Equatable {
  /// What logits are divided by; 0 takes the likeliest token always (greedy).
  public var temperature: Float
  /// The likeliest tokens that together have this probability take part; 1 keeps all.
  public var topP: Float
  /// Tokens with at least this fraction of the likeliest one's probability take part; 0 keeps all.
  public var minP: Float
  /// Where the random numbers start: the same seed and the same logits give the same tokens.
  public var seed: UInt64

  /// Gathers the values, each brought into its range: temperature ≥ 0, `topP` and `minP` in 0…1.
  ///
  /// A temperature that is no number is taken as 0.
  public init(temperature: Float = 0, topP: Float = 1, minP: Float = 0, seed: UInt64 = 0) {
    self.temperature = temperature > 0 ? temperature : 0
    self.topP = topP >= 0 ? min(topP, 1) : (topP < 0 ? 0 : 1)
    self.minP = minP > 0 ? min(minP, 1) : 0
    self.seed = seed
  }

  /// The likeliest token, always.
  public static let greedy = SamplingParameters()
}
