import CTerminal
import Interface
import Synchronization

/// Messages from other threads, in the order in which they came.
final class Inbox: Sendable {
  private let waiting = Mutex<[Message]>([])

  /// Adds a message, and wakes the loop if it had none.
  func send(_ message: Message) {
    let isFirst = waiting.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if isFirst { ct_wake() }
  }

  /// Takes all messages out.
  func takeAll() -> [Message] {
    waiting.withLock { messages in
      var taken: [Message] = []
      swap(&taken, &messages)
      return taken
    }
  }
}
