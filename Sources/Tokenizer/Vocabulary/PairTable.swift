/// What two neighbouring tokens become, and how early.
struct PairTable: Sendable {
  struct Entry: Sendable {
    /// The place in the list of merges; the lowest goes first.
    var rank: UInt32
    var merged: Int32
  }

  private var keys: [UInt64]
  private var entries: [Entry]
  private let mask: Int
  private let seed = UInt64.random(in: .min ... .max) | 1

  // No pair has it: ids are not negative.
  private static let free = UInt64.max

  /// A table of the merges, best first. Of equal pairs the last counts, as in Hugging Face's tokenizers.
  init(_ merges: [Merge]) {
    var size = 16
    while size < merges.count * 2 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: Self.free, count: size)
    entries = [Entry](repeating: Entry(rank: 0, merged: 0), count: size)
    var rank: UInt32 = 0
    for merge in merges {
      let key = Self.key(merge.left, merge.right)
      let slot = slot(of: key)
      keys[slot] = key
      entries[slot] = Entry(rank: rank, merged: merge.merged)
      rank += 1
    }
  }

  /// What the pair becomes, if anything.
  func entry(_ left: Int32, _ right: Int32) -> Entry? {
    let slot = slot(of: Self.key(left, right))
    return keys[slot] == Self.free ? nil : entries[slot]
  }

  private static func key(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right))
  }

  private func slot(of key: UInt64) -> Int {
    var hash = (key ^ seed) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32)) &* seed
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != Self.free, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
