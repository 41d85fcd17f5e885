internal import CSockets
internal import Glibc

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
  /// Asked about ten times a second while it waits.
  private let isCancelled: () -> Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0

  /// No answer of the server itself is longer.
  private static let longestText = 0xFFFF
  private static let sliceMilliseconds = 100
  private static let chunk = 256 << 10

  /// Connects.
  ///
  /// - Throws: `DeviceError.serverUnreachable`.
  init(
    host: String, port: UInt16, name: String, deadline: Deadline,
    isCancelled: @escaping () -> Bool = { Task<Never, Never>.isCancelled }
  ) throws(DeviceError) {
    let result = sk_connect(host, port, Int32(clamping: deadline.milliseconds))
    guard result >= 0 else {
      throw .serverUnreachable(reason: "\(host):\(port): \(Self.text(ofError: -result))")
    }
    descriptor = result
    self.name = name
    self.isCancelled = isCancelled
  }

  deinit { close(descriptor) }

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
  func read(_ count: Int, _ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    while buffer.count - position < count {
      guard try receive(deadline) else {
        throw .lost(name: name, reason: "it ended in the middle of \(deadline.what)")
      }
    }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  /// Reads what has come; empty at the end.
  func readSome(_ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    if position == buffer.count { guard try receive(deadline) else { return [] } }
    defer {
      buffer.removeAll(keepingCapacity: true)
      position = 0
    }
    return position == 0 ? buffer : Array(buffer[position...])
  }

  /// Writes all of it.
  func write(_ bytes: [UInt8], _ deadline: Deadline) throws(DeviceError) {
    var written = 0
    while written < bytes.count {
      let milliseconds = try slice(deadline)
      let rest = written == 0 ? bytes : Array(bytes[written...])
      let count = sk_send(descriptor, rest, rest.count, milliseconds)
      if count > 0 { written += count } else { try check(count, deadline) }
    }
  }

  /// Waits for more; false at the end.
  private func receive(_ deadline: Deadline) throws(DeviceError) -> Bool {
    if position > 0 {
      buffer.removeFirst(position)
      position = 0
    }
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let milliseconds = try slice(deadline)
      let count = sk_receive(descriptor, &chunk, chunk.count, milliseconds)
      if count > 0 {
        buffer.append(contentsOf: chunk[..<count])
        return true
      }
      if count == 0 { return false }
      try check(count, deadline)
    }
  }

  /// How long to wait before looking whether it is still wanted.
  private func slice(_ deadline: Deadline) throws(DeviceError) -> Int32 {
    if isCancelled() { throw .interrupted(name: name) }
    let left = deadline.milliseconds
    guard left > 0 else { throw .timeout(name: name, what: deadline.what, seconds: deadline.seconds) }
    return Int32(clamping: min(left, Self.sliceMilliseconds))
  }

  private func check(_ result: Int, _ deadline: Deadline) throws(DeviceError) {
    let code = Int32(truncatingIfNeeded: -result)
    if code == ETIMEDOUT || code == EAGAIN || code == EINTR { return }
    throw .lost(name: name, reason: Self.text(ofError: code))
  }

  private static func text(ofError code: Int32) -> String {
    switch code {
    case ECONNREFUSED: "nothing listens there"
    case ETIMEDOUT: "no answer"
    case EADDRNOTAVAIL: "there is no such host"
    default: strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }
}
