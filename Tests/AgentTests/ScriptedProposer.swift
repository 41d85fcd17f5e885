import Agent
import Episodes
import Synchronization

/// Proposes what it is told to, one after the other, and keeps what it was asked.
final class ScriptedProposer: Proposer {
  /// What it does when it is asked.
  enum Answer: Sendable {
    case action(Action, thought: String = "Because.")
    case unreadable
    case failure(String)
    /// Thinks until it is cancelled.
    case endless
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  let name = "script"
  private let answers: Mutex<[Answer]>
  private let asked = Mutex<[StepRequest]>([])
  private let cancellations = Mutex(0)

  init(_ answers: [Answer]) { self.answers = Mutex(answers) }

  convenience init(_ actions: Action...) { self.init(actions.map { .action($0) }) }

  var requests: [StepRequest] { asked.withLock { $0 } }
  var cancelled: Int { cancellations.withLock { $0 } }

  func propose(_ request: StepRequest) -> AsyncThrowingStream<StepEvent, any Error> {
    asked.withLock { $0.append(request) }
    // The last answer is given for ever.
    let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0.first }
    return AsyncThrowingStream { continuation in
      continuation.yield(.token(id: 1, text: "Th"))
      switch answer {
      case .action(let action, let thought):
        continuation.yield(.thought(thought))
        continuation.yield(.action(action, json: action.json))
        continuation.yield(.finished(StepTimings()))
      case .unreadable: continuation.yield(.failed(reason: "the answer can't be read: it is odd", answer: "odd"))
      case .failure(let reason): return continuation.finish(throwing: Failure(description: reason))
      case .endless: return
      case nil: break
      }
      continuation.finish()
    }
  }

  func cancel() { cancellations.withLock { $0 += 1 } }
}
