internal import Synchronization

/// What people say to a session, on its way from any thread to the session.
///
/// What is said while the session waits is its answer. What is said at another time waits for the end of the step in
/// hand, interrupts a proposal, or, where it could only be meant for a screen that isn't there any more, is refused.
final class SessionInbox: Sendable {
  /// What a wait ends with.
  enum Word: Sendable, Equatable {
    case said(Decision)
    /// Nobody is there any more.
    case left
  }

  /// What the session is doing.
  enum Phase: Sendable, Equatable {
    case looking, proposing, acting, waiting
  }

  private struct State {
    var phase = Phase.acting
    var queue: [Decision] = []
    var handed: Word?
    var waiter: CheckedContinuation<Word, Never>?
    var interrupt: (@Sendable () -> Void)?
    var approval: ApprovalPolicy
    var attendance: Attendance
  }

  private let state: Mutex<State>

  init(approval: ApprovalPolicy, attendance: Attendance) {
    state = Mutex(State(approval: approval, attendance: attendance))
  }

  var approval: ApprovalPolicy { state.withLock { $0.approval } }

  var attendance: Attendance { state.withLock { $0.attendance } }

  // MARK: - From outside

  /// Takes a decision.
  ///
  /// - Returns: why it is passed over; nil where it isn't.
  func take(_ decision: Decision) -> String? {
    let (refusal, effect) = state.withLock { state in Self.take(decision, &state) }
    effect?()
    return refusal
  }

  /// Nobody answers from now on.
  func leave() {
    let waiter = state.withLock { state in
      state.attendance = .nobody
      return Self.hand(.left, &state)
    }
    waiter?()
  }

  private static func take(_ decision: Decision, _ state: inout State) -> (refusal: String?, effect: (() -> Void)?) {
    if case .setApproval(let approval) = decision { state.approval = approval }
    if state.phase == .waiting { return (nil, hand(.said(decision), &state)) }
    switch decision {
    case .setApproval: return (nil, nil)
    case .approve, .edit, .reject: return ("nothing is proposed just now, so there is nothing to decide about", nil)
    case .resume:
      guard let pause = state.queue.lastIndex(of: .pause) else { return ("it is not paused", nil) }
      state.queue.remove(at: pause)
      return (nil, nil)
    case .askAgain where state.phase != .proposing:
      return ("nothing is proposed just now, so there is nothing to ask again", nil)
    case .act where state.phase != .proposing:
      return ("the screen is changing; act when it has been looked at again", nil)
    case .handBack:
      state.queue.append(decision)
      return (nil, nil)
    case .askAgain, .act, .pause, .takeOver, .lookAgain, .end:
      state.queue.append(decision)
      guard state.phase == .proposing || decision.isEnd else { return (nil, nil) }
      defer { state.interrupt = nil }
      return (nil, state.interrupt)
    }
  }

  /// Ends the wait with a word.
  private static func hand(_ word: Word, _ state: inout State) -> (() -> Void)? {
    guard state.phase == .waiting else { return nil }
    state.phase = .acting
    guard let waiter = state.waiter else {
      state.handed = word
      return nil
    }
    state.waiter = nil
    return { waiter.resume(returning: word) }
  }

  // MARK: - From the session

  /// Begins something that `interrupt` ends at once; it does so now if that was asked for meanwhile.
  func begin(_ phase: Phase, interrupt: (@Sendable () -> Void)? = nil) {
    let isDue = state.withLock { state in
      state.phase = phase
      let isDue =
        phase == .proposing ? state.queue.contains { $0 != .handBack } : state.queue.contains { $0.isEnd }
      state.interrupt = isDue ? nil : interrupt
      return isDue
    }
    if isDue { interrupt?() }
  }

  /// What was said and not seen to; it is forgotten here.
  func drain() -> [Decision] {
    state.withLock { state in
      defer { state.queue = [] }
      return state.queue
    }
  }

  /// Keeps what was drained and not seen to.
  func putBack(_ decisions: [Decision]) {
    state.withLock { $0.queue = decisions + $0.queue }
  }

  /// The end that was asked for, if one was.
  var end: Decision? { state.withLock { $0.queue.first { $0.isEnd } } }

  /// Waits for a word.
  ///
  /// - Parameter announce: tells people that they are waited for; what they then say counts.
  func wait(announce: @Sendable () -> Void) async -> Word {
    let hasLeft = state.withLock { state in
      state.phase = .waiting
      state.interrupt = nil
      return state.attendance == .nobody
    }
    announce()
    if hasLeft {
      state.withLock { $0.phase = .acting }
      return .left
    }
    return await withCheckedContinuation { continuation in
      let handed = state.withLock { state -> Word? in
        guard let word = state.handed else {
          if state.phase == .waiting { state.waiter = continuation }
          return nil
        }
        state.handed = nil
        return word
      }
      if let handed { continuation.resume(returning: handed) }
    }
  }
}

extension Decision {
  var isEnd: Bool { if case .end = self { true } else { false } }
}
