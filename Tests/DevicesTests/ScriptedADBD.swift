import CSockets
import Foundation
import Synchronization

// adb's transport (protocol.txt), as far as a device needs it that is asked for one thing after another:
//
//   ← CNXN version, most data, "host::features=…"       → CNXN version, most data, "device::…;features=shell_v2"
//   ← OPEN their id, 0, "shell,v2,raw:…"                → OKAY our id, their id
//                                                       → WRTE our id, their id, data      ← OKAY their id, our id
//                                                       → CLSE our id, their id

/// A `FakePhone` as an adbd that the real adb server connects to: for what no phone in memory does by itself.
final class ScriptedADBD: Sendable {
  let port: UInt16
  private let listener: Int32
  private let asked = Mutex<[String]>([])

  init(_ phone: FakePhone) throws {
    let listener = sk_listen(0)
    guard listener >= 0, let port = UInt16(exactly: sk_port(listener)) else { throw CocoaError(.featureUnsupported) }
    (self.listener, self.port) = (listener, port)
    Thread { [weak self] in
      while true {
        let connection = sk_accept(listener)
        guard connection >= 0, let adbd = self else { return }
        Thread { adbd.serve(connection, phone) }.start()
      }
    }.start()
  }

  deinit { sk_shutdown(listener) }

  /// What adb calls it.
  var serial: String { "127.0.0.1:\(port)" }

  /// The shell commands that came, in order.
  var commands: [String] {
    asked.withLock { $0.compactMap { $0.hasPrefix("shell,v2,raw:") ? String($0.dropFirst(13)) : nil } }
  }

  private static let version: UInt32 = 0x0100_0000
  private static let mostData = 64 << 10
  private static let names: [UInt32: String] = [
    0x4E58_4E43: "CNXN", 0x4E45_504F: "OPEN", 0x5941_4B4F: "OKAY", 0x4554_5257: "WRTE", 0x4553_4C43: "CLSE",
  ]

  private func serve(_ connection: Int32, _ phone: FakePhone) {
    defer { sk_close(connection) }
    // What is still to be sent, by our number of the stream; nil keeps it open and silent.
    var pending: [UInt32: (theirs: UInt32, rest: [UInt8]?)] = [:]
    var next: UInt32 = 1
    while let header = SocketBytes.read(connection, 24) {
      let length = SocketBytes.number(header, at: 12)
      guard length < 1 << 22, let data = SocketBytes.read(connection, Int(length)) else { return }
      let (first, second) = (SocketBytes.number(header, at: 4), SocketBytes.number(header, at: 8))
      switch Self.names[SocketBytes.number(header, at: 0)] {
      case "CNXN":
        let banner = Array("device::ro.product.name=x;ro.product.model=Scripted;features=shell_v2,cmd".utf8)
        guard Self.send(connection, "CNXN", Self.version, UInt32(Self.mostData), banner) else { return }
      case "OPEN":
        let service = String(decoding: data.prefix { $0 != 0 }, as: UTF8.self)
        asked.withLock { $0.append(service) }
        var bytes: [UInt8]? = []
        for step in phone.answer(service) {
          switch step {
          case .bytes(let some): bytes? += some
          case .hang: bytes = nil
          }
        }
        // The smart socket's OKAY is the server's to say.
        if let all = bytes, all.starts(with: Array("OKAY".utf8)) { bytes = Array(all.dropFirst(4)) }
        pending[next] = (first, bytes)
        guard Self.send(connection, "OKAY", next, first, []) else { return }
        guard go(on: next, connection, &pending) else { return }
        next += 1
      case "OKAY": guard go(on: second, connection, &pending) else { return }
      case "WRTE": guard Self.send(connection, "OKAY", second, first, []) else { return }
      case "CLSE": pending[second] = nil
      default: continue
      }
    }
  }

  /// Sends the next piece of a stream, or its end.
  private func go(
    on ours: UInt32, _ connection: Int32, _ pending: inout [UInt32: (theirs: UInt32, rest: [UInt8]?)]
  ) -> Bool {
    guard let (theirs, rest) = pending[ours], let rest else { return true }
    if rest.isEmpty {
      pending[ours] = nil
      return Self.send(connection, "CLSE", ours, theirs, [])
    }
    pending[ours]?.rest = Array(rest.dropFirst(Self.mostData))
    return Self.send(connection, "WRTE", ours, theirs, Array(rest.prefix(Self.mostData)))
  }

  private static func send(
    _ connection: Int32, _ name: String, _ first: UInt32, _ second: UInt32, _ data: [UInt8]
  ) -> Bool {
    let command = SocketBytes.number(Array(name.utf8), at: 0)
    let sum = data.reduce(UInt32(0)) { $0 &+ UInt32($1) }
    let message = [command, first, second, UInt32(data.count), sum, ~command].flatMap(SocketBytes.littleEndian) + data
    return sk_write(connection, message, message.count) == 0
  }
}
