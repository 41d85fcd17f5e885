/// Generates: what is new of the prompt, then token after token.
public struct Generator: Sendable {
  /// When to stop, and how to choose.
  public struct Parameters: Sendable, Equatable {
    /// How tokens are chosen.
    public var sampling: SamplingParameters
    /// The most tokens that an answer has.
    public var maximumTokens: Int
    /// The tokens that end an answer.
    public var endOfText: [Int32]
    /// Whether those tokens are ordinary ones instead, as benchmarks and comparisons want them.
    public var ignoresEndOfText: Bool

    /// Gathers the values.
    public init(
      sampling: SamplingParameters = .greedy, maximumTokens: Int, endOfText: [Int32] = [],
      ignoresEndOfText: Bool = false
    ) {
      self.sampling = sampling
      self.maximumTokens = maximumTokens
      self.endOfText = endOfText
      self.ignoresEndOfText = ignoresEndOfText
    }
  }

  /// The model.
  public let model: VisionLanguageModel
  /// When to stop, and how to choose.
  public let parameters: Parameters

  /// A generator.
  public init(_ model: VisionLanguageModel, _ parameters: Parameters) {
    self.model = model
    self.parameters = parameters
  }

  /// Answers a prompt.
  ///
  /// - Parameters:
  ///   - context: what earlier prompts left; afterwards it holds this prompt and its answer without the last token.
  ///   - constraint: what the answer must look like; it is then whole, if `maximumTokens` lets it be.
  ///   - isCancelled: asked before each token, and inside passes. No token follows once it is true.
  ///   - onEvent: called on this thread or the model's, in order.
  /// - Throws: `cancelled`, `contextTooLong`, `configuration`.
  public func generate(
    _ prompt: [PromptPart], context: inout CachedContext, constraint: (any TokenConstraint)? = nil,
    isCancelled: @Sendable () -> Bool = { false }, onEvent: @Sendable (GenerationEvent) -> Void = { _ in }
  ) throws(ModelError) -> Generation {
    var constraint = constraint
    var sampler = Sampler(parameters.sampling)
    let ends = Set(parameters.ignoresEndOfText ? [] : parameters.endOfText)
    var (logits, reused) = try context.prefill(prompt, model: model, isCancelled: isCancelled, onEvent: onEvent)
    var result = Generation(
      tokens: [], end: .maximumTokens, promptTokens: context.count, reusedTokens: reused)
    while result.tokens.count < parameters.maximumTokens {
      if isCancelled() { throw .cancelled }
      guard let token = sampler.sample(logits, allowed: constraint?.allowedTokens()) else {
        throw .configuration(
          path: "the tokenizer", reason: "the model has none of the tokens that may follow; they don't belong together")
      }
      result.tokens.append(token)
      onEvent(.token(token))
      // The token that ends an answer belongs to it, as in transformers' `generate`; it has no text.
      if ends.contains(token) {
        result.end = .endOfText
        break
      }
      _ = constraint?.accept(token)
      if constraint?.isComplete == true {
        result.end = .complete
        break
      }
      guard result.tokens.count < parameters.maximumTokens else { break }
      guard context.count < context.capacity else {
        result.end = .contextFull
        break
      }
      logits = try context.append(token, model: model, isCancelled: isCancelled)
    }
    return result
  }
}
