/// A connection for one request and its answer. It blocks whoever calls it, never longer than the deadline.
final class HTTPConnection {
  private let name: String
  private let address: HTTPAddress
  private let stream: SocketStream

  private static let longestLine = 16 << 10
  private static let mostLines = 200

  /// Connects.
  ///
  /// - Throws: `DeviceError.unreachable`.
  init(
    to address: HTTPAddress, name: String, deadline: Deadline,
    isCancelled: @escaping () -> Bool = { Task<Never, Never>.isCancelled }
  ) throws(DeviceError) {
    do throws(SocketStream.Unreachable) {
      stream = try SocketStream(
        host: address.host, port: address.port, name: name, deadline: deadline, isCancelled: isCancelled)
    } catch { throw .unreachable(name: name, reason: error.reason) }
    self.name = name
    self.address = address
  }

  /// Sends the request; from here on the server may have begun what it is asked.
  func send(_ request: HTTPRequest, _ deadline: Deadline) throws(DeviceError) {
    try stream.write(request.bytes(to: address), deadline)
  }

  /// Reads how the answer begins.
  func readHead(_ deadline: Deadline) throws(DeviceError) -> HTTPHead {
    while true {
      var lines: [String] = []
      while let line = try stream.readLine(limit: Self.longestLine, deadline) {
        if !line.isEmpty {
          lines.append(String(decoding: line, as: UTF8.self))
          guard lines.count <= Self.mostLines else { break }
          continue
        }
        guard let head = HTTPHead(lines) else { throw notHTTP(lines.first, deadline) }
        // 100 says that the answer is still to come.
        if head.status >= 200 { return head }
        lines = []
      }
      throw notHTTP(lines.first, deadline)
    }
  }

  /// Reads the body piece by piece.
  ///
  /// - Throws: also what `take` throws.
  func readBody(
    of head: HTTPHead, _ deadline: Deadline, take: ([UInt8]) throws(DeviceError) -> Void
  ) throws(DeviceError) {
    switch head.framing {
    case .length(let length): try read(length, deadline, take)
    case .untilTheEnd:
      while true {
        let bytes = try stream.readSome(deadline)
        if bytes.isEmpty { return }
        try take(bytes)
      }
    case .chunked:
      while true {
        guard let line = try stream.readLine(limit: 256, deadline), let length = Self.chunkLength(line) else {
          throw .garbled(name: name, what: deadline.what, reason: "a piece of the body has no length in front")
        }
        if length == 0 { return }
        try read(length, deadline, take)
        guard let end = try stream.readLine(limit: 1, deadline), end.isEmpty else {
          throw .garbled(name: name, what: deadline.what, reason: "a piece of the body is longer than it says")
        }
      }
    }
  }

  private func read(
    _ length: Int, _ deadline: Deadline, _ take: ([UInt8]) throws(DeviceError) -> Void
  ) throws(DeviceError) {
    var left = length
    while left > 0 {
      let bytes = try stream.readSome(upTo: left, deadline)
      guard !bytes.isEmpty else {
        throw .lost(name: name, reason: "it ended in the middle of \(deadline.what), \(left) bytes before its end")
      }
      left -= bytes.count
      try take(bytes)
    }
  }

  /// Hexadecimal digits, and perhaps a semicolon and what nobody needs.
  static func chunkLength(_ line: [UInt8]) -> Int? {
    let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
    let isHexadecimal = !digits.isEmpty && digits.count <= 8
    return isHexadecimal ? Int(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { $0 < 0 ? nil : $0 } : nil
  }

  private func notHTTP(_ line: String?, _ deadline: Deadline) -> DeviceError {
    let beginning = line.map { ", but “\($0.prefix(60))”" } ?? ""
    return .garbled(name: name, what: deadline.what, reason: "that is no answer in HTTP\(beginning)")
  }
}
