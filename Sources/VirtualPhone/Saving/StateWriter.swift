/// Writes what a saved phone is made of: numbers in as few bytes as they need, texts and bytes behind their length.
struct StateWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first, each but the last with the eighth bit set (LEB128).
  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Zigzag, so that small negative numbers are short too.
  mutating func write(_ number: Int) {
    write(UInt64(bitPattern: Int64(number) << 1 ^ Int64(number) >> 63))
  }

  mutating func write(_ part: [UInt8]) {
    write(UInt64(part.count))
    bytes += part
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }
}
