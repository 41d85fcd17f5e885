/// Shell protocol 2: a byte that says what, four that say how much, and that much.
enum ShellPacket {
  enum Kind: UInt8, Sendable {
    case input = 0
    case output = 1
    case errors = 2
    case exit = 3
    case endOfInput = 4
    case windowSize = 5
  }

  // adb reads a packet into a buffer of its payload's size, less the header.
  private static let largest = 4000

  /// As it is sent; what is long in several.
  static func bytes(_ kind: Kind, _ payload: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(payload.count + payload.count / largest * 5 + 5)
    var start = 0
    repeat {
      let end = min(payload.count, start + largest)
      bytes.append(kind.rawValue)
      bytes += LittleEndian.bytes(UInt32(end - start))
      bytes += payload[start..<end]
      start = end
    } while start < payload.count
    return bytes
  }
}

/// Cuts a stream of bytes into shell packets.
struct ShellPacketReader: Sendable {
  enum Item: Sendable, Equatable {
    case packet(ShellPacket.Kind, [UInt8])
    case malformed
  }

  private static let payloadLimit = 1 << 20
  private var buffer: [UInt8] = []
  private var start = 0

  mutating func append(_ bytes: [UInt8]) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  mutating func next() -> Item? {
    guard buffer.count - start >= 5 else { return nil }
    let length = Int(LittleEndian.word(buffer, at: start + 1))
    guard let kind = ShellPacket.Kind(rawValue: buffer[start]), length <= Self.payloadLimit else { return .malformed }
    guard buffer.count - start >= 5 + length else { return nil }
    defer { start += 5 + length }
    return .packet(kind, Array(buffer[(start + 5)..<(start + 5 + length)]))
  }
}
