internal import Agent
internal import Devices
internal import Episodes
internal import Imaging
internal import Interface

extension SessionUpdate {
  /// What the interface is told of an event; nil for what it doesn't show.
  ///
  /// - Parameter prepared: the session that it is of.
  init?(_ event: SessionEvent, of prepared: PreparedSession) {
    switch event {
    case .started(let goal, let device, let recording, let earlier):
      self = .started(
        goal: goal, task: prepared.isJudged ? prepared.task : nil, device: device, model: prepared.proposer,
        recording: recording,
        maximumSteps: prepared.maximumSteps, earlier: earlier)
    case .looking(let step): self = .looking(step: step)
    case .observed(let step, let observation, let picture):
      self = .observed(
        step: step, picture: picture, width: observation.screenshot.width, height: observation.screenshot.height,
        elements: observation.elements,
        app: observation.foregroundActivity?.split(separator: "/").first.map(String.init),
        warning: observation.warning?.description)
    case .proposing(let step, let event):
      guard let update = ProposalUpdate(event) else { return nil }
      self = .proposal(step: step, update)
    case .waiting(let step, let waiting): self = .waiting(step: step, SessionWait(waiting))
    case .acting(let step, let action): self = .acting(step: step, action)
    case .stepped(let step): self = .stepped(step)
    case .notice(let text): self = .notice(text)
    case .judged(let score): self = .judged(score: score)
    case .ended(let end): self = .ended(reason: end.words, success: end.success, problem: end.problem)
    }
  }
}

extension SessionWait {
  init(_ waiting: SessionEvent.Waiting) {
    switch waiting {
    case .approval(let action, let risks): self = .approval(action, risks: risks.map(\.rawValue))
    case .noProposal(let reason): self = .noProposal(reason)
    case .stuck(let reason): self = .stuck(reason)
    case .paused: self = .paused
    case .takenOver: self = .takenOver
    case .device(let reason): self = .device(reason)
    case .outOfSteps: self = .outOfSteps
    case .judgement(let claimed): self = .judgement(claimed)
    }
  }
}

extension Decision {
  init(_ command: SessionCommand) {
    switch command {
    case .approve: self = .approve
    case .edit(let action): self = .edit(action)
    case .reject(let reason): self = .reject(reason: reason)
    case .askAgain(let hint): self = .askAgain(hint: hint)
    case .setApproval(let approval): self = .setApproval(ApprovalPolicy(approval))
    case .pause: self = .pause
    case .resume: self = .resume
    case .takeOver: self = .takeOver
    case .act(let action): self = .act(action, thought: nil)
    case .handBack: self = .handBack
    case .lookAgain: self = .lookAgain
    case .end(let success): self = .end(success: success)
    }
  }
}

extension ApprovalPolicy {
  init(_ approval: Approval) {
    switch approval {
    case .always: self = .always
    case .risky: self = .risky
    case .never: self = .never
    }
  }
}

extension SessionEnd {
  /// Why it ended, in a few words.
  fileprivate var words: String {
    switch reason {
    case .done: claimed == .infeasible ? "the goal was found to be out of reach" : "it is done"
    case .stopped: "it was stopped"
    case .outOfSteps: "all of its steps were used"
    case .stuck: "it was stuck"
    case .failed: "something failed"
    }
  }
}
