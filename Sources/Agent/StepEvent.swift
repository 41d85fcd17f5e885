public import Episodes

/// What happens in one step of the agent, in order, as it happens.
public enum StepEvent: Sendable, Equatable {
  /// The screenshot that the step looks at.
  case observation(step: Int, screenshot: String?, width: Int, height: Int)
  /// Tiles encoded so far.
  case encoding(tilesDone: Int, tiles: Int)
  /// Tokens prefilled so far. `reused` of the prompt's `promptTokens` were in the cache already.
  case prefill(tokensDone: Int, tokens: Int, promptTokens: Int, reused: Int)
  /// A token of the answer, and the text that it completes.
  case token(id: Int32, text: String)
  /// The whole thought.
  case thought(String)
  /// The proposed action in pixels of the screenshot, and the JSON as the model wrote it.
  case action(Action, json: String)
  /// The step came to nothing: why, in a sentence, and the answer where there is one that can't be read. It isn't the
  /// end of the task.
  case failed(reason: String, answer: String?)
  /// How it compares with the recording.
  case result(recorded: Action?, agreement: Agreement)
  /// The step is over.
  case finished(StepTimings)
}

/// Where the time of a step went, in seconds, and how much was done.
public struct StepTimings: Sendable, Equatable, Codable {
  /// Reading and preparing the picture.
  public var image = 0.0
  /// The vision tower and the projector.
  public var encode = 0.0
  /// The prompt's new tokens.
  public var prefill = 0.0
  /// The answer.
  public var decode = 0.0
  /// Tokens in the prompt.
  public var promptTokens = 0
  /// Tokens of the prompt that the cache held.
  public var reusedTokens = 0
  /// Tokens of the prompt that were computed.
  public var prefilledTokens = 0
  /// Tokens of the answer.
  public var generatedTokens = 0

  /// All zero.
  public init() {}

  /// All phases together.
  public var total: Double { image + encode + prefill + decode }
}
