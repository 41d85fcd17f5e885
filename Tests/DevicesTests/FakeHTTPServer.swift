import CSockets
import Foundation
import Synchronization

/// A request as it came.
struct ReceivedRequest: Sendable, Equatable {
  var method: String
  var path: String
  var query: [String: String] = [:]
  var headers: [String: String] = [:]
  var body: [UInt8] = []
}

/// Speaks HTTP over a real socket and answers from a function.
final class FakeHTTPServer: Sendable {
  /// What it does with a request.
  enum Answer: Sendable {
    /// A whole answer.
    case json(_ status: Int, String)
    /// Bytes as they are, after which the connection is closed.
    case bytes([UInt8])
    /// Says nothing and keeps the connection.
    case hang
    /// Hangs up.
    case close
  }

  let port: UInt16
  private let listener: Int32
  private let received = Mutex<[ReceivedRequest]>([])
  private let connections = Mutex<Set<Int32>>([])

  init(port wanted: UInt16 = 0, _ answer: @escaping @Sendable (ReceivedRequest) -> Answer) throws {
    let listener = sk_listen(wanted)
    let port = sk_port(listener)
    guard listener >= 0, let port = UInt16(exactly: port), port > 0 else { throw CocoaError(.featureUnsupported) }
    (self.listener, self.port) = (listener, port)
    Thread { [weak self] in
      while true {
        let connection = sk_accept(listener)
        guard connection >= 0, let server = self else { return }
        server.connections.withLock { _ = $0.insert(connection) }
        Thread { server.serve(connection, answer) }.start()
      }
    }.start()
  }

  deinit { stop() }

  /// Stops listening and cuts off whoever waits. The descriptor stays ours, or it would soon be another test's.
  func stop() {
    sk_shutdown(listener)
    connections.withLock { for connection in $0 { sk_shutdown(connection) } }
  }

  /// What was asked, in order.
  var requests: [ReceivedRequest] { received.withLock { $0 } }

  private func serve(_ connection: Int32, _ answer: @Sendable (ReceivedRequest) -> Answer) {
    defer {
      connections.withLock { _ = $0.remove(connection) }
      sk_close(connection)
    }
    guard let request = Self.request(connection) else { return }
    received.withLock { $0.append(request) }
    switch answer(request) {
    case .json(let status, let text):
      let body = Array(text.utf8)
      let head = Self.head(status, length: body.count)
      guard sk_write(connection, head, head.count) == 0 else { return }
      _ = sk_write(connection, body, body.count)
    case .bytes(let bytes): _ = sk_write(connection, bytes, bytes.count)
    case .hang: _ = Self.piece(connection)
    case .close: return
    }
  }

  /// As uvicorn writes it.
  static func head(_ status: Int, length: Int) -> [UInt8] {
    let phrases = [
      200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 422: "Unprocessable Entity",
      500: "Internal Server Error",
    ]
    return Array(
      ("HTTP/1.1 \(status) \(phrases[status] ?? "")\r\ndate: Tue, 24 Nov 2026 20:00:00 GMT\r\nserver: uvicorn\r\n"
        + "content-length: \(length)\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n").utf8)
  }

  private static func request(_ connection: Int32) -> ReceivedRequest? {
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var headEnd: Int?
    while headEnd == nil {
      guard let piece = piece(connection) else { return nil }
      bytes += piece
      headEnd = bytes.indices.first { bytes[$0...].starts(with: end) }
    }
    guard let headEnd else { return nil }
    let lines = String(decoding: bytes[..<headEnd], as: UTF8.self).components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ").map(String.init)
    guard words.count == 3, words[2] == "HTTP/1.1" else { return nil }
    var request = ReceivedRequest(method: words[0], path: words[1])
    if let mark = words[1].firstIndex(of: "?") {
      request.path = String(words[1][..<mark])
      for pair in words[1][words[1].index(after: mark)...].split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        request.query[parts[0].removingPercentEncoding ?? ""] = parts.count > 1 ? parts[1].removingPercentEncoding : ""
      }
    }
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 { request.headers[parts[0].lowercased()] = parts[1] }
    }
    request.body = Array(bytes[(headEnd + 4)...])
    let length = Int(request.headers["content-length"] ?? "0") ?? 0
    while request.body.count < length {
      guard let piece = piece(connection) else { return nil }
      request.body += piece
    }
    return request
  }

  private static func piece(_ connection: Int32) -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let got = sk_read(connection, &piece, piece.count)
    return got > 0 ? Array(piece[..<Int(got)]) : nil
  }
}
