internal import CSockets
internal import Glibc

/// A TCP connection. It blocks whoever calls it, never longer than the deadline, and looks about ten times a second
/// whether it is still wanted.
final class SocketStream {
  /// Why there is no connection, with the address in front.
  struct Unreachable: Error {
    let reason: String
  }

  /// Whom the errors speak of.
  private let name: String
  private let isCancelled: () -> Bool
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0

  private static let sliceMilliseconds = 100
  private static let chunk = 256 << 10

  /// Connects.
  init(
    host: String, port: UInt16, name: String, deadline: Deadline, isCancelled: @escaping () -> Bool
  ) throws(Unreachable) {
    let result = sk_connect(host, port, Int32(clamping: deadline.milliseconds))
    guard result >= 0 else { throw Unreachable(reason: "\(host):\(port): \(Self.text(ofError: -result))") }
    descriptor = result
    self.name = name
    self.isCancelled = isCancelled
  }

  deinit { close(descriptor) }

  /// Reads so many bytes.
  ///
  /// - Throws: `DeviceError.lost` where it ends before, `timeout` or `interrupted`.
  func read(_ count: Int, _ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    while buffer.count - position < count { try receiveMore(deadline) }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  /// Reads what has come, at most so many bytes; empty at the end.
  func readSome(upTo limit: Int = .max, _ deadline: Deadline) throws(DeviceError) -> [UInt8] {
    if position == buffer.count { guard try receive(deadline) else { return [] } }
    let count = min(limit, buffer.count - position)
    defer {
      position += count
      if position == buffer.count {
        buffer.removeAll(keepingCapacity: true)
        position = 0
      }
    }
    return count == buffer.count ? buffer : Array(buffer[position..<position + count])
  }

  /// Reads up to the next line feed, which is passed over, as is a carriage return before it.
  ///
  /// - Returns: nil where the line is longer than that.
  func readLine(limit: Int, _ deadline: Deadline) throws(DeviceError) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[(position + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        guard end - position <= limit else { return nil }
        var line = Array(buffer[position..<end])
        position = end + 1
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
      }
      searched = buffer.count - position
      guard searched <= limit else { return nil }
      try receiveMore(deadline)
    }
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

  private func receiveMore(_ deadline: Deadline) throws(DeviceError) {
    guard try receive(deadline) else {
      throw .lost(name: name, reason: "it ended in the middle of \(deadline.what)")
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
