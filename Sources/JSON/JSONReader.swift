/// Reads JSON (RFC 8259), value by value or piece by piece.
///
/// Values, several one after another if need be:
///
///     while !reader.isAtEnd { … try reader.value() … }
///
/// Or pieces, where nothing is built that the caller doesn't ask for, so that a hostile file of a hundred megabytes
/// costs no more than its own size:
///
///     try reader.beginObject()
///     while let key = try reader.nextKey() { … try reader.string() … }
///     try reader.end()
public struct JSONReader: ~Escapable {
  let bytes: Span<UInt8>
  let rules: JSONRules
  /// The next byte.
  public internal(set) var offset: Int
  /// Right after `{` or `[`, where no comma is due and the end may follow.
  private var isAtBeginning = false
  /// Lists and objects around the next byte.
  private var depth = 0

  /// A reader of bytes.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - offset: the byte to begin at, not negative.
  ///   - rules: how strictly it is read.
  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>, from offset: Int = 0, rules: JSONRules = .strict) {
    self.bytes = bytes
    self.rules = rules
    self.offset = offset
  }

  // MARK: - Structure

  /// Passes over the `{` of an object.
  public mutating func beginObject() throws(JSONError) { try begin(UInt8(ascii: "{"), "{") }

  /// The next key, up to and with its colon; nil at the end of the object, which is passed over.
  public mutating func nextKey() throws(JSONError) -> String? {
    guard try hasNext(before: UInt8(ascii: "}"), "a comma or a closing brace") else { return nil }
    skipSpace()
    guard peek() == UInt8(ascii: "\"") else { throw missing("a key") }
    let key = try string()
    skipSpace()
    guard peek() == UInt8(ascii: ":") else { throw missing("a colon after the key") }
    offset += 1
    return key
  }

  /// Passes over the `[` of a list.
  public mutating func beginArray() throws(JSONError) { try begin(UInt8(ascii: "["), "[") }

  /// Whether another element follows; passes over the comma before it, or over the end of the list.
  public mutating func nextElement() throws(JSONError) -> Bool {
    try hasNext(before: UInt8(ascii: "]"), "a comma or a closing bracket")
  }

  /// Whether only white space is left; passes over it.
  public var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return offset >= bytes.count
    }
  }

  /// Throws if anything but white space follows.
  public mutating func end() throws(JSONError) {
    if !isAtEnd { throw error(.more) }
  }

  private mutating func begin(_ bracket: UInt8, _ name: String) throws(JSONError) {
    skipSpace()
    guard peek() == bracket else { throw missing(name) }
    guard depth < rules.depth else { throw error(.tooDeep(limit: rules.depth)) }
    depth += 1
    offset += 1
    isAtBeginning = true
  }

  private mutating func hasNext(before end: UInt8, _ expected: StaticString) throws(JSONError) -> Bool {
    skipSpace()
    let isFirst = isAtBeginning
    isAtBeginning = false
    let next = peek()
    if next == end {
      offset += 1
      depth -= 1
      return false
    }
    if !isFirst {
      guard next == UInt8(ascii: ",") else { throw missing(expected.description) }
      offset += 1
    }
    return true
  }

  // MARK: - Bytes

  func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  func error(_ problem: JSONError.Problem) -> JSONError { JSONError(problem, offset: offset) }

  /// The error where something else should stand.
  func missing(_ expected: String) -> JSONError {
    error(offset < bytes.count ? .expected(expected) : .ending(expected: expected))
  }
}
