/// The proposals that were asked for, in order, so that news of one that was given up isn't taken for news of the next.
///
/// Every `Effect.propose` is answered by exactly one of `finished`, `failed` and `cancelled`, in the order of asking.
struct RunQueue: Sendable, Equatable {
  private struct Run: Sendable, Equatable {
    var step: Int
    var isGivenUp = false
  }

  private var runs: [Run] = []

  /// The step whose proposal is being made.
  var runningStep: Int? { runs.first { !$0.isGivenUp }?.step }

  /// Notes what is about to be asked of the engine.
  mutating func note(_ effect: Effect) {
    switch effect {
    case .batch(let effects): for effect in effects { note(effect) }
    case .propose(let step): runs.append(Run(step: step))
    case .cancelProposal: for index in runs.indices { runs[index].isGivenUp = true }
    default: break
    }
  }

  /// Whether news are of a proposal that is still wanted.
  mutating func takes(step: Int, _ update: ProposalUpdate) -> Bool {
    // An engine that dropped a run without a word is forgiven.
    guard let index = runs.firstIndex(where: { $0.step == step }) else { return false }
    runs.removeFirst(index)
    let isWanted = !runs[0].isGivenUp
    switch update {
    case .finished, .failed, .cancelled: runs.removeFirst()
    default: break
    }
    return isWanted
  }
}
