/// One client's connection: the transport protocol as a value that turns what arrives into what is to be sent.
///
/// A stream sends one packet and waits until it is acknowledged, as the protocol asks.
struct ADBConnection: Sendable {
  /// What only the newer protocol has: no checksums.
  static let version: UInt32 = 0x0100_0001
  private static let oldestVersion: UInt32 = 0x0100_0000
  private static let streamLimit = 200
  /// Services we have beside the oldest ones; nothing is claimed that isn't there.
  static let features = ["shell_v2", "cmd", "stat_v2", "ls_v2", "fixed_push_mkdir"]

  private struct Stream: Sendable {
    var remote: UInt32
    var service: any ADBService
    var pending: [UInt8] = []
    var sent = 0
    var awaitsReady = false
    var isDone = false
  }

  private var reader = ADBPacketReader()
  private var streams: [UInt32: Stream] = [:]
  private var nextLocal: UInt32 = 1
  private var payloadSize = 4096
  private var isConnected = false
  private var outgoing: [UInt8] = []

  /// Whether it is over: the client said nonsense, or the phone restarts.
  private(set) var isOver = false
  /// Why, if the client is to blame.
  private(set) var mistake: ADBDError?

  init() {}

  /// Takes what arrived and returns what is to be sent.
  mutating func receive(_ bytes: [UInt8], host: inout PhoneHost) -> [UInt8] {
    guard !isOver else { return [] }
    outgoing = []
    reader.append(bytes)
    do throws(ADBDError) {
      while !isOver, let packet = try reader.next() {
        host.synchroniseClocks()
        try handle(packet, &host)
      }
    } catch {
      mistake = error
      finish(&host)
    }
    if host.wantsReboot { finish(&host) }
    defer { outgoing = [] }
    return outgoing
  }

  /// Ends all streams, when the client has gone.
  mutating func finish(_ host: inout PhoneHost) {
    isOver = true
    let ended = streams.sorted { $0.key < $1.key }
    streams = [:]
    for (_, stream) in ended where !stream.isDone {
      var service = stream.service
      service.end(&host)
    }
  }

  private mutating func send(_ command: ADBPacket.Command, _ first: UInt32, _ second: UInt32, _ payload: [UInt8] = []) {
    outgoing += ADBPacket(command: command, first: first, second: second, payload: payload).bytes
  }

  private mutating func handle(_ packet: ADBPacket, _ host: inout PhoneHost) throws(ADBDError) {
    if packet.command == .connect { return try connect(packet, &host) }
    guard isConnected else { throw .malformed(reason: "a packet before CNXN") }
    switch packet.command {
    case .open: try open(packet, &host)
    case .write: try write(packet, &host)
    case .ready:
      guard var stream = streams[packet.second], stream.remote == packet.first, stream.awaitsReady else { return }
      stream.awaitsReady = false
      streams[packet.second] = stream
      advance(packet.second)
    case .close:
      guard let stream = streams[packet.second], packet.first == 0 || stream.remote == packet.first else { return }
      streams[packet.second] = nil
      var service = stream.service
      if !stream.isDone { service.end(&host) }
      send(.close, packet.second, stream.remote)
    // Nobody is asked who they are, so nothing follows from these.
    case .authenticate, .startTLS, .synchronise, .connect: return
    }
  }

  private mutating func connect(_ packet: ADBPacket, _ host: inout PhoneHost) throws(ADBDError) {
    guard packet.first >= Self.oldestVersion else { throw .malformed(reason: "protocol version \(packet.first)") }
    guard packet.second > 0 else { throw .malformed(reason: "a payload size of 0") }
    let opened = streams.values.filter { !$0.isDone }
    streams = [:]
    for stream in opened {
      var service = stream.service
      service.end(&host)
    }
    let version = min(packet.first, Self.version)
    reader.checksPayloads = version < Self.version
    payloadSize = min(ADBPacketReader.payloadLimit, Int(packet.second))
    isConnected = true
    let properties = host.properties
    let banner =
      "device::"
      + ["ro.product.name", "ro.product.model", "ro.product.device"]
      .map { "\($0)=\(properties[$0] ?? "");" }.joined() + "features=\(Self.features.joined(separator: ","))"
    send(.connect, Self.version, UInt32(ADBPacketReader.payloadLimit), Array(banner.utf8))
  }

  private mutating func open(_ packet: ADBPacket, _ host: inout PhoneHost) throws(ADBDError) {
    guard packet.first != 0 else { throw .malformed(reason: "a stream with number 0") }
    var name = packet.payload
    while name.last == 0 { name.removeLast() }
    guard streams.count < Self.streamLimit, var service = ADBServices.named(name) else {
      send(.close, 0, packet.first)
      return
    }
    // Numbers that are in use are rare, but can come around.
    while nextLocal == 0 || streams[nextLocal] != nil { nextLocal &+= 1 }
    let local = nextLocal
    nextLocal &+= 1
    let output = service.start(&host)
    streams[local] = Stream(remote: packet.first, service: service, pending: output.bytes, isDone: output.isDone)
    send(.ready, local, packet.first)
    advance(local)
  }

  private mutating func write(_ packet: ADBPacket, _ host: inout PhoneHost) throws(ADBDError) {
    guard var stream = streams[packet.second], stream.remote == packet.first else {
      // The stream may just have been closed from here.
      send(.close, 0, packet.first)
      return
    }
    // Out of the table, so that what the service holds isn't copied.
    streams[packet.second] = nil
    if !stream.isDone {
      let output = stream.service.receive(packet.payload, &host)
      stream.pending += output.bytes
      stream.isDone = output.isDone
    }
    streams[packet.second] = stream
    send(.ready, packet.second, packet.first)
    advance(packet.second)
  }

  // Sends a stream's next packet, or closes it when all has been sent.
  private mutating func advance(_ local: UInt32) {
    guard var stream = streams[local], !stream.awaitsReady else { return }
    if stream.sent < stream.pending.count {
      let end = min(stream.pending.count, stream.sent + payloadSize)
      send(.write, local, stream.remote, Array(stream.pending[stream.sent..<end]))
      stream.sent = end
      stream.awaitsReady = true
      if end == stream.pending.count {
        stream.pending = []
        stream.sent = 0
      }
      streams[local] = stream
    } else if stream.isDone {
      streams[local] = nil
      send(.close, local, stream.remote)
    }
  }
}
