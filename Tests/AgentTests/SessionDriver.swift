import Agent
import Episodes
import Synchronization

/// Runs a session and answers whenever it waits.
struct SessionDriver {
  let session: Session
  let end: SessionEnd
  let events: [SessionEvent]

  /// Runs it to its end.
  ///
  /// - Parameter answer: what is said to a wait, the first of which has the number 0; nil to say nothing more.
  @discardableResult
  static func run(
    _ session: Session, answer: @escaping @Sendable (Int, SessionEvent.Waiting) -> Decision? = { _, _ in .approve },
    onEvent: @escaping @Sendable (SessionEvent) -> Void = { _ in }
  ) async -> SessionDriver {
    let listening = Task {
      var events: [SessionEvent] = []
      var waits = 0
      for await event in session.events {
        events.append(event)
        onEvent(event)
        if case .waiting(_, let waiting) = event {
          if let decision = answer(waits, waiting) { session.decide(decision) }
          waits += 1
        }
      }
      return events
    }
    let end = await session.run()
    return SessionDriver(session: session, end: end, events: await listening.value)
  }

  var notices: [String] { events.compactMap { if case .notice(let text) = $0 { text } else { nil } } }
  var waits: [SessionEvent.Waiting] { events.compactMap { if case .waiting(_, let what) = $0 { what } else { nil } } }
  var steps: [Step] { events.compactMap { if case .stepped(let step) = $0 { step } else { nil } } }
  var acted: [Action] { events.compactMap { if case .acting(_, let action) = $0 { action } else { nil } } }
}
