internal import Agent
internal import Interface

extension ProposalUpdate {
  /// What the interface is told of an event; nil for what it doesn't show.
  init?(_ event: StepEvent) {
    switch event {
    case .observation: self = .phase("image", fraction: 0)
    case .encoding(let done, let tiles): self = .phase("encode", fraction: Self.share(done, tiles))
    case .prefill(let done, let tokens, _, _): self = .phase("prefill", fraction: Self.share(done, tokens))
    case .token(_, let text): self = .text(text)
    case .thought(let text): self = .thought(text)
    case .action(let action, let json): self = .action(action, json: json)
    case .result(_, let agreement): self = .agreement(agreement)
    case .failed(let reason, _): self = .failed(reason)
    case .finished(let timings): self = .finished(PhaseTimes(timings))
    }
  }

  private static func share(_ done: Int, _ total: Int) -> Double { total > 0 ? Double(done) / Double(total) : 1 }
}

extension PhaseTimes {
  init(_ timings: StepTimings) {
    self.init(
      image: timings.image, encode: timings.encode, prefill: timings.prefill, decode: timings.decode,
      promptTokens: timings.promptTokens, reusedTokens: timings.reusedTokens, generatedTokens: timings.generatedTokens)
  }
}
