/// Cuts a template into text and tags, as Jinja does with `trim_blocks` and `lstrip_blocks` set (transformers sets both).
///
/// The newline after a block tag or comment goes, and so does the indentation before one; `-` inside a tag's braces
/// takes all whitespace on that side, `+` none. One newline at the end of the template goes too.
struct TemplateLexer {
  private let bytes: [UInt8]
  private var position = 0
  private var chunks: [TemplateChunk] = []
  /// Whether what was last consumed ended a line, so that whitespace up to the next tag is its indentation.
  private var isAtLineStart = true

  private var countedTo = 0
  private var countedLines = 1

  private enum Tag { case output, block, comment }

  private init(_ source: String) {
    var normalized: [UInt8] = []
    var previous: UInt8 = 0
    for byte in source.utf8 {
      if byte == UInt8(ascii: "\r") {
        normalized.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        normalized.append(byte)
      }
      previous = byte
    }
    if normalized.last == UInt8(ascii: "\n") { normalized.removeLast() }
    bytes = normalized
  }

  /// The pieces of a template.
  static func chunks(of source: String) throws(TokenizerError) -> [TemplateChunk] {
    var lexer = TemplateLexer(source)
    while lexer.position < lexer.bytes.count { try lexer.readChunk() }
    return lexer.chunks
  }

  private func byte(at index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func failure(_ reason: String) -> TokenizerError {
    .template(reason: "\(reason) in line \(line(at: position))")
  }

  private func line(at index: Int) -> Int {
    countedLines + bytes[countedTo..<max(countedTo, min(index, bytes.count))].count { $0 == UInt8(ascii: "\n") }
  }

  private mutating func readChunk() throws(TokenizerError) {
    var opening = position
    var tag: Tag?
    while opening < bytes.count {
      if bytes[opening] == UInt8(ascii: "{") {
        switch byte(at: opening + 1) {
        case UInt8(ascii: "{"): tag = .output
        case UInt8(ascii: "%"): tag = .block
        case UInt8(ascii: "#"): tag = .comment
        default: break
        }
        if tag != nil { break }
      }
      opening += 1
    }
    let sign = tag == nil ? 0 : byte(at: opening + 2)
    var text = bytes[position..<opening]
    if sign == UInt8(ascii: "-") {
      text = Self.trimmedEnd(text)
    } else if sign != UInt8(ascii: "+"), tag == .block || tag == .comment {
      text = trimmedIndentation(text)
    }
    append(text)
    position = opening
    guard let tag else { return }
    position += sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 3 : 2
    // Each newline is counted once, however many tags there are.
    let line = line(at: position)
    (countedTo, countedLines) = (position, line)
    switch tag {
    case .comment: try skipComment()
    case .output:
      let tokens = try readTokens(closedBy: "}}")
      chunks.append(.output(tokens, line: line))
    case .block:
      let tokens = try readTokens(closedBy: "%}")
      if tokens == [.name("raw")] {
        try readRaw()
      } else {
        chunks.append(.block(tokens, line: line))
      }
    }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    if !text.isEmpty { chunks.append(.text(String(decoding: text, as: UTF8.self))) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09...0x0D: true
    default: false
    }
  }

  private static func trimmedEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, isSpace(last) { text.removeLast() }
    return text
  }

