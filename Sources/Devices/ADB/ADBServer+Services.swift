internal import Dispatch
internal import Synchronization

extension ADBServer {
  private static let answerSeconds = 10.0
  // A phone on a sleeping network may take its time.
  private static let connectAnswerSeconds = 30.0
  private static let mostAttempts = 40

  /// Asks for a service that answers with a text.
  ///
  /// - Parameter isRepeatable: whether it may be asked again where the server goes before it answers.
  func query(
    _ service: String, _ what: String, seconds: Double = answerSeconds, isRepeatable: Bool = true
  ) async throws(DeviceError) -> String {
    let ask: @Sendable (ADBConnection) throws(DeviceError) -> String = { (connection) throws(DeviceError) in
      let deadline = Deadline(what, seconds: seconds)
      try connection.request(service, deadline)
      return try connection.readText(deadline)
    }
    do {
      return try await withConnection(ask)
    } catch .lost where isRepeatable {
      return try await withConnection(ask)
    }
  }

  /// The protocol's version, for example 41.
  public func version() async throws(DeviceError) -> Int {
    let text = try await query("host:version", "its version")
    guard let version = Int(text, radix: 16) else {
      throw .garbled(name: Self.name, what: "its version", reason: "it is \(text)")
    }
    return version
  }

  /// The version of the server that runs; nil where none does. None is started for the question.
  public func runningVersion() async throws(DeviceError) -> Int? {
    let server = self
    do throws(DeviceError) {
      return try await blocking { () throws(DeviceError) in
        let connection = try server.open(isCancelled: { false })
        let deadline = Deadline("its version", seconds: Self.answerSeconds)
        try connection.request("host:version", deadline)
        return Int(try connection.readText(deadline), radix: 16)
      }
    } catch {
      if case .serverUnreachable = error { return nil }
      throw error
    }
  }

  /// The devices that it knows, in its order.
  public func devices() async throws(DeviceError) -> [DeviceListing] {
    DeviceListing.list(try await query("host:devices-l", "the list of devices"))
  }

  /// Connects to a device on the network.
  ///
  /// - Parameter address: `HOST` or `HOST:PORT`; the port is 5555 where none is given.
  /// - Returns: what became of it, in adb's words, for example `connected to 192.168.1.7:5555`.
  /// - Throws: `DeviceError.refused` when it can't be reached.
  @discardableResult public func connect(to address: String) async throws(DeviceError) -> String {
    let address = address.contains(":") ? address : address + ":5555"
    var sentence = try await ask(toConnectTo: address)
    // It says "already" of a connection that is dead, too, and keeps to it: only forgetting helps, and that takes it a
    // moment, in which it still says so.
    for _ in 0..<Self.mostAttempts where sentence.hasPrefix("already") {
      let listed = try await devices().first { $0.serial == address }
      if let listed, !["offline", "connecting"].contains(listed.state) { break }
      if listed != nil { try? await disconnect(from: address) }
      do { try await Task.sleep(for: .milliseconds(50)) } catch { throw .interrupted(name: Self.name) }
      sentence = try await ask(toConnectTo: address)
    }
    return sentence
  }

  private func ask(toConnectTo address: String) async throws(DeviceError) -> String {
    let text = try await query("host:connect:" + address, "a connection to it", seconds: Self.connectAnswerSeconds)
    return try ConnectionReply.connected(text, address: address)
  }

  /// Forgets a device on the network.
  public func disconnect(from address: String) async throws(DeviceError) {
    _ = try await query("host:disconnect:" + address, "to forget \(address)")
  }

  /// Pairs this computer with a device by the code on the device's screen (Developer options → Wireless debugging).
  ///
  /// - Returns: what became of it, in adb's words.
  /// - Throws: `DeviceError.refused` when the code is wrong, the device can't be reached, or the server is too old.
  @discardableResult public func pair(with address: String, code: String) async throws(DeviceError) -> String {
    do {
      let text = try await query(
        "host:pair:\(code):\(address)", "pairing with \(address)", seconds: Self.connectAnswerSeconds,
        isRepeatable: false)
      return try ConnectionReply.paired(text, address: address)
    } catch .refused(let name, let what, let reason) where reason.hasPrefix("unknown host service") {
      throw .refused(
        name: name, what: what, reason: "it is too old to pair; install platform-tools 30 or newer, or use a cable")
    }
  }

  /// Tells it to try again with devices that are offline.
  func reconnectOffline() async throws(DeviceError) {
    _ = try await query("host:reconnect-offline", "to reconnect offline devices")
  }

  /// Ends it, where one runs.
  ///
  /// - Throws: `DeviceError.serverUnreachable` where none does.
  public func kill() async throws(DeviceError) {
    let server = self
    try await blocking { () throws(DeviceError) in
      let connection = try server.open(isCancelled: { false })
      let deadline = Deadline("to end", seconds: Self.answerSeconds)
      try connection.request("host:kill", deadline)
      // It still listens when it says OKAY; when it hangs up it is gone.
      while let bytes = try? connection.readSome(deadline), !bytes.isEmpty {}
    }
  }

  /// The devices now, and again whenever one comes, goes or changes, until the stream is dropped.
  ///
  /// It ends with a `DeviceError` when the server goes.
  public func deviceChanges() -> AsyncThrowingStream<[DeviceListing], any Error> {
    let server = self
    return AsyncThrowingStream { continuation in
      let isDropped = Flag()
      continuation.onTermination = { _ in isDropped.raise() }
      DispatchQueue.global().async {
        do throws(DeviceError) {
          let connection = try server.open(isCancelled: { isDropped.isRaised })
          try connection.request("host:track-devices", Deadline("the devices", seconds: Self.answerSeconds))
          while true {
            // Nothing is wrong when nothing happens for a year.
            let text = try connection.readText(Deadline("changes of devices", seconds: 3e7))
            continuation.yield(DeviceListing.list(text))
          }
        } catch { continuation.finish(throwing: error) }
      }
    }
  }

  /// Goes from down to up once.
  private final class Flag: Sendable {
    private let state = Mutex(false)
    var isRaised: Bool { state.withLock { $0 } }
    func raise() { state.withLock { $0 = true } }
  }
}
