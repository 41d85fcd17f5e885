/// A set of token ids, one bit each.
public struct TokenSet: Sendable, Equatable {
  /// Bit `id % 64` of word `id / 64`.
  private(set) var words: [UInt64]
  /// Ids are in 0..<universe.
  public let universe: Int

  /// An empty set for ids in 0..<universe.
  public init(universe: Int) {
    self.universe = max(universe, 0)
    words = [UInt64](repeating: 0, count: (self.universe + 63) / 64)
  }

  /// The number of ids in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether there is none.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether the id is in the set; false for ids outside the universe.
  public func contains(_ id: Int32) -> Bool {
    guard id >= 0, Int(id) < universe else { return false }
    return words[Int(id) >> 6] & (1 << UInt64(id & 63)) != 0
  }

  /// Adds an id; ids outside the universe are ignored.
  public mutating func insert(_ id: Int32) {
    guard id >= 0, Int(id) < universe else { return }
    words[Int(id) >> 6] |= 1 << UInt64(id & 63)
  }

  /// Takes an id out.
  mutating func remove(_ id: Int32) {
    guard id >= 0, Int(id) < universe else { return }
    words[Int(id) >> 6] &= ~(1 << UInt64(id & 63))
  }

  /// Calls `body` with every id, ascending.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
