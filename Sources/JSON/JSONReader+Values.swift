extension JSONReader {
  /// The next value.
  public mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"):
      try beginObject()
      var members: [JSONObject.Member] = []
      while let key = try nextKey() { members.append(JSONObject.Member(key: key, value: try value())) }
      return .object(JSONObject(members))
    case UInt8(ascii: "["):
      try beginArray()
      var elements: [JSONValue] = []
      while try nextElement() { elements.append(try value()) }
      return .array(elements)
    default:
      let start = offset
      switch try scalar() {
      case .true: return .bool(true)
      case .false: return .bool(false)
      case .null: return .null
      case .number: return .number(try text(start..<offset))
      }
    }
  }

  /// Passes over a value of any kind.
  public mutating func skipValue() throws(JSONError) {
    skipSpace()
    switch peek() {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "{"):
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    case UInt8(ascii: "["):
      try beginArray()
      while try nextElement() { try skipValue() }
    default: _ = try scalar()
    }
  }

  /// The next value, an integer from 0 to `Int.max` that is written in digits alone.
  public mutating func count() throws(JSONError) -> Int {
    skipSpace()
    let start = offset
    var value = 0
    while let byte = peek(), let digit = Self.digit(byte) {
      let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(digit)
      guard !overflows, !overflowsToo else { throw JSONError(.tooLarge, offset: start) }
      value = sum
      offset += 1
    }
    let hasNeedlessZero = offset - start > 1 && bytes[start] == UInt8(ascii: "0")
    let goesOn = peek().map { ".eE+-".utf8.contains($0) } ?? false
    guard offset > start, !hasNeedlessZero, !goesOn else {
      offset = start
      throw missing("a whole number")
    }
    return value
  }

  /// What is neither text nor made of other values.
  private enum Scalar { case `true`, `false`, null, number }

  private mutating func scalar() throws(JSONError) -> Scalar {
    switch peek() {
    case UInt8(ascii: "t"): return try word("true", .true)
    case UInt8(ascii: "f"): return try word("false", .false)
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "N") where rules.isLenient: return try word("NaN", .null)
    case UInt8(ascii: "I") where rules.isLenient: return try word("Infinity", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: Scalar) throws(JSONError) -> Scalar {
    let start = offset
    for expected in word.description.utf8 {
      guard peek() == expected else {
        offset = start
        throw missing("a value")
      }
      offset += 1
    }
    return value
  }

  private mutating func number() throws(JSONError) -> Scalar {
    if peek() == UInt8(ascii: "-") {
      offset += 1
      if rules.isLenient, peek() == UInt8(ascii: "I") { return try word("Infinity", .null) }
    }
    let start = offset
    try digits("a value")
    if offset > start + 1, bytes[start] == UInt8(ascii: "0") { throw JSONError(.needlessZero, offset: start) }
    if peek() == UInt8(ascii: ".") {
      offset += 1
      try digits("a digit")
    }
    if peek() == UInt8(ascii: "e") || peek() == UInt8(ascii: "E") {
      offset += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { offset += 1 }
      try digits("a digit")
    }
    return .number
  }

  private mutating func digits(_ expected: StaticString) throws(JSONError) {
    let start = offset
    while let byte = peek(), Self.digit(byte) != nil { offset += 1 }
    if offset == start { throw missing(expected.description) }
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
  }
}
