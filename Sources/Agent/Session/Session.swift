public import Devices
public import Episodes
internal import Foundation

/// One goal on one device: looks, has an action proposed, has it approved, does it, records it, until the goal is
/// reached or someone ends it.
///
/// Each action is done once. Where the device can't say what came of one, the session says so, records that, and looks
/// before anything else is done.
public actor Session {
  /// What happens, for one listener.
  public nonisolated let events: AsyncStream<SessionEvent>
  nonisolated let continuation: AsyncStream<SessionEvent>.Continuation
  nonisolated let inbox: SessionInbox
  let setup: SessionSetup
  let resumed: Episode?

  /// Who acts.
  enum Hand { case agent, person }

  var hand = Hand.agent
  var writer: EpisodeWriter?
  /// The steps so far, those of a resumed recording included.
  var steps: [Step] = []
  /// Steps that the agent may still take are those up to this.
  var budget: Int
  var answer: String?
  var stuck = StuckDetector()
  /// What the next prompt is told.
  var feedback: String?
  var advice: [String] = []
  /// Proposals that were made for this screen already.
  var attempts = 0
  private var hasBegun = false

  /// A session; nothing happens before `run`.
  public init(_ setup: SessionSetup) {
    self.init(setup, resumed: nil)
  }

  /// A session that goes on with a recording that was cut off: same goal, same folder, from a fresh look.
  ///
  /// - Parameter recording: the episode's folder; it takes the place of the setup's goal, task, seed and recording.
  /// - Throws: `EpisodeError.missing`, `.notAnEpisode`.
  public init(resuming recording: String, _ setup: SessionSetup) throws(EpisodeError) {
    let episode = try Episode(contentsOf: recording)
    var setup = setup
    setup.goal = episode.goal
    setup.task = episode.task
    setup.seed = episode.seed
    setup.recording = episode.directory ?? recording
    self.init(setup, resumed: episode)
  }

  private init(_ setup: SessionSetup, resumed: Episode?) {
    self.setup = setup
    self.resumed = resumed
    budget = setup.maximumSteps
    inbox = SessionInbox(approval: setup.approval, attendance: setup.attendance)
    (events, continuation) = AsyncStream.makeStream()
  }

  /// Takes what a person says, at any time. What comes at the wrong time is passed over, and a notice says so.
  public nonisolated func decide(_ decision: Decision) {
    if let refusal = inbox.take(decision) { continuation.yield(.notice(refusal)) }
  }

  /// Nobody answers any more: where anything would have to be asked, the session ends.
  public nonisolated func leave() { inbox.leave() }

  /// Tells the listener what the device reports of itself.
  public nonisolated func report(_ notice: DeviceNotice) { continuation.yield(.notice(notice.description)) }

  /// Runs it to its end, once.
  public func run() async -> SessionEnd {
    guard !hasBegun else { return SessionEnd(reason: .failed, steps: 0, problem: "a session runs once; make another") }
    hasBegun = true
    var end = await withTaskCancellationHandler {
      await live()
    } onCancel: {
      inbox.leave()
      _ = inbox.take(.end(success: nil))
    }
    end.steps = steps.count
    end.answer = answer
    do throws(EpisodeError) { try finishRecording(end) } catch { end.problem = end.problem ?? error.description }
    // Someone may go on with the recording while this is still held.
    writer = nil
    continuation.yield(.ended(end))
    continuation.finish()
    return end
  }

  // MARK: - The loop

  /// Why the loop is left.
  struct Ended: Error { var end: SessionEnd }

  private func live() async -> SessionEnd {
    do throws(Ended) {
      try begin()
      if setup.proposer == nil { hand = .person }
      while true {
        try await seeToQueue()
        if hand == .agent, agentSteps >= budget {
          try await outOfSteps()
          continue
        }
        guard let seen = try await look() else { continue }
        switch hand {
        case .agent: try await agentStep(seen)
        case .person: try await personStep(seen)
        }
      }
    } catch {
      return error.end
    }
  }

  private func begin() throws(Ended) {
    if let resumed {
      do throws(EpisodeError) {
        let writer = try EpisodeWriter(resuming: setup.recording ?? "")
        self.writer = writer
        steps = resumed.steps
        try recordInterrupted(writer)
      } catch {
        throw failed(error.description)
      }
      answer = steps.compactMap { if case .answer(let text) = $0.action { text } else { nil } }.last
    }
    continuation.yield(
      .started(goal: setup.goal, device: setup.device.name, recording: setup.recording, earlier: steps))
    if let last = steps.last, last.result == Self.cutOff {
      continuation.yield(.notice("\(last.action?.summary ?? "the last action"): \(Self.cutOff)"))
    }
  }

  /// The agent's steps; what a person did or rejected doesn't count.
  private var agentSteps: Int { steps.count { $0.decision != "human" && $0.decision != "rejected" } }

  private func outOfSteps() async throws(Ended) {
    let decision = try await ask(
      .outOfSteps, otherwise: SessionEnd(reason: .outOfSteps, steps: 0))
    switch decision {
    case .resume, .askAgain, .handBack, .approve: budget = agentSteps + max(setup.maximumSteps, 1)
    case .takeOver: hand = .person
    default: passOver(decision)
    }
  }

  // MARK: - Waiting

  /// Waits for the person, and sees to what means the same everywhere.
  ///
  /// - Parameter otherwise: how the session ends where nobody is there.
  func ask(_ waiting: SessionEvent.Waiting, otherwise: SessionEnd) async throws(Ended) -> Decision {
    while true {
      if inbox.attendance == .approvals, !waiting.isAnsweredByPrograms { throw await ended(otherwise) }
      let index = nextIndex
      let continuation = continuation
      let word = await inbox.wait { continuation.yield(.waiting(step: index, waiting)) }
      guard case .said(let decision) = word else { throw await ended(otherwise) }
      switch decision {
      case .end(let success):
        if case .judgement(let claimed) = waiting {
          throw Ended(end: SessionEnd(reason: .done, success: success, steps: 0, claimed: claimed))
        }
        throw await stopped(success)
      case .pause where waiting != .paused:
        if try await pause() { return .lookAgain }
      case .setApproval:
        if case .approval = waiting { return decision }
      default: return decision
      }
    }
  }

  /// Waits until the person says that it goes on.
  ///
  /// - Returns: whether the screen is to be looked at again first.
  private func pause() async throws(Ended) -> Bool {
    while true {
      switch try await ask(.paused, otherwise: SessionEnd(reason: .stopped, steps: 0)) {
      case .resume, .approve: return false
      case .askAgain(let hint):
        advise(hint)
        return true
      case .lookAgain: return true
      case .takeOver:
        hand = .person
        return true
      case .handBack where setup.proposer != nil:
        hand = .agent
        return true
      case let decision: passOver(decision)
      }
    }
  }

  /// Sees to what was said while the session was busy.
  func seeToQueue() async throws(Ended) {
    inbox.begin(.acting)
    for decision in inbox.drain() {
      switch decision {
      case .end(let success): throw await stopped(success)
      case .pause: _ = try await pause()
      case .takeOver: hand = .person
      case .handBack where setup.proposer != nil: hand = .agent
      // Looking is what comes next anyway.
      case .lookAgain: break
      default: passOver(decision)
      }
    }
  }

  func passOver(_ decision: Decision) {
    if case .handBack = decision, setup.proposer == nil {
      continuation.yield(.notice("nobody proposes in this session; act by hand, or end it"))
    } else {
      continuation.yield(.notice("that can't be answered with “\(decision.name)” now"))
    }
  }

  func advise(_ hint: String?) {
    if let hint, !hint.isEmpty { advice.append("the person advises: \(hint)") }
  }

  // MARK: - Ends

  func failed(_ problem: String) -> Ended { Ended(end: SessionEnd(reason: .failed, steps: 0, problem: problem)) }

  /// The end where the person stops it; a task's check is asked all the same.
  private func stopped(_ success: Bool?) async -> Ended {
    var end = SessionEnd(reason: .stopped, success: success, steps: 0)
    if success == nil, let score = await score(&end) {
      end.score = score
      // They may have done it by hand. What an agent did without saying that it is done doesn't count.
      if hand == .person { end.success = score >= 1 } else { end.success = false }
    }
    return Ended(end: end)
  }

  /// An end that nobody chose: the check is asked, and the agent hasn't said that it is done.
  private func ended(_ end: SessionEnd) async -> Ended {
    var end = end
    if end.reason != .failed, let score = await score(&end) {
      end.score = score
      end.success = false
    }
    return Ended(end: end)
  }

  /// Asks the task's check; nil where there is none, or it can't be asked.
  func score(_ end: inout SessionEnd) async -> Double? {
    guard let judge = setup.judge else { return nil }
    do throws(DeviceError) {
      let score = try await judge.score(answer: answer)
      continuation.yield(.judged(score: score))
      return score
    } catch {
      end.problem = "whether the goal is reached can't be told: \(error.description)"
      return nil
    }
  }
}

extension SessionEvent.Waiting {
  /// Whether programs that give approvals answer this, too: it is asked because they wanted it.
  fileprivate var isAnsweredByPrograms: Bool {
    switch self {
    case .approval, .paused, .takenOver: true
    case .noProposal, .stuck, .device, .outOfSteps, .judgement: false
    }
  }
}
