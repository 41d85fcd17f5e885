@testable import VirtualPhone

/// The client's side of the transport protocol, without sockets.
struct MemoryClient {
  var connection = ADBConnection()
  var host = TestPhone.host
  var packets: [ADBPacket] = []
  private var reader = ADBPacketReader()

  init(connects: Bool = true) {
    guard connects else { return }
    send(.connect, ADBConnection.version, 1 << 20, Array("host::features=shell_v2".utf8))
  }

  mutating func send(_ command: ADBPacket.Command, _ first: UInt32, _ second: UInt32, _ payload: [UInt8] = []) {
    receive(
      connection.receive(
        ADBPacket(command: command, first: first, second: second, payload: payload).bytes, host: &host))
  }

  mutating func receive(_ bytes: [UInt8]) {
    reader.append(bytes)
    while let packet = try? reader.next() { packets.append(packet) }
  }

  /// Opens a stream, acknowledges all that comes, and returns it with the packets it came in.
  ///
  /// - Parameter sending: what the client writes, packet by packet.
  mutating func exchange(_ service: String, sending: [[UInt8]] = []) -> (bytes: [UInt8], writes: Int, isClosed: Bool) {
    packets = []
    send(.open, 9, 0, Array(service.utf8) + [0])
    guard let ready = packets.first(where: { $0.command == .ready }) else { return ([], 0, true) }
    for payload in sending { send(.write, 9, ready.first, payload) }
    var bytes: [UInt8] = []
    var writes = 0
    var isClosed = false
    var index = 0
    while index < packets.count {
      let packet = packets[index]
      index += 1
      if packet.command == .write {
        bytes += packet.payload
        writes += 1
        send(.ready, 9, packet.first)
      }
      if packet.command == .close { isClosed = true }
    }
    return (bytes, writes, isClosed)
  }

  func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
