/// Byte strings and their ids, both ways.
///
/// The bytes of all tokens lie one after the other; a hash table with open addressing holds ids. That takes a tenth of
/// the memory of a dictionary of arrays and is as quick to look up a part of a text as a whole array.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Int32]
  private let mask: Int
  // Drawn anew in each process, so that no file can be made whose tokens all share one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// The length of the longest token that can be found.
  private(set) var longest = 0

  /// An empty table with room for `capacity` tokens.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
    ends.reserveCapacity(capacity)
  }

  /// How many ids there are.
  var count: Int { ends.count }

  /// Adds the token with the next id; `isFindable` is false for tokens that BPE never makes.
  ///
  /// Returns the id of an equal token that is there already.
  @discardableResult mutating func append(_ token: [UInt8], isFindable: Bool) -> Int32? {
    let id = Int32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: token)
    ends.append(bytes.count)
    guard isFindable else { return nil }
    longest = max(longest, token.count)
    var slot = hash(token, 0, token.count) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], token, 0, token.count) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    slots[slot] = id
    return nil
  }

  /// The bytes of an id; empty for an id that isn't there.
  subscript(id: Int32) -> ArraySlice<UInt8> {
    let index = Int(id)
    guard index >= 0, index < ends.count else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The id of a token.
  func id(of token: [UInt8]) -> Int32? { id(of: token, 0, token.count) }

  /// The id of the token that is a part of a text.
  func id(of text: [UInt8], _ start: Int, _ end: Int) -> Int32? {
    guard end - start <= longest else { return nil }
    var slot = hash(text, start, end) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], text, start, end) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func equals(_ id: Int32, _ text: [UInt8], _ start: Int, _ end: Int) -> Bool {
    let index = Int(id)
    let tokenStart = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - tokenStart == end - start else { return false }
    var offset = 0
    while offset < end - start {
      if bytes[tokenStart + offset] != text[start + offset] { return false }
      offset += 1
    }
    return true
  }

  private func hash(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var hash = seed
    var index = start
    while index < end {
      hash = (hash ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 1
    }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
