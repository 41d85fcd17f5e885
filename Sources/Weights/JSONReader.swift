/// Reads the JSON of safetensors headers and indexes piece by piece, and accepts nothing else (RFC 8259).
///
/// Nothing is built that the caller doesn't ask for, so a hostile header of a hundred megabytes costs no more than its
/// own size, and a key that is there twice is seen, which Foundation's decoder hides.
///
///     try json.beginObject()
///     while let key = try json.nextKey() { … json.string() … }
struct JSONReader: ~Escapable {
  /// As deep as serde_json, which the reference implementation uses, goes.
  private static let deepest = 128

  private let bytes: RawSpan
  private let path: String
  private let format: String
  private var offset = 0
  /// Right after `{` or `[`, where no comma is due and the end may follow.
  private var isAtBeginning = false

  /// - Parameters: `path` and `format` are what errors name.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, path: String, format: String) {
    self.bytes = bytes
    self.path = path
    self.format = format
  }

  func damaged(_ reason: String) -> WeightsError { .damaged(path: path, format: format, reason: reason) }

  // MARK: - Structure

  mutating func beginObject() throws(WeightsError) {
    try expect(UInt8(ascii: "{"))
    isAtBeginning = true
  }

  /// The next key, up to and with its colon; nil at the end of the object.
  mutating func nextKey() throws(WeightsError) -> String? {
    guard try hasNext(before: UInt8(ascii: "}")) else { return nil }
    let key = try string()
    try expect(UInt8(ascii: ":"))
    return key
  }

  mutating func beginArray() throws(WeightsError) {
    try expect(UInt8(ascii: "["))
    isAtBeginning = true
  }

  /// Whether another element follows; passes over the comma before it, or over the end of the array.
  mutating func nextElement() throws(WeightsError) -> Bool {
    try hasNext(before: UInt8(ascii: "]"))
  }

  /// Nothing but white space may follow.
  mutating func end() throws(WeightsError) {
    skipWhiteSpace()
    guard offset == bytes.byteCount else { throw unexpected("the end") }
  }

  // MARK: - Values

  mutating func string() throws(WeightsError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = offset
    var hasEscapes = false
    while true {
      guard let byte = peek() else { throw damaged("its JSON ends inside a string") }
      if byte == UInt8(ascii: "\"") { break }
      guard byte >= 0x20 else { throw unexpected("a printable character") }
      // What follows a backslash is looked at below; here it only must not end the string.
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        offset += 1
      }
      offset += 1
    }
    let content = bytes.extracting(start..<offset)
    offset += 1
    guard let string = String(validUTF8: content) else { throw damaged("its JSON is not UTF-8 at byte \(start)") }
    return hasEscapes ? try unescape(string) : string
  }

  /// An integer from 0 to `Int.max`, written as digits.
  mutating func count() throws(WeightsError) -> Int {
    skipWhiteSpace()
    let start = offset
    var value = 0
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflows, !overflowsToo else { throw damaged("a number at byte \(start) of its JSON is too large") }
      value = sum
      offset += 1
    }
    let hasLeadingZero = offset - start > 1 && byte(at: start) == UInt8(ascii: "0")
    guard offset > start, !hasLeadingZero, !isNumberByte(peek()) else {
      offset = start
      throw unexpected("a whole number")
    }
    return value
  }

  /// Passes over a value of any kind.
  mutating func skipValue(depth: Int = 0) throws(WeightsError) {
    guard depth < Self.deepest else { throw damaged("its JSON nests deeper than \(depth)") }
    skipWhiteSpace()
    switch peek() {
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextKey() != nil { try skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try beginArray()
      while try nextElement() { try skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try skipNumber()
    }
  }

  // MARK: - Pieces

  private func byte(at index: Int) -> UInt8 { bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) }

  private func peek() -> UInt8? { offset < bytes.byteCount ? byte(at: offset) : nil }

  private mutating func skipWhiteSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  private mutating func expect(_ wanted: UInt8) throws(WeightsError) {
    skipWhiteSpace()
    guard peek() == wanted else { throw unexpected("\(Character(UnicodeScalar(wanted)))") }
    offset += 1
  }

  private func unexpected(_ wanted: String) -> WeightsError {
    guard offset < bytes.byteCount else { return damaged("its JSON ends where \(wanted) should be") }
    return damaged("byte \(offset) of its JSON should be \(wanted)")
  }

  private mutating func hasNext(before end: UInt8) throws(WeightsError) -> Bool {
    skipWhiteSpace()
    defer { isAtBeginning = false }
    if peek() == end {
      offset += 1
      return false
    }
    if !isAtBeginning { try expect(UInt8(ascii: ",")) }
    return true
  }

  private mutating func word(_ word: StaticString) throws(WeightsError) {
    for wanted in word.description.utf8 {
      guard peek() == wanted else { throw unexpected("the word \(word)") }
      offset += 1
    }
  }

  private func isNumberByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
  }

  private mutating func digits() throws(WeightsError) {
    let start = offset
    while let byte = peek(), byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
    guard offset > start else { throw unexpected("a digit") }
  }

  private mutating func skipNumber() throws(WeightsError) {
    if peek() == UInt8(ascii: "-") { offset += 1 }
    if peek() == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
  }

  private func unescape(_ string: String) throws(WeightsError) -> String {
    var result: [UInt16] = []
    var units = Array(string.utf16)[...]
    while let unit = units.popFirst() {
      guard unit == 0x5C else {
        result.append(unit)
        continue
      }
      switch units.popFirst() {
      case 0x22: result.append(0x22)
      case 0x5C: result.append(0x5C)
      case 0x2F: result.append(0x2F)
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x75:
        guard units.count >= 4,
          units.prefix(4).allSatisfy({ $0 < 0x80 && Character(UnicodeScalar(UInt8($0))).isHexDigit }),
          let value = UInt16(String(decoding: units.prefix(4), as: UTF16.self), radix: 16)
        else { throw damaged("its JSON has a \\u without four hexadecimal digits") }
        units.removeFirst(4)
        result.append(value)
      default: throw damaged("its JSON has an escape that JSON doesn't define")
      }
    }
    guard let unescaped = String(validating: result, as: UTF16.self) else {
      throw damaged("its JSON has half a surrogate pair")
    }
    return unescaped
  }
}
