/// One goal on one device: looks, has an action proposed, has it approved, does it, records it, until the goal is
/// reached or someone ends it.
public actor Session {
  /// What happens, for one listener.
  public nonisolated let events: AsyncStream<SessionEvent>
  private nonisolated let continuation: AsyncStream<SessionEvent>.Continuation
  private let setup: SessionSetup

  /// A session; nothing happens before `run`.
  public init(_ setup: SessionSetup) {
    self.setup = setup
    (events, continuation) = AsyncStream.makeStream()
  }

  /// Runs it to its end.
  public func run() async -> SessionEnd {
    let end = SessionEnd(reason: .failed, steps: 0)
    continuation.yield(.ended(end))
    continuation.finish()
    return end
  }

  /// Takes what a person says, at any time.
  public nonisolated func decide(_ decision: Decision) {}
}
