/// What runs behind an open stream. It is told what arrives, and says what to send and when it is done.
protocol ADBService: Sendable {
  /// Is called once, when the stream has been opened.
  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput
  /// Is called with what the client sent.
  mutating func receive(_ bytes: [UInt8], _ host: inout PhoneHost) -> ADBServiceOutput
  /// Is called when the client closed the stream.
  mutating func end(_ host: inout PhoneHost)
}

/// What a service wants after a call.
struct ADBServiceOutput: Sendable, Equatable {
  var bytes: [UInt8] = []
  var isDone = false
}

extension ADBService {
  mutating func receive(_ bytes: [UInt8], _ host: inout PhoneHost) -> ADBServiceOutput { ADBServiceOutput() }
  mutating func end(_ host: inout PhoneHost) {}
}
