internal import Devices
internal import Episodes

extension Session {
  /// What was proposed.
  struct Proposal: Sendable {
    var action: Action
    var thought: String?
  }

  /// What came of asking for a proposal.
  private enum Outcome: Sendable {
    case proposal(Proposal)
    /// An answer that can't be read: another may be better.
    case unreadable(reason: String, answer: String)
    case failed(reason: String)
    case interrupted
  }

  /// How often an answer may be unreadable before a person is asked.
  private static let tries = 3

  /// Has an action proposed.
  ///
  /// - Returns: nil where the screen is to be looked at again first.
  func propose(on seen: Seen, _ timings: inout [String: Double]) async throws(Ended) -> Proposal? {
    var unreadable = 0
    while true {
      let (outcome, times) = await proposeOnce(on: seen)
      for (phase, seconds) in times { timings[phase, default: 0] += seconds }
      switch outcome {
      case .proposal(let proposal): return proposal
      case .interrupted:
        guard try await seeToInterruption(on: seen) else { return nil }
      case .unreadable(let reason, let answer):
        unreadable += 1
        attempts += 1
        continuation.yield(.notice("\(reason) (try \(unreadable) of \(Self.tries))"))
        guard unreadable >= Self.tries else { continue }
        try await record(unreadable: reason, answer, on: seen, timings)
        try await noProposal(reason)
        return nil
      case .failed(let reason):
        try await noProposal(reason)
        return nil
      }
    }
  }

  private func proposeOnce(on seen: Seen) async -> (Outcome, [String: Double]) {
    guard let proposer = setup.proposer else { return (.failed(reason: "nobody proposes in this session"), [:]) }
    let observation = seen.observation
    let request = StepRequest(
      index: seen.index, goal: setup.goal, history: steps, screenshot: .image(observation.screenshot),
      screenshotName: seen.picture, elements: observation.elements, feedback: feedback, advice: advice,
      attempt: attempts, foregroundActivity: observation.foregroundActivity)
    let events = proposer.propose(request)
    let index = seen.index
    let continuation = continuation
    let begin = ContinuousClock.now
    let task = Task { () -> (Outcome, [String: Double]) in
      var action: Action?
      var thought: String?
      var failure: (reason: String, answer: String?)?
      var times: [String: Double] = [:]
      do {
        for try await event in events {
          continuation.yield(.proposing(step: index, event))
          switch event {
          case .thought(let text): thought = text
          case .action(let proposed, _): action = proposed
          case .failed(let reason, let answer): failure = (reason, answer)
          case .finished(let timings): times = timings.phases
          default: break
          }
        }
      } catch {
        if Task.isCancelled { return (.interrupted, times) }
        return (.failed(reason: String(describing: error)), times)
      }
      if Task.isCancelled { return (.interrupted, times) }
      if let action { return (.proposal(Proposal(action: action, thought: thought)), times) }
      guard let failure else { return (.failed(reason: "nothing was proposed"), times) }
      guard let answer = failure.answer else { return (.failed(reason: failure.reason), times) }
      return (.unreadable(reason: failure.reason, answer: answer), times)
    }
    inbox.begin(.proposing) {
      task.cancel()
      proposer.cancel()
    }
    var (outcome, times) = await task.value
    inbox.begin(.acting)
    times["propose"] = begin.secondsUntilNow
    return (outcome, times)
  }

  /// Sees to what interrupted the proposal.
  ///
  /// - Returns: whether another is to be made for the same screen.
  private func seeToInterruption(on seen: Seen) async throws(Ended) -> Bool {
    var asksAgain = false
    var rest: [Decision] = []
    var act: Choice?
    for decision in inbox.drain() {
      switch decision {
      case .askAgain(let hint):
        advise(hint)
        attempts += 1
        asksAgain = true
      case .act(let action, let thought): act = Choice(action: action, thought: thought, decision: "human")
      default: rest.append(decision)
      }
    }
    if let act {
      inbox.putBack(rest)
      try await perform(act, on: seen)
      return false
    }
    guard rest.isEmpty else {
      inbox.putBack(rest)
      try await seeToQueue()
      return false
    }
    return asksAgain
  }

  private func record(
    unreadable reason: String, _ answer: String, on seen: Seen, _ timings: [String: Double]
  ) async throws(Ended) {
    try await record(
      Step(
        index: seen.index, screenshot: seen.picture, app: seen.app, thought: AnswerParser.parse(answer).thought,
        elements: seen.observation.elements, decision: "unreadable",
        timings: seen.timings.merging(timings) { $1 }, result: reason))
  }

  private func noProposal(_ reason: String) async throws(Ended) {
    let decision = try await ask(
      .noProposal(reason: reason), otherwise: SessionEnd(reason: .failed, steps: 0, problem: reason))
    switch decision {
    case .resume, .lookAgain, .approve, .handBack: attempts += 1
    case .askAgain(let hint):
      advise(hint)
      attempts += 1
    case .takeOver: hand = .person
    default: passOver(decision)
    }
  }
}

extension StepTimings {
  /// Seconds by phase, as recordings have them.
  fileprivate var phases: [String: Double] {
    ["image": image, "encode": encode, "prefill": prefill, "decode": decode].filter { $0.value > 0 }
  }
}
