/// What a server is asked for.
struct HTTPRequest {
  /// `GET` or `POST`.
  var method: String
  /// Without the address's own base, for example `/task/goal`.
  var path: String
  /// Name and value, not yet escaped.
  var query: [(name: String, value: String)] = []
  /// JSON; nil for none.
  var body: [UInt8]?

  /// The request as it is sent, on a connection that is used once.
  func bytes(to address: HTTPAddress) -> [UInt8] {
    let pairs = query.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
    let target = address.base + path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    var lines = [
      "\(method) \(target) HTTP/1.1", "Host: \(address.authority)", "User-Agent: infir", "Accept: application/json",
      "Connection: close",
    ]
    if body != nil { lines.append("Content-Type: application/json") }
    // A POST without a body says so: some servers wait for one otherwise.
    if method != "GET" || body != nil { lines.append("Content-Length: \(body?.count ?? 0)") }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? [])
  }

  /// RFC 3986: letters, digits and `-._~` stay, all other bytes become `%` and two digits.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        escaped.append("%")
        escaped.append(digits[Int(byte >> 4)])
        escaped.append(digits[Int(byte & 15)])
      }
    }
    return escaped
  }
}
