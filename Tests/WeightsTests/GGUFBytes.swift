/// Writes GGUF files as they should not be.
struct GGUFBytes {
  private(set) var bytes: [UInt8] = []

  /// The first 24 bytes.
  init(magic: String = "GGUF", version: UInt32 = 3, tensors: UInt64 = 0, pairs: UInt64 = 0) {
    bytes = Array(magic.utf8)
    number(version)
    number(tensors)
    number(pairs)
  }

  mutating func number<Number: FixedWidthInteger>(_ value: Number) {
    for byte in 0..<(Number.bitWidth / 8) { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }

  mutating func string(_ string: String, claimedCount: UInt64? = nil) {
    number(claimedCount ?? UInt64(string.utf8.count))
    bytes += Array(string.utf8)
  }

  mutating func key(_ key: String, type: UInt32) {
    string(key)
    number(type)
  }

  mutating func tensor(_ name: String, sizes: [UInt64], type: UInt32, offset: UInt64) {
    string(name)
    number(UInt32(sizes.count))
    for size in sizes { number(size) }
    number(type)
    number(offset)
  }

  mutating func data(_ count: Int, alignment: Int = 32) {
    bytes += Array(repeating: 0, count: (alignment - bytes.count % alignment) % alignment)
    bytes += (0..<count).map { UInt8(truncatingIfNeeded: $0) }
  }
}
