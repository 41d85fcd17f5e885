/// Cuts a stream of bytes into packets.
struct ADBPacketReader: Sendable {
  /// The largest payload we say we take.
  static let payloadLimit = 256 << 10

  private var buffer: [UInt8] = []
  private var start = 0
  /// Whether payloads are checked, as versions before 0x01000001 do.
  var checksPayloads = true

  mutating func append(_ bytes: [UInt8]) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The next whole packet, or nil until more has arrived.
  ///
  /// - Throws: `ADBDError.malformed`, after which nothing that follows can be trusted.
  mutating func next() throws(ADBDError) -> ADBPacket? {
    guard buffer.count - start >= ADBPacket.headerSize else { return nil }
    let raw = LittleEndian.word(buffer, at: start)
    guard LittleEndian.word(buffer, at: start + 20) == ~raw else { throw .malformed(reason: "a wrong magic number") }
    guard let command = ADBPacket.Command(rawValue: raw) else { throw .malformed(reason: "an unknown command") }
    let length = Int(LittleEndian.word(buffer, at: start + 12))
    guard length <= Self.payloadLimit else { throw .malformed(reason: "a payload of \(length) bytes") }
    let end = start + ADBPacket.headerSize + length
    guard buffer.count >= end else { return nil }
    let payload = Array(buffer[(start + ADBPacket.headerSize)..<end])
    // A client that reconnects knows already that nobody sums, and doesn't even for its first packet.
    let isNew = command == .connect && LittleEndian.word(buffer, at: start + 4) >= ADBConnection.version
    if checksPayloads, !isNew, ADBPacket.checksum(payload) != LittleEndian.word(buffer, at: start + 16) {
      throw .malformed(reason: "a wrong checksum")
    }
    let packet = ADBPacket(
      command: command, first: LittleEndian.word(buffer, at: start + 4),
      second: LittleEndian.word(buffer, at: start + 8), payload: payload)
    start = end
    return packet
  }
}
