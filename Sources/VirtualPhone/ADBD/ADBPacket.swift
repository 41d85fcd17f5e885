/// A message of adb's transport protocol.
///
///     byte 0    4     8     12      16       20     24
///          │cmd │arg0 │arg1 │length │checksum│magic │payload …
///
/// All little-endian; the checksum is the sum of the payload's bytes, and magic is the command's complement.
struct ADBPacket: Sendable, Equatable {
  enum Command: UInt32, Sendable {
    case connect = 0x4E58_4E43
    case authenticate = 0x4854_5541
    case startTLS = 0x534C_5453
    case open = 0x4E45_504F
    case ready = 0x5941_4B4F
    case close = 0x4553_4C43
    case write = 0x4554_5257
    case synchronise = 0x434E_5953
  }

  static let headerSize = 24

  var command: Command
  var first: UInt32
  var second: UInt32
  var payload: [UInt8] = []

  static func checksum(_ payload: [UInt8]) -> UInt32 { payload.reduce(0) { $0 &+ UInt32($1) } }

  /// As it goes over the wire. The checksum is there even where the other side doesn't look.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headerSize + payload.count)
    let words = [
      command.rawValue, first, second, UInt32(payload.count), Self.checksum(payload), ~command.rawValue,
    ]
    for word in words { bytes += LittleEndian.bytes(word) }
    return bytes + payload
  }
}
