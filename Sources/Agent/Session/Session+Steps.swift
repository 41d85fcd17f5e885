internal import Devices
internal import Episodes

extension Session {
  /// What is done in a step, and how it came to be that.
  struct Choice {
    var action: Action
    var thought: String?
    /// What was proposed, where something was.
    var proposed: Action?
    /// `approved`, `edited`, `automatic` or `human`.
    var decision: String
    var timings: [String: Double] = [:]
  }

  // MARK: - A person's step

  func personStep(_ seen: Seen) async throws(Ended) {
    while true {
      let decision = try await ask(.takenOver, otherwise: SessionEnd(reason: .stopped, steps: 0))
      switch decision {
      case .act(let action, let thought):
        return try await perform(Choice(action: action, thought: thought, decision: "human"), on: seen)
      case .handBack where setup.proposer != nil:
        hand = .agent
        stuck.reset()
        return
      case .lookAgain: return
      case .takeOver: continue
      default: passOver(decision)
      }
    }
  }

  // MARK: - An agent's step

  func agentStep(_ seen: Seen) async throws(Ended) {
    var timings = seen.timings
    switch stuck.verdict(on: seen.fingerprint) {
    case .fine: break
    case .warning(let sentence): advice.append(sentence)
    case .stuck(let sentence):
      guard try await isStuck(sentence, seen) else { return }
    }
    guard let proposal = try await propose(on: seen, &timings) else { return }
    try await decide(about: proposal, on: seen, timings)
  }

  /// Asks what to do about being stuck; false where something else is to be done than proposing.
  private func isStuck(_ sentence: String, _ seen: Seen) async throws(Ended) -> Bool {
    let decision = try await ask(
      .stuck(reason: sentence), otherwise: SessionEnd(reason: .stuck, steps: 0, problem: sentence))
    stuck.reset()
    advice.append(sentence + "; do something else")
    switch decision {
    case .resume, .approve, .handBack: return true
    case .askAgain(let hint):
      advise(hint)
      return true
    case .reject(let reason):
      advise(reason)
      return true
    case .takeOver: hand = .person
    case .act(let action, let thought):
      try await perform(Choice(action: action, thought: thought, decision: "human"), on: seen)
    case .lookAgain: break
    default: passOver(decision)
    }
    return false
  }

  /// Has the proposal approved, does what comes of it, or puts on record that it was rejected.
  private func decide(about proposal: Proposal, on seen: Seen, _ timings: [String: Double]) async throws(Ended) {
    var timings = timings
    var choice = Choice(
      action: proposal.action, thought: proposal.thought, proposed: proposal.action, decision: "automatic")
    let begin = ContinuousClock.now
    while let risks = risksToAsk(about: proposal.action, seen) {
      let decision = try await ask(
        .approval(proposal.action, risks: risks), otherwise: Self.unapproved(proposal.action, risks))
      timings["waiting"] = begin.secondsUntilNow
      choice.timings = timings
      switch decision {
      case .approve: choice.decision = "approved"
      case .edit(let action):
        choice.action = action
        choice.decision = "edited"
      case .act(let action, let thought):
        choice.action = action
        choice.thought = thought
        choice.decision = "human"
      case .reject(let reason): return try await reject(choice, because: reason, on: seen)
      case .askAgain(let hint):
        advise(hint)
        attempts += 1
        guard let other = try await propose(on: seen, &timings) else { return }
        return try await decide(about: other, on: seen, timings)
      // The loop asks whether it is still to be asked about.
      case .setApproval: continue
      case .takeOver:
        hand = .person
        return
      case .lookAgain: return
      case .resume: continue
      default:
        passOver(decision)
        continue
      }
      return try await perform(choice, on: seen)
    }
    choice.timings = timings
    try await perform(choice, on: seen)
  }

  /// What the person is to be asked about; nil where they needn't be.
  private func risksToAsk(about action: Action, _ seen: Seen) -> [Risk]? {
    let policy = RiskPolicy(approval: inbox.approval, allowedApps: setup.allowedApps)
    let risks = policy.risks(of: action, on: seen.observation.elements, app: seen.app)
    return policy.asks(about: action, risks: risks) ? risks : nil
  }

  private static func unapproved(_ action: Action, _ risks: [Risk]) -> SessionEnd {
    let why = risks.isEmpty ? "" : " (\(risks.map(\.rawValue).joined(separator: ", ")))"
    return SessionEnd(
      reason: .failed, steps: 0,
      problem: "“\(action.summary)” needs a person's approval\(why), and nobody is there to give it; allow it with "
        + "--approve never, or answer on standard input with --json")
  }

