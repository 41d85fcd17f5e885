internal import Checkpoints
internal import Episodes
internal import Foundation
public import Imaging
public import Model
internal import Synchronization
public import Tokenizer

/// A model with its context, on a thread of its own.
///
/// It does one thing at a time. A new request cancels the one before it, whose events then end with
/// `AgentError.cancelled`, and begins when that has stopped, which is at its next token or within a piece of a pass.
/// Whoever wants both answers waits for the first one's end. A request also ends when nobody listens to it any more.
public actor Engine {
  /// What is loaded, for whoever shows it.
  public struct Summary: Sendable, Equatable {
    /// Where it came from.
    public var path: String
    /// The sizes.
    public var configuration: ModelConfiguration
    /// Whether it takes pictures.
    public var seesPictures: Bool
  }

  /// How far loading is, 0…1.
  public typealias LoadProgress = @Sendable (Double) -> Void

  private nonisolated let executor = EngineExecutor()
  private nonisolated let current = Mutex<Cancellation?>(nil)
  private let contextCapacity: Int
  private let threads: Int
  private var loaded: LoadedModel?

  /// An engine without a model.
  ///
  /// - Parameters:
  ///   - threads: how many threads a pass may use; nil for one a core.
  ///   - contextCapacity: the longest context in tokens, where the model takes as many. InfiR-VL's cache takes 64 KB a
  ///     token.
  public init(threads: Int? = nil, contextCapacity: Int = 8_192) {
    self.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.contextCapacity = contextCapacity
  }

  /// The queue that it runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  // MARK: - Model

  /// What is loaded.
  public var summary: Summary? {
    loaded.map {
      Summary(path: $0.parts.path, configuration: $0.parts.model.configuration, seesPictures: $0.parts.seesPictures)
    }
  }

  /// Opens a model directory or a GGUF file and reads all of it into memory; the model before it is given up first.
  ///
  /// - Throws: `checkpoint`, `model`; `cancelled` when the task is.
  @discardableResult
  public func load(path: String, progress: LoadProgress = { _ in }) throws(AgentError) -> Summary {
    loaded = nil
    let checkpoint: Checkpoint
    do {
      checkpoint = try Checkpoint(path: path)
    } catch {
      throw .checkpoint(error)
    }
    checkpoint.preload(isCancelled: { Task.isCancelled }) { done, total in
      progress(total > 0 ? Double(done) / Double(total) : 1)
    }
    if Task.isCancelled { throw .cancelled }
    let model: VisionLanguageModel
    do {
      model = try VisionLanguageModel(
        configuration: checkpoint.configuration, weights: checkpoint.weights, threads: threads)
    } catch {
      throw AgentError(error)
    }
    let parts = ModelParts(
      path: path, model: model, tokenizer: checkpoint.tokenizer, template: checkpoint.template,
      imageProcessor: checkpoint.imageProcessor)
    use(parts)
    // Ready for the first step. A vocabulary that constrained decoding can't use is still good for free text, so that
    // error waits for the first step.
    _ = try? loaded?.grammar(ActionGrammar.Limits())
    progress(1)
    return Summary(path: path, configuration: model.configuration, seesPictures: parts.seesPictures)
  }

  /// Takes a model that is in memory already.
  public func use(_ parts: ModelParts) { loaded = LoadedModel(parts, contextCapacity: contextCapacity) }

  /// Positions in the context.
  var contextTokens: Int { loaded?.context.count ?? 0 }

  /// Forgets the context, so that the next prompt is computed from its beginning.
  public func forget() { loaded?.context.removeAll() }

  // MARK: - Requests

  /// Proposes an action for a step.
  ///
  /// - Returns: `observation`, `encoding` and `prefill` as they go on, a `token` for each token, then `thought` and
  ///   `action`, or `failed` when the answer can't be read, and `finished`.
  public nonisolated func propose(
    _ request: StepRequest, options: GenerationOptions = GenerationOptions()
  ) -> AsyncThrowingStream<StepEvent, any Error> {
    stream { engine, cancellation, yield in
      try await engine.propose(request, options, cancellation, yield)
    }
  }

  /// Answers a conversation in free text.
  ///
  /// - Parameter image: the picture that `<image>` stands for; where the messages have none, it is put before the first
  ///   of the user's.
  /// - Returns: `encoding` and `prefill` as they go on, a `token` for each token, and `finished`.
  public nonisolated func generate(
    _ messages: [ChatMessage], image: Image? = nil, options: GenerationOptions = GenerationOptions()
  ) -> AsyncThrowingStream<StepEvent, any Error> {
    stream { engine, cancellation, yield in
      try await engine.generate(messages, image, options, cancellation, yield)
    }
  }

  /// Cancels what is going on. No more than the token being computed follows.
  public nonisolated func cancel() { current.withLock { $0?.cancel() } }

  private nonisolated func stream(
    _ work: @escaping @Sendable (Engine, Cancellation, @escaping @Sendable (StepEvent) -> Void) async throws -> Void
  ) -> AsyncThrowingStream<StepEvent, any Error> {
    let cancellation = Cancellation()
    current.withLock {
      $0?.cancel()
      $0 = cancellation
    }
    return AsyncThrowingStream { continuation in
      continuation.onTermination = { _ in cancellation.cancel() }
      Task {
        do {
          // Nothing is told after a cancellation, not even what was computed meanwhile.
          try await work(self, cancellation) { if !cancellation.isCancelled { continuation.yield($0) } }
          continuation.finish()
        } catch {
          continuation.finish(throwing: error)
        }
      }
    }
  }

  // MARK: - Work

  /// `yield` is called while the work goes on, from this actor's queue or the model's threads.
  func propose(
    _ request: StepRequest, _ options: GenerationOptions, _ cancellation: Cancellation,
    _ yield: @escaping @Sendable (StepEvent) -> Void
  ) throws(AgentError) {
    guard let loaded else { throw .noModel }
    if cancellation.isCancelled { throw .cancelled }
    let reporter = StepReporter(loaded.parts.tokenizer, yield: yield)
    let picture = try Self.picture(request.screenshot)
    let screen = request.screen(picture)
    yield(
      .observation(
        step: request.index, screenshot: request.screenshotName, width: screen.width, height: screen.height))

    let image = loaded.parts.seesPictures ? picture.map { loaded.promptImage($0) } : nil
    let grammar: ActionGrammar?
    do {
      grammar = options.isConstrained ? try loaded.grammar(options.limits) : nil
    } catch {
      throw AgentError(error)
    }
    let answerTokens = grammar?.longestAnswer ?? options.maximumTokens
    let prompt = try loaded.prompt(
      request, screen: screen, image: image, maximumHistory: options.maximumHistory, answerTokens: answerTokens)

    let generation = try loaded.generate(
      prompt, options, maximumTokens: answerTokens, constraint: grammar.map { ActionConstraint($0) }, cancellation,
      reporter)
    let answer = AnswerParser.parse(loaded.parts.tokenizer.decode(generation.tokens))
    if let thought = answer.thought { yield(.thought(thought)) }
    switch answer.proposal {
    case .action(let action, let json):
      yield(.action(action.scaledToPixels(width: screen.width, height: screen.height), json: json))
    case .unreadable(let reason): yield(.failed(reason: "the answer can't be read: \(reason)", answer: answer.text))
    }
    yield(.finished(reporter.timings))
  }

  private func generate(
    _ messages: [ChatMessage], _ image: Image?, _ options: GenerationOptions, _ cancellation: Cancellation,
    _ yield: @escaping @Sendable (StepEvent) -> Void
  ) throws(AgentError) {
    guard let loaded else { throw .noModel }
    if cancellation.isCancelled { throw .cancelled }
    if image != nil, !loaded.parts.seesPictures { throw .takesNoPictures(path: loaded.parts.path) }
    let reporter = StepReporter(loaded.parts.tokenizer, yield: yield)
    var messages = messages
    if image != nil, !messages.contains(where: { $0.content.contains(PromptEncoder.placeholder) }),
      let first = messages.firstIndex(where: { $0.role == "user" })
    {
      messages[first].content = PromptEncoder.placeholder + "\n" + messages[first].content
    }
    let prompt = try loaded.encoder.encode(messages, images: image.map { [loaded.promptImage($0)] } ?? [])
    _ = try loaded.generate(
      prompt, options, maximumTokens: options.maximumTokens, constraint: nil, cancellation, reporter)
    yield(.finished(reporter.timings))
  }

  private static func picture(_ screenshot: StepRequest.Screenshot?) throws(AgentError) -> Image? {
    switch screenshot {
    case nil: return nil
    case .image(let image): return image
    case .file(let path):
      do {
        return try Image(contentsOf: path)
      } catch {
        throw .image(error)
      }
    }
  }
}
