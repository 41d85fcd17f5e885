/// Finds the tags of an XML text one after the other, passing over whatever else there is.
struct TagScanner {
  enum Tag: Equatable {
    case open(String, attributes: [String: String], isClosed: Bool)
    case close(String)
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag that is whole; nil at the end.
  mutating func next() -> Tag? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      position += 1
      let isClose = peek == UInt8(ascii: "/")
      if isClose { position += 1 }
      let name = word()
      guard !name.isEmpty else { continue }
      if isClose {
        skip { $0 != UInt8(ascii: ">") }
        guard position < bytes.count else { return nil }
        position += 1
        return .close(name)
      }
      if let tag = attributes(of: name) { return tag }
    }
    return nil
  }

  /// The attributes after a name, to the tag's end; nil where it has none.
  private mutating func attributes(of name: String) -> Tag? {
    var found: [String: String] = [:]
    while true {
      skip(Self.isSpace)
      guard let byte = peek else { return nil }
      if byte == UInt8(ascii: ">") {
        position += 1
        return .open(name, attributes: found, isClosed: false)
      }
      if byte == UInt8(ascii: "/") {
        position += 1
        guard peek == UInt8(ascii: ">") else { continue }
        position += 1
        return .open(name, attributes: found, isClosed: true)
      }
      if byte == UInt8(ascii: "<") { return nil }
      let key = word()
      guard !key.isEmpty else {
        position += 1
        continue
      }
      skip(Self.isSpace)
      guard peek == UInt8(ascii: "=") else { continue }
      position += 1
      skip(Self.isSpace)
      guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      position += 1
      let start = position
      skip { $0 != quote }
      guard position < bytes.count else { return nil }
      found[key] = Self.text(bytes[start..<position])
      position += 1
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while position < bytes.count, isSkipped(bytes[position]) { position += 1 }
  }

  private mutating func word() -> String {
    let start = position
    skip { byte in
      byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || Array("-_:.".utf8).contains(byte)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The text that an attribute's value stands for.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) {
        let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
        if let character = character(name) {
          text += Array(String(character).utf8)
          rest = rest[(end + 1)...]
          continue
        }
      }
      text.append(byte)
      rest = rest.dropFirst()
    }
    return joiningSurrogates(String(decoding: text, as: UTF8.self))
  }

  /// Android writes letters beyond U+FFFF as two references, one per surrogate: kept apart until they meet.
  private static let surrogateBase: UInt32 = 0x10_0000

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
        return nil
      }
      // A private plane that no screen shows stands in for half a letter.
      return Unicode.Scalar((0xD800...0xDFFF).contains(code) ? surrogateBase + code - 0xD800 : code)
    }
  }

  private static func joiningSurrogates(_ text: String) -> String {
    let halves = surrogateBase..<(surrogateBase + 0x800)
    guard text.unicodeScalars.contains(where: { halves.contains($0.value) }) else { return text }
    var joined = String.UnicodeScalarView()
    var high: UInt32?
    for scalar in text.unicodeScalars {
      guard halves.contains(scalar.value) else {
        high = nil
        joined.append(scalar)
        continue
      }
      let half = scalar.value - surrogateBase
      if half < 0x400 {
        high = half
      } else if let upper = high, let whole = Unicode.Scalar(0x10000 + upper << 10 + (half - 0x400)) {
        joined.append(whole)
        high = nil
      }
    }
    return String(joined)
  }
}
