internal import Synchronization

/// What was made of files' bytes, so that drawing a screen again makes nothing.
///
/// A file's bytes are its key: not their values, which would take as long to compare as some of them to read, but the
/// memory that they are in. The cache holds on to that memory, so nothing else can be in it meanwhile.
final class ContentCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var bytes: [UInt8]
    var variant: Int
    var value: Value
    var size: Int
  }

  private let most: Int
  private let capacity: Int
  // The last used one comes last.
  private let entries = Mutex<[Entry]>([])

  /// - Parameters:
  ///   - most: how many it keeps.
  ///   - capacity: what the sizes that `make` tells may add up to.
  init(most: Int, capacity: Int) {
    self.most = most
    self.capacity = capacity
  }

  /// What `make` makes of the bytes, with its size, or has made of them.
  func value(_ bytes: [UInt8], variant: Int = 0, make: () -> (value: Value, size: Int)) -> Value {
    entries.withLock { entries in
      if let index = entries.lastIndex(where: { $0.variant == variant && $0.bytes.span.isIdentical(to: bytes.span) }) {
        let entry = entries.remove(at: index)
        entries.append(entry)
        return entry.value
      }
      let made = make()
      entries.append(Entry(bytes: bytes, variant: variant, value: made.value, size: made.size))
      var sum = entries.reduce(0) { $0 + $1.size }
      while entries.count > most || sum > capacity && entries.count > 1 { sum -= entries.removeFirst().size }
      return made.value
    }
  }
}
