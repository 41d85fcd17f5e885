// The smart-socket protocol (adb's OVERVIEW.TXT, SERVICES.TXT): a request is four hexadecimal digits, the length of what
// follows, and the service's name. The server answers OKAY, or FAIL and a text with its length in front. After OKAY the
// connection belongs to the service.
//
//   → 000chost:version
//   ← OKAY 0004 0029

/// A connection to the adb server. It blocks whoever calls it, never longer than the deadline.
final class ADBConnection {
  /// Whom the errors speak of.
  let name: String
  private let stream: SocketStream

  /// No answer of the server itself is longer.
  private static let longestText = 0xFFFF

  /// Connects.
  ///
  /// - Throws: `DeviceError.serverUnreachable`.
  init(
    host: String, port: UInt16, name: String, deadline: Deadline,
    isCancelled: @escaping () -> Bool = { Task<Never, Never>.isCancelled }
  ) throws(DeviceError) {
    do throws(SocketStream.Unreachable) {
      stream = try SocketStream(host: host, port: port, name: name, deadline: deadline, isCancelled: isCancelled)
    } catch { throw .serverUnreachable(reason: error.reason) }
    self.name = name
  }

  // MARK: - Requests

  /// Asks for a service and waits for OKAY.
  ///
  /// - Throws: what the server's FAIL means, or that the connection broke.
  func request(_ service: String, _ deadline: Deadline) throws(DeviceError) {
    try send(service: service, deadline)
    try readStatus(deadline)
  }

  /// Asks for a service without waiting for OKAY.
  func send(service: String, _ deadline: Deadline) throws(DeviceError) {
    let bytes = Array(service.utf8)
    guard bytes.count <= Self.longestText else {
      throw .refused(name: name, what: deadline.what, reason: "\(bytes.count) bytes are more than adb takes at once")
    }
    try write(Self.hexadecimal(bytes.count) + bytes, deadline)
  }

  /// Reads OKAY or FAIL.
  func readStatus(_ deadline: Deadline) throws(DeviceError) {
    let status = try read(4, deadline)
    switch status {
    case Array("OKAY".utf8): return
    case Array("FAIL".utf8):
      throw DeviceError(adbFailure: try readText(deadline), name: name, what: deadline.what)
    default:
      throw .garbled(
        name: name, what: deadline.what, reason: "neither OKAY nor FAIL, but \(String(decoding: status, as: UTF8.self))"
      )
    }
  }

  /// Reads a text with its length in front.
  func readText(_ deadline: Deadline) throws(DeviceError) -> String {
    let digits = try read(4, deadline)
    guard let count = Int(String(decoding: digits, as: UTF8.self), radix: 16), count >= 0 else {
      throw .garbled(
        name: name, what: deadline.what, reason: "the length is \(String(decoding: digits, as: UTF8.self))")
    }
    return String(decoding: try read(count, deadline), as: UTF8.self)
  }

  private static func hexadecimal(_ count: Int) -> [UInt8] {
    let digits = String(count, radix: 16)
    return Array((String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }

  // MARK: - Bytes

  /// Reads so many bytes.
  func read(_ count: Int, _ deadline: Deadline) throws(DeviceError) -> [UInt8] { try stream.read(count, deadline) }

  /// Reads what has come; empty at the end.
  func readSome(_ deadline: Deadline) throws(DeviceError) -> [UInt8] { try stream.readSome(deadline) }

  /// Writes all of it.
  func write(_ bytes: [UInt8], _ deadline: Deadline) throws(DeviceError) { try stream.write(bytes, deadline) }
}
