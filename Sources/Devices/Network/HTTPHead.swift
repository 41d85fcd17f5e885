// HTTP/1.1 200 OK
// content-type: application/json
// content-length: 20
//
// The body ends after `content-length` bytes, or, with `transfer-encoding: chunked`, after pieces that each have their
// length in hexadecimal in front, or else with the connection (RFC 9112 §6).

/// How an answer begins.
struct HTTPHead: Equatable {
  /// Where the body ends.
  enum Framing: Equatable {
    case length(Int)
    case chunked
    case untilTheEnd
  }

  /// Three digits.
  var status: Int
  /// The words beside them.
  var phrase: String
  /// Where the body ends.
  var framing: Framing
  /// Where to look instead, for 3xx.
  var location: String?

  /// Whether it did what it was asked.
  var isSuccess: Bool { (200..<300).contains(status) }

  /// Reads the lines before the empty one.
  ///
  /// - Returns: nil where they aren't the head of an answer in HTTP, or contradict themselves.
  init?(_ lines: [String]) {
    guard let first = lines.first else { return nil }
    let words = first.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count >= 2, words[0].hasPrefix("HTTP/1."), words[1].utf8.count == 3, let status = Int(words[1]),
      status >= 100
    else { return nil }
    self.status = status
    phrase = words.count > 2 ? String(words[2]) : ""
    var length: Int?
    var isChunked = false
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = LabelledLine.trimmed(line[line.index(after: colon)...])
      switch line[..<colon].lowercased() {
      case "content-length":
        guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(value),
          length == nil || length == number
        else { return nil }
        length = number
      case "transfer-encoding":
        guard value.lowercased() == "chunked" else { return nil }
        isChunked = true
      case "location": location = String(value)
      default: continue
      }
    }
    // These never have one (RFC 9110 §6.4.1).
    if status < 200 || status == 204 || status == 304 {
      framing = .length(0)
    } else {
      framing = isChunked ? .chunked : length.map { .length($0) } ?? .untilTheEnd
    }
  }
}
