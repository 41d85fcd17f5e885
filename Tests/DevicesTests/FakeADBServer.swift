import CSockets
import Devices
import Foundation
import Synchronization

/// Stands in for the adb server where the real one can't be made to misbehave: answers from a function, over a real
/// socket.
final class FakeADBServer: Sendable {
  /// What it does when it is asked for a service.
  enum Step: Sendable {
    case bytes([UInt8])
    /// Says nothing more and keeps the connection.
    case hang

    static let okay = Step.bytes(Array("OKAY".utf8))
    static func fail(_ text: String) -> Step { .bytes(Array("FAIL".utf8) + FakeADBServer.text(text)) }
    static func text(_ text: String) -> Step { .bytes(FakeADBServer.text(text)) }
    /// A whole answer of a shell, version 2.
    static func shell(_ output: [UInt8], errors: String = "", code: UInt8 = 0) -> Step {
      .bytes(
        Array("OKAY".utf8) + packet(1, output) + (errors.isEmpty ? [] : packet(2, Array(errors.utf8)))
          + packet(3, [code]))
    }
    static func shell(_ output: String, errors: String = "", code: UInt8 = 0) -> Step {
      shell(Array(output.utf8), errors: errors, code: code)
    }
  }

  let port: UInt16
  private let listener: Int32
  private let asked = Mutex<[String]>([])
  private let connections = Mutex<Set<Int32>>([])

  /// - Parameter answer: what it does when asked for a service; after it the connection is closed, but for transports.
  init(_ answer: @escaping @Sendable (String) -> [Step]) throws {
    let listener = sk_listen(0)
    let port = sk_port(listener)
    guard listener >= 0, let port = UInt16(exactly: port), port > 0 else { throw CocoaError(.featureUnsupported) }
    (self.listener, self.port) = (listener, port)
    let thread = Thread { [weak self] in
      while true {
        let connection = sk_accept(listener)
        guard connection >= 0, let self else { return }
        connections.withLock { _ = $0.insert(connection) }
        let server = self
        Thread { server.serve(connection, answer) }.start()
      }
    }
    thread.start()
  }

  deinit { stop() }

  /// Ends it as a killed server ends: whoever waits for it is cut off.
  func stop() {
    sk_shutdown(listener)
    cut()
  }

  /// Cuts off whoever waits.
  func cut() { connections.withLock { for connection in $0 { sk_shutdown(connection) } } }

  /// The services that were asked for, in order.
  var requests: [String] { asked.withLock { $0 } }

  /// The shell commands that were sent.
  var commands: [String] {
    requests.compactMap { $0.hasPrefix("shell,v2,raw:") ? String($0.dropFirst("shell,v2,raw:".count)) : nil }
  }

  /// Forgets what was asked for.
  func forget() { asked.withLock { $0 = [] } }

  private func serve(_ connection: Int32, _ answer: @Sendable (String) -> [Step]) {
    defer {
      connections.withLock { _ = $0.remove(connection) }
      sk_close(connection)
    }
    while let service = Self.request(connection) {
      asked.withLock { $0.append(service) }
      for step in answer(service) {
        switch step {
        case .bytes(let bytes):
          guard sk_write(connection, bytes, bytes.count) == 0 else { return }
        case .hang:
          _ = SocketBytes.read(connection, 1 << 20)
          return
        }
      }
      if !service.hasPrefix("host:transport") {
        if service == "sync:" { _ = SocketBytes.read(connection, 1 << 20) }
        return
      }
    }
  }

  private static func request(_ connection: Int32) -> String? {
    guard let digits = SocketBytes.read(connection, 4),
      let count = Int(String(decoding: digits, as: UTF8.self), radix: 16),
      let bytes = SocketBytes.read(connection, count)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func text(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return Array(String(format: "%04x", bytes.count).utf8) + bytes
  }

  static func packet(_ kind: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [kind] + (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + bytes
  }
}
