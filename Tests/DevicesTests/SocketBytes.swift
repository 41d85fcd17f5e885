import CSockets

/// What the stand-ins for servers and phones read from their sockets.
enum SocketBytes {
  /// So many bytes, as soon as they are there; nil where the other side hangs up before.
  static func read(_ connection: Int32, _ count: Int) -> [UInt8]? {
    var all: [UInt8] = []
    while all.count < count {
      var piece = [UInt8](repeating: 0, count: count - all.count)
      let got = sk_read(connection, &piece, piece.count)
      guard got > 0 else { return nil }
      all += piece[..<Int(got)]
    }
    return all
  }

  /// The number in four bytes, the least significant first.
  static func number(_ bytes: [UInt8], at start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
  }

  /// A number as four bytes, the least significant first.
  static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
}