  /// Without the whitespace after the last newline, if there is nothing else.
  private func trimmedIndentation(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] != UInt8(ascii: "\n") {
      guard Self.isSpace(text[end - 1]) else { return text }
      end -= 1
    }
    return end > text.startIndex || isAtLineStart ? text[text.startIndex..<end] : text
  }

  /// Consumes the end of a tag at `position`, if it is there, with the whitespace that goes with it.
  private mutating func closes(_ end: StaticString, trimsNewline: Bool) -> Bool {
    let closing = Array("\(end)".utf8)
    let sign = byte(at: position)
    let hasMinus = sign == UInt8(ascii: "-")
    let hasSign = hasMinus || (trimsNewline && sign == UInt8(ascii: "+"))
    let start = position + (hasSign ? 1 : 0)
    guard byte(at: start) == closing[0], byte(at: start + 1) == closing[1] else { return false }
    position = start + 2
    if hasMinus {
      while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    } else if trimsNewline, !hasSign, byte(at: position) == UInt8(ascii: "\n") {
      position += 1
    }
    isAtLineStart = bytes[position - 1] == UInt8(ascii: "\n")
    return true
  }

  private mutating func skipComment() throws(TokenizerError) {
    let start = position
    while position < bytes.count {
      if closes("#}", trimsNewline: true) { return }
      position += 1
    }
    position = start
    throw failure("a comment is not closed")
  }

  /// `{% raw %}…{% endraw %}`
  private mutating func readRaw() throws(TokenizerError) {
    // Unlike other block tags, this one keeps the newline after it.
    let hasMinus = position >= 4 && bytes[position - 4] == UInt8(ascii: "-")
    if bytes[position - 1] == UInt8(ascii: "\n"), bytes[position - 2] == UInt8(ascii: "}"), !hasMinus { position -= 1 }
    let start = position
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "{"), byte(at: position + 1) == UInt8(ascii: "%") else {
        position += 1
        continue
      }
      let opening = position
      let sign = byte(at: opening + 2)
      position += sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? 3 : 2
      skipSpace()
      if bytes[position...].starts(with: "endraw".utf8) {
        position += 6
        skipSpace()
        if closes("%}", trimsNewline: true) {
          let text = bytes[start..<opening]
          append(
            sign == UInt8(ascii: "-")
              ? Self.trimmedEnd(text) : sign == UInt8(ascii: "+") ? text : trimmedIndentation(text))
          return
        }
      }
      position = opening + 1
    }
    position = start
    throw failure("{% raw %} is not closed")
  }

  private mutating func skipSpace() {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func readTokens(closedBy end: StaticString) throws(TokenizerError) -> [TemplateToken] {
    let start = position
    var tokens: [TemplateToken] = []
    // "}}" may also close two dictionaries.
    var openBrackets = 0
    while true {
      skipSpace()
      guard position < bytes.count else {
        position = start
        throw failure("a tag is not closed")
      }
      if openBrackets == 0, closes(end, trimsNewline: "\(end)" == "%}") { return tokens }
      let token = try readToken()
      switch token {
      case .symbol("("), .symbol("["), .symbol("{"): openBrackets += 1
      case .symbol(")"), .symbol("]"), .symbol("}"):
        guard openBrackets > 0 else { throw failure("a bracket is closed that was not opened") }
        openBrackets -= 1
      default: break
      }
      tokens.append(token)
    }
  }

  private static let symbols = [
    "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".",
    ":", "|", ",", ";",
  ]

  private mutating func readToken() throws(TokenizerError) -> TemplateToken {
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try readString(quote: first))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      let start = position
      while position < bytes.count, Self.isNamePart(bytes[position]) { position += 1 }
      return .name(String(decoding: bytes[start..<position], as: UTF8.self))
    default:
      for symbol in Self.symbols where bytes[position...].starts(with: symbol.utf8) {
        position += symbol.utf8.count
        return .symbol(symbol)
      }
      throw failure("the character \(shown(String(Unicode.Scalar(first)))) means nothing")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    default: isDigit(byte)
    }
  }

  private mutating func readNumber() throws(TokenizerError) -> TemplateToken {
    let start = position
    var isFloat = false
    func digits(_ from: Int) -> Int {
      var end = from
      while Self.isDigit(byte(at: end)) || (end > from && byte(at: end) == UInt8(ascii: "_")) { end += 1 }
      return end
    }
    position = digits(position)
    if byte(at: position) == UInt8(ascii: "."), Self.isDigit(byte(at: position + 1)) {
      isFloat = true
      position = digits(position + 1)
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: position + 1)
      let exponent = position + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
      if Self.isDigit(byte(at: exponent)) {
        isFloat = true
        position = digits(exponent)
      }
    }
    let text = String(decoding: bytes[start..<position].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    if Self.isNamePart(byte(at: position)) { throw failure("the number \(text)… is of an unknown kind") }
    if isFloat, let value = Double(text) { return .float(value) }
    guard let value = Int(text) else { throw failure("the number \(shown(text)) is too large") }
    return .integer(value)
  }

  /// A string with the escapes of Python.
  private mutating func readString(quote: UInt8) throws(TokenizerError) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == quote { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let escaped = self.byte(at: position)
      position += 1
      switch escaped {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "a"): text.append(0x07)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "v"): text.append(0x0B)
      case UInt8(ascii: "\n"): break
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): text.append(escaped)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value = UInt32(escaped - UInt8(ascii: "0"))
        for _ in 0..<2 {
          guard case UInt8(ascii: "0")...UInt8(ascii: "7") = self.byte(at: position) else { break }
          value = value * 8 + UInt32(bytes[position] - UInt8(ascii: "0"))
          position += 1
        }
        try append(scalar: value, to: &text)
      case UInt8(ascii: "x"): try append(scalar: try hexadecimal(2), to: &text)
      case UInt8(ascii: "u"): try append(scalar: try hexadecimal(4), to: &text)
      case UInt8(ascii: "U"): try append(scalar: try hexadecimal(8), to: &text)
      default: text += [UInt8(ascii: "\\"), escaped]
      }
    }
    throw failure("a string is not closed")
  }

  private mutating func hexadecimal(_ count: Int) throws(TokenizerError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = Character(Unicode.Scalar(byte(at: position))).hexDigitValue else {
        throw failure("a hexadecimal digit is missing")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private func append(scalar value: UInt32, to text: inout [UInt8]) throws(TokenizerError) {
    guard let scalar = Unicode.Scalar(value) else { throw failure("an escape is no character") }
    text.append(contentsOf: String(scalar).utf8)
  }
}
