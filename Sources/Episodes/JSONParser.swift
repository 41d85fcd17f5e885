/// Reads JSON values one after another from bytes.
///
/// More lenient than the standard in three places where recorders and models are: control characters inside strings
/// are kept, broken UTF-8 becomes U+FFFD, and Python's `NaN` and `Infinity` become null.
struct JSONParser {
  /// Deeper nesting than any episode has, and shallow enough for every thread's stack.
  static let deepest = 64

  private let bytes: [UInt8]
  /// The next byte.
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether only white space is left; moves past it.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position >= bytes.count
    }
  }

  /// The next value.
  mutating func value() throws(EpisodeError) -> JSONValue { try value(depth: 0) }

  private mutating func value(depth: Int) throws(EpisodeError) -> JSONValue {
    guard depth < Self.deepest else { throw failure("it is nested deeper than \(Self.deepest) levels; flatten it") }
    skipSpace()
    guard position < bytes.count else { throw failure("it ends too early; complete it") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N"): return try word("NaN", .null)
    case UInt8(ascii: "I"): return try word("Infinity", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(EpisodeError) -> JSONObject {
    position += 1
    var members: [JSONObject.Member] = []
    if skip("}") { return JSONObject(members) }
    while true {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure("a key is expected") }
      let key = try string()
      guard skip(":") else { throw failure("a colon is expected after the key") }
      members.append(JSONObject.Member(key: key, value: try value(depth: depth + 1)))
      if skip("}") { return JSONObject(members) }
      guard skip(",") else { throw failure("a comma or a closing brace is expected") }
    }
  }

  private mutating func array(depth: Int) throws(EpisodeError) -> [JSONValue] {
    position += 1
    var elements: [JSONValue] = []
    if skip("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      if skip("]") { return elements }
      guard skip(",") else { throw failure("a comma or a closing bracket is expected") }
    }
  }

  private mutating func string() throws(EpisodeError) -> String {
    position += 1
    var text: [UInt8] = []
    var start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[start..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[start..<position])
        position += 1
        try escape(into: &text)
        start = position
      default: position += 1
      }
    }
    throw failure("a string has no end; complete it")
  }

  private mutating func escape(into text: inout [UInt8]) throws(EpisodeError) {
    guard position < bytes.count else { throw failure("a string has no end; complete it") }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw failure("\\ is followed by a character that it can't stand before")
    }
  }

  /// The character after `\u`; a surrogate without its other half becomes U+FFFD.
  private mutating func scalar() throws(EpisodeError) -> Character {
    let unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let resume = position
      position += 2
      let low = try hexadecimal()
      if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      {
        return Character(scalar)
      }
      position = resume
    }
    return Character(Unicode.Scalar(unit) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws(EpisodeError) -> UInt32 {
    guard position + 4 <= bytes.count else { throw failure("\\u is followed by four hexadecimal digits") }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw failure("\\u is followed by four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  private mutating func number() throws(EpisodeError) -> JSONValue {
    let start = position
    if next(is: "-") {
      position += 1
      if next(is: "I") { return try word("Infinity", .null) }
    }
    let wholeStart = position
    try digits()
    if bytes[wholeStart] == UInt8(ascii: "0"), position > wholeStart + 1 {
      position = wholeStart
      throw failure("a number begins with a needless 0")
    }
    if next(is: ".") {
      position += 1
      try digits()
    }
    if next(is: "e") || next(is: "E") {
      position += 1
      if next(is: "+") || next(is: "-") { position += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(EpisodeError) {
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    if position == start { throw failure("a value is expected") }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(EpisodeError) -> JSONValue {
    let expected = Array(word.description.utf8)
    guard position + expected.count <= bytes.count,
      bytes[position..<position + expected.count].elementsEqual(expected)
    else { throw failure("a value is expected") }
    position += expected.count
    return value
  }

  private func next(is character: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: character)
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next(is: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private func failure(_ reason: String) -> EpisodeError { .json(reason: reason, offset: position) }
}