  private func reject(_ choice: Choice, because reason: String, on seen: Seen) async throws(Ended) {
    var step = self.step(choice, on: seen)
    step.action = nil
    step.proposedAction = choice.proposed
    step.decision = "rejected"
    step.result = reason.isEmpty ? "the person rejected it" : "the person rejected it: \(reason)"
    feedback = reason.isEmpty ? "\(choice.action.summary)" : "\(choice.action.summary): \(reason)"
    attempts += 1
    try await record(step)
  }

  private func step(_ choice: Choice, on seen: Seen) -> Step {
    let elements = seen.observation.elements
    return Step(
      index: seen.index, screenshot: seen.picture, app: seen.app, thought: choice.thought, action: choice.action,
      proposedAction: choice.proposed == choice.action ? nil : choice.proposed,
      targetBounds: choice.action.target.flatMap { TappedElements($0, in: elements)?.aim?.bounds }, elements: elements,
      decision: choice.decision, timings: seen.timings.merging(choice.timings) { $1 })
  }

  // MARK: - Acting

  /// Does an action, once, waits for the screen, and records it.
  func perform(_ choice: Choice, on seen: Seen) async throws(Ended) {
    var step = step(choice, on: seen)
    let action = choice.action
    do throws(EpisodeError) { try writer?.announce(step) } catch {
      // Nothing was done yet, and the loop looks and proposes again.
      return try await deviceProblem(error.description)
    }
    continuation.yield(.acting(step: step.index, action))
    let begin = ContinuousClock.now
    var isDone = true
    do throws(DeviceError) {
      try await setup.device.perform(action)
      step.timings["perform"] = begin.secondsUntilNow
    } catch {
      step.timings["perform"] = begin.secondsUntilNow
      step.result = error.description
      if case .notPerformed = error {
        step.action = nil
        step.proposedAction = choice.proposed ?? action
      }
      isDone = false
      continuation.yield(.notice(error.description))
    }
    if isDone {
      if action.changesScreen { await settle(&step) }
      if case .answer(let text) = action { answer = text }
    }
    try await record(step)
    feedback = nil
    advice = []
    attempts = 0
    if choice.decision == "human" {
      stuck.reset()
    } else if step.action != nil {
      stuck.note(action, on: seen.fingerprint)
    }
    guard isDone else { return }
    switch action {
    case .status(let status): try await conclude(status, by: choice)
    case .answer where setup.endsWithAnswer: try await conclude(.complete, by: choice)
    default: if choice.decision == "human", hand == .person { try await concludeIfReached() }
    }
  }

  private func settle(_ step: inout Step) async {
    let begin = ContinuousClock.now
    do throws(DeviceError) {
      let isStill = try await setup.device.settle(limit: setup.settleSeconds)
      if !isStill { step.result = "the screen was still moving after \(setup.settleSeconds) s" }
    } catch {
      // The action was taken; what is the matter with the device shows at the next look.
      continuation.yield(.notice(error.description))
    }
    step.timings["settle"] = begin.secondsUntilNow
  }

  // MARK: - Ends

  private func conclude(_ claimed: GoalStatus, by choice: Choice) async throws(Ended) {
    var end = SessionEnd(reason: .done, steps: 0, claimed: claimed)
    if let score = await score(&end) {
      end.score = score
      end.success = score >= 1
      throw Ended(end: end)
    }
    if choice.decision == "human", end.problem == nil { end.success = claimed == .complete }
    guard choice.decision != "human", inbox.attendance == .person else { throw Ended(end: end) }
    switch try await ask(.judgement(claimed: claimed), otherwise: end) {
    case .approve:
      end.success = claimed == .complete
      throw Ended(end: end)
    case .reject(let reason): feedback = "say that it is done" + (reason.isEmpty ? "" : ": \(reason)")
    case .askAgain(let hint): advise(hint)
    case .takeOver: hand = .person
    case .resume, .lookAgain, .handBack: break
    case let decision: passOver(decision)
    }
  }

  /// Ends where a person has reached the goal by hand.
  private func concludeIfReached() async throws(Ended) {
    var end = SessionEnd(reason: .done, success: true, steps: 0, claimed: .complete)
    guard let score = await score(&end), score >= 1 else { return }
    end.score = score
    throw Ended(end: end)
  }
}

extension Action {
  /// Whether the screen may look different afterwards.
  fileprivate var changesScreen: Bool {
    switch self {
    case .answer, .status, .unknown: false
    default: true
    }
  }
}
