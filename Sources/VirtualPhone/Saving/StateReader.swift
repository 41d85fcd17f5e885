/// Reads what `StateWriter` wrote.
struct StateReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func number() throws(PhoneStateError) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard position < bytes.endIndex else { throw Self.short }
      let byte = bytes[position]
      position += 1
      // The tenth byte holds the one bit that is left.
      guard shift < 63 || byte < 2 else { break }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    throw .damaged(reason: "a number is too long")
  }

  mutating func integer() throws(PhoneStateError) -> Int {
    let number = try number()
    return Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
  }

  /// A number of things, each of which takes at least a byte.
  mutating func count() throws(PhoneStateError) -> Int {
    let number = try number()
    guard let count = Int(exactly: number), count <= bytes.endIndex - position else { throw Self.short }
    return count
  }

  mutating func part() throws(PhoneStateError) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func text() throws(PhoneStateError) -> String {
    guard let text = String(validating: try part(), as: UTF8.self) else {
      throw .damaged(reason: "a text is not UTF-8")
    }
    return text
  }

  private static let short = PhoneStateError.damaged(reason: "it ends too early")
}
