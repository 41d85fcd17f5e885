internal import Synchronization

/// The token sets of states that were met before. The states of free text come again at nearly every token.
final class MaskCache: Sendable {
  /// A set of a 128,000 vocabulary takes 16 KB, so this is 16 MB at most.
  private static let capacity = 1_024

  private let masks = Mutex<[ByteAutomaton.State: TokenSet]>([:])

  subscript(state: ByteAutomaton.State) -> TokenSet? {
    get { masks.withLock { $0[state] } }
    set {
      masks.withLock {
        if $0.count >= Self.capacity { $0.removeAll(keepingCapacity: true) }
        $0[state] = newValue
      }
    }
  }
}
