import CSockets
import Foundation

// A message of adb's transport (protocol.txt): six 32-bit little-endian numbers, the command, two arguments, the data's
// length, its checksum and the command's complement; then the data.

/// A device that trusts nobody: it answers every attempt with another token to sign.
final class DistrustfulPhone: Sendable {
  let port: UInt16
  private let listener: Int32

  init() throws {
    let listener = sk_listen(0)
    guard listener >= 0, let port = UInt16(exactly: sk_port(listener)) else { throw CocoaError(.featureUnsupported) }
    (self.listener, self.port) = (listener, port)
    Thread {
      while true {
        let connection = sk_accept(listener)
        guard connection >= 0 else { return }
        Thread { Self.serve(connection) }.start()
      }
    }.start()
  }

  deinit { sk_shutdown(listener) }

  private static let auth: UInt32 = 0x4854_5541
  private static let tokenLength = 20
  private static let publicKey: UInt32 = 3

  private static func serve(_ connection: Int32) {
    defer { sk_close(connection) }
    while let header = SocketBytes.read(connection, 24) {
      let length = SocketBytes.number(header, at: 12)
      guard length < 1 << 20, SocketBytes.read(connection, Int(length)) != nil else { return }
      // A key to be shown to a person, who never looks.
      if SocketBytes.number(header, at: 0) == auth, SocketBytes.number(header, at: 4) == publicKey { continue }
      let token = [UInt8](repeating: 7, count: tokenLength)
      let message =
        [auth, 1, 0, UInt32(tokenLength), UInt32(7 * tokenLength), ~auth].flatMap(SocketBytes.littleEndian) + token
      guard sk_write(connection, message, message.count) == 0 else { return }
    }
  }
}
