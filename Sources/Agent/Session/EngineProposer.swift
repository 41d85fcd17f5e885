internal import Model

/// A model as the one who proposes.
public struct EngineProposer: Proposer {
  private let engine: Engine
  private let options: GenerationOptions
  private let modelName: String

  /// An engine with a model loaded.
  ///
  /// - Parameters:
  ///   - options: how answers are generated; each step adds its number to the seed.
  ///   - name: what the model is called in recordings.
  public init(_ engine: Engine, options: GenerationOptions = GenerationOptions(), name: String) {
    self.engine = engine
    self.options = options
    modelName = name
  }

  /// The model's name.
  public var name: String { modelName }

  /// The least temperature of a second try: without chance the same answer would come again.
  private static let retryTemperature: Float = 0.7

  /// Proposes as `Engine.propose` does; another try for the same screen is left to chance a little.
  public func propose(_ request: StepRequest) -> AsyncThrowingStream<StepEvent, any Error> {
    var options = options
    options.sampling.seed &+= UInt64(clamping: request.index)
    if request.attempt > 0 {
      options.sampling.temperature = max(options.sampling.temperature, Self.retryTemperature)
      options.sampling.seed &+= UInt64(clamping: request.attempt) &* 1_000_003
    }
    return engine.propose(request, options: options)
  }

  /// Stops the model at its next token.
  public func cancel() { engine.cancel() }
}
