public import Model

/// How answers are generated.
public struct GenerationOptions: Sendable, Equatable {
  /// How tokens are chosen.
  public var sampling: SamplingParameters
  /// The most tokens of an answer. A constrained answer is whole, and as long as its own limits let it be.
  public var maximumTokens: Int
  /// Whether the tokens that end an answer are ordinary ones.
  public var ignoresEndOfText: Bool
  /// Whether a step's answer is held to the grammar of thoughts and actions.
  public var isConstrained: Bool
  /// How long the texts of a constrained answer may be.
  public var limits: ActionGrammar.Limits
  /// The longest history in a step's prompt.
  public var maximumHistory: Int

  /// Gathers the values.
  public init(
    sampling: SamplingParameters = .greedy, maximumTokens: Int = 512, ignoresEndOfText: Bool = false,
    isConstrained: Bool = true, limits: ActionGrammar.Limits = .init(), maximumHistory: Int = 16
  ) {
    self.sampling = sampling
    self.maximumTokens = maximumTokens
    self.ignoresEndOfText = ignoresEndOfText
    self.isConstrained = isConstrained
    self.limits = limits
    self.maximumHistory = maximumHistory
  }
}
