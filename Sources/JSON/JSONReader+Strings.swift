extension JSONReader {
  /// The next value, a string.
  public mutating func string() throws(JSONError) -> String {
    skipSpace()
    guard peek() == UInt8(ascii: "\"") else { throw missing("a string") }
    offset += 1
    let start = offset
    // Nearly every string is free of escapes, and is then taken in one piece.
    try passPlain()
    guard let byte = peek() else { throw error(.openString) }
    if byte == UInt8(ascii: "\"") {
      let text = try text(start..<offset)
      offset += 1
      return text
    }
    return try unescaped(from: start)
  }

  /// Passes over what stands for itself, up to a quote, a backslash or the end.
  private mutating func passPlain() throws(JSONError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      guard byte >= 0x20 || rules.isLenient else { throw error(.controlCharacter) }
      offset += 1
    }
  }

  /// The string that began at `start` and has its first escape at `offset`.
  private mutating func unescaped(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    var plain = start
    while let byte = peek() {
      for index in plain..<offset { text.append(bytes[index]) }
      offset += 1
      if byte == UInt8(ascii: "\"") {
        if let string = String(validating: text, as: UTF8.self) { return string }
        guard rules.isLenient else { throw JSONError(.invalidUTF8, offset: start) }
        return String(decoding: text, as: UTF8.self)
      }
      try escape(into: &text)
      plain = offset
      try passPlain()
    }
    throw error(.openString)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let letter = peek() else { throw error(.openString) }
    offset += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
    default: throw JSONError(.unknownEscape, offset: offset - 1)
    }
  }

  /// The character after `\u`, with a second such escape where the first is half of a pair.
  private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = offset
    if unit < 0xDC00, peek() == UInt8(ascii: "\\") {
      offset += 1
      if peek() == UInt8(ascii: "u") {
        offset += 1
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
      }
    }
    offset = afterFirst
    guard rules.isLenient else { throw error(.loneSurrogate) }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.incompleteEscape)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }

  /// The text of these bytes.
  func text(_ range: Range<Int>) throws(JSONError) -> String {
    let piece = bytes.extracting(range)
    do {
      return String(copying: try UTF8Span(validating: piece))
    } catch {
      guard rules.isLenient else {
        throw JSONError(.invalidUTF8, offset: range.lowerBound + error.byteOffsets.lowerBound)
      }
      return String(decoding: piece.indices.map { piece[$0] }, as: UTF8.self)
    }
  }
}
