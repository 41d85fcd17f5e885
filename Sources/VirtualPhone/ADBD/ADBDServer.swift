internal import CSockets
internal import Foundation
internal import Synchronization

/// An adbd on a TCP port of this machine, which the real `adb connect` takes for a phone's.
///
/// A thread accepts, and each connection has one that reads, asks the phone and writes. Nothing is sent that isn't an
/// answer, so no thread waits for another.
public final class ADBDServer: Sendable {
  /// The port it listens on.
  public let port: Int
  private let phone: SharedPhone
  private let listener: Int32
  // Open connections; nil once the server has stopped.
  private let connections = Mutex<Set<Int32>?>([])
  private let clock: @Sendable () -> Int?

  // More than adb servers ever open, fewer than the descriptors of a process.
  private static let connectionLimit = 64
  // Scripts nest: far from the end of this.
  private static let stackSize = 16 << 20

  /// Listens. Port 0 lets the system choose.
  ///
  /// - Parameter clock: milliseconds that the phone's time is to pass by before what a client asks is done, or nil for a
  ///   phone whose time passes only with input; asked each time.
  public init(
    _ phone: SharedPhone, port: Int, clock: @escaping @Sendable () -> Int? = { nil }
  ) throws(ADBDError) {
    guard let number = UInt16(exactly: port) else { throw .cannotListen(port: port, reason: "there is no such port") }
    let descriptor = sk_listen(number)
    guard descriptor >= 0 else { throw .cannotListen(port: port, reason: String(cString: strerror(-descriptor))) }
    listener = descriptor
    self.port = Int(sk_port(descriptor))
    self.phone = phone
    self.clock = clock
    spawn { server in server.accept() }
  }

  /// Closes all connections and stops listening.
  public func stop() {
    let open = connections.withLock { connections in
      defer { connections = nil }
      return connections
    }
    guard let open else { return }
    for descriptor in open { sk_shutdown(descriptor) }
    sk_shutdown(listener)
  }

  private func spawn(_ body: @escaping @Sendable (ADBDServer) -> Void) {
    let thread = Thread { body(self) }
    thread.stackSize = Self.stackSize
    thread.name = "adbd"
    thread.start()
  }

  private func accept() {
    while true {
      let descriptor = sk_accept(listener)
      guard descriptor >= 0 else {
        // Out of descriptors passes; anything else means that the listener was shut.
        guard connections.withLock({ $0 != nil }), -descriptor == EMFILE || -descriptor == ENFILE else { break }
        Thread.sleep(forTimeInterval: 0.1)
        continue
      }
      let isWelcome = connections.withLock { connections in
        guard let count = connections?.count, count < Self.connectionLimit else { return false }
        connections?.insert(descriptor)
        return true
      }
      guard isWelcome else {
        sk_close(descriptor)
        continue
      }
      spawn { server in server.serve(descriptor) }
    }
    sk_close(listener)
  }

  private func serve(_ descriptor: Int32) {
    var connection = ADBConnection()
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while !connection.isOver {
      let count = sk_read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      let received = Array(buffer[..<Int(count)])
      let (answer, reboots) = phone.use { host in
        if let milliseconds = clock() { host.phone.advance(by: milliseconds) }
        let answer = connection.receive(received, host: &host)
        let reboots = host.wantsReboot
        if reboots { host.reboot() }
        return (answer, reboots)
      }
      if !answer.isEmpty, sk_write(descriptor, answer, answer.count) != 0 { break }
      if reboots { disconnectAll(except: descriptor) }
    }
    if !connection.isOver { phone.use { host in connection.finish(&host) } }
    // Out of the list before it is closed, so that a number that is used again isn't shut by mistake.
    connections.withLock { connections in _ = connections?.remove(descriptor) }
    sk_close(descriptor)
  }

  // A phone that restarts drops everyone.
  private func disconnectAll(except own: Int32) {
    connections.withLock { connections in
      for descriptor in connections ?? [] where descriptor != own { sk_shutdown(descriptor) }
    }
  }
}
