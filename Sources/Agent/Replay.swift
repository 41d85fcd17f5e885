public import Episodes
internal import Imaging
internal import Model

/// Asks a model, for steps of a recorded episode, what it would have done.
///
/// The history in each prompt is what the recording did, not what the model proposed (teacher forcing), so every step is
/// judged by itself, and a step's prompt begins like the one before it whatever was answered.
public struct Replay: Sendable {
  /// The recording.
  public let episode: Episode
  /// How answers are generated; each step adds its number to the seed.
  public let options: GenerationOptions
  /// What counts as what was recorded.
  public let matching: ActionMatching

  /// A replay.
  public init(
    _ episode: Episode, options: GenerationOptions = GenerationOptions(), matching: ActionMatching = .androidControlAITW
  ) {
    self.episode = episode
    self.options = options
    self.matching = matching
  }

  /// The request of the step at a place in `episode.steps`, whose `index` can be another where lines were lost.
  public func request(at place: Int) throws(AgentError) -> StepRequest {
    guard episode.steps.indices.contains(place) else {
      throw .noSuchStep(index: place, count: episode.steps.count)
    }
    let step = episode.steps[place]
    var size: (width: Int, height: Int)?
    if let width = episode.width, let height = episode.height, width > 0, height > 0 { size = (width, height) }
    return StepRequest(
      index: step.index, goal: episode.goal, history: Array(episode.steps[..<place]),
      screenshot: episode.screenshotPath(of: step).map { .file($0) }, screenshotName: step.screenshot,
      elements: step.elements, screenSize: size)
  }

  /// The events of some steps, one after the other: those of `Engine.propose`, with a `result` before `finished`.
  ///
  /// A step whose picture can't be read has `observation`, `failed`, `result` and `finished`, and the next one follows.
  ///
  /// - Parameters:
  ///   - places: in `episode.steps`; nil for all.
  ///   - engine: with a model loaded.
  public func events(
    at places: Range<Int>? = nil, engine: Engine
  ) -> AsyncThrowingStream<StepEvent, any Error> {
    let (stream, continuation) = AsyncThrowingStream<StepEvent, any Error>.makeStream()
    let task = Task {
      do {
        for place in places ?? episode.steps.indices {
          try await run(place, engine) { continuation.yield($0) }
        }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }

  private func run(_ place: Int, _ engine: Engine, yield: (StepEvent) -> Void) async throws {
    let request = try request(at: place)
    let step = episode.steps[place]
    var options = options
    options.sampling.seed &+= UInt64(place)
    var size = request.screenSize
    var proposed: Action?
    var isObserved = false
    var isFinished = false
    do {
      for try await event in engine.propose(request, options: options) {
        switch event {
        case .observation(_, _, let width, let height):
          isObserved = true
          // The step's own picture decides: the screen can have been turned.
          size = (width, height)
        case .action(let action, _): proposed = action
        case .finished:
          isFinished = true
          yield(.result(recorded: step.action, agreement: agreement(of: proposed, with: step, size)))
        default: break
        }
        yield(event)
      }
      // A stream that is no longer listened to ends without an error.
      if !isFinished { throw AgentError.cancelled }
    } catch AgentError.image(let error) {
      if !isObserved {
        yield(
          .observation(
            step: step.index, screenshot: step.screenshot, width: size?.width ?? 0, height: size?.height ?? 0))
      }
      yield(.failed(reason: error.description, answer: nil))
      yield(.result(recorded: step.action, agreement: agreement(of: nil, with: step, size)))
      yield(.finished(StepTimings()))
    }
  }

  private func agreement(of action: Action?, with step: Step, _ size: (width: Int, height: Int)?) -> Agreement {
    guard let action else { return step.action == nil ? .unknown : .differs(reason: "no action") }
    return matching.agreement(of: action, with: step, width: size?.width, height: size?.height)
  }
}
