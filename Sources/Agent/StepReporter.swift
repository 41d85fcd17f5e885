internal import Model
internal import Synchronization
internal import Tokenizer

/// Turns what a generation does into a step's events, and keeps the time. Events come from the model's threads.
final class StepReporter: Sendable {
  private struct State {
    var detokenizer: StreamingDetokenizer
    var timings = StepTimings()
    var phaseBegan: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let yield: @Sendable (StepEvent) -> Void

  /// A reporter at the beginning of a step.
  init(_ tokenizer: Tokenizer, yield: @escaping @Sendable (StepEvent) -> Void) {
    state = Mutex(State(detokenizer: StreamingDetokenizer(tokenizer), phaseBegan: .now))
    self.yield = yield
  }

  func report(_ event: GenerationEvent) {
    let out: StepEvent = state.withLock { state in
      switch event {
      case .encoding(let done, let tiles):
        if done == 0 { Self.endPhase(&state, \.image) }
        if done == tiles { Self.endPhase(&state, \.encode) }
        return .encoding(tilesDone: done, tiles: tiles)
      case .prefill(let done, let new, let promptTokens, let reused):
        // What comes before is the picture: reading it, or finding that the cache has it.
        if done == 0 { Self.endPhase(&state, \.image) }
        if done == new { Self.endPhase(&state, \.prefill) }
        state.timings.promptTokens = promptTokens
        state.timings.reusedTokens = reused
        state.timings.prefilledTokens = done
        return .prefill(tokensDone: done, tokens: new, promptTokens: promptTokens, reused: reused)
      case .token(let id):
        Self.endPhase(&state, \.decode)
        state.timings.generatedTokens += 1
        return .token(id: id, text: state.detokenizer.append(id))
      }
    }
    yield(out)
  }

  var timings: StepTimings { state.withLock { $0.timings } }

  private static func endPhase(_ state: inout State, _ phase: WritableKeyPath<StepTimings, Double>) {
    let now = ContinuousClock.now
    let (seconds, attoseconds) = (now - state.phaseBegan).components
    state.timings[keyPath: phase] += Double(seconds) + Double(attoseconds) * 1e-18
    state.phaseBegan = now
  }
}
