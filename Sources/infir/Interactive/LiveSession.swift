internal import Agent
internal import Synchronization

/// A session on its way from being asked for to its end, and what is said to it meanwhile.
final class LiveSession: Sendable {
  private struct State {
    var session: Agent.Session?
    /// An end was asked for before there was a session.
    var isCalledOff = false
  }

  private let state = Mutex(State())

  /// Takes what the person says; before the session has begun only that it isn't to.
  func tell(_ decision: Decision) {
    let session = state.withLock { state in
      if state.session == nil, case .end = decision { state.isCalledOff = true }
      return state.session
    }
    session?.decide(decision)
  }

  /// Ends it after the step in hand, whatever it waits for.
  func end() {
    tell(.end(success: nil))
    state.withLock { $0.session }?.leave()
  }

  var isCalledOff: Bool { state.withLock { $0.isCalledOff } }

  /// What the person says goes to this session from now on.
  ///
  /// - Returns: false if it was called off meanwhile.
  func begin(_ session: Agent.Session) -> Bool {
    state.withLock { state in
      state.session = session
      return !state.isCalledOff
    }
  }
}
