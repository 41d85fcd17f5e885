/// A JSON value, with objects in the order of the text and numbers as they were written.
///
/// Foundation's decoder tells neither `1` from `true` nor where a torn line tears, hides keys that occur twice and loses
/// the order of the others; what is read with this can be written again as it was.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// The number as it was written, so that no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// Reads one value that takes up the whole text, apart from white space.
  ///
  /// - Throws: `JSONError` with the byte at which the text stops being JSON.
  public init(parsing text: String, rules: JSONRules = .strict) throws(JSONError) {
    try self.init(parsing: Array(text.utf8), rules: rules)
  }

  /// Reads one value that takes up all bytes, apart from white space.
  ///
  /// - Throws: `JSONError` with the byte at which the text stops being JSON.
  public init(parsing bytes: [UInt8], rules: JSONRules = .strict) throws(JSONError) {
    var reader = JSONReader(bytes.span, rules: rules)
    self = try reader.value()
    try reader.end()
  }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// A real number, in the fewest digits that read back to it; infinities and NaN, which JSON hasn't, become null.
  public static func real(_ value: some BinaryFloatingPoint & LosslessStringConvertible) -> JSONValue {
    value.isFinite ? .number(value.description) : .null
  }

  /// Whether it is null.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// The text, if it is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The truth value, if it is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements, if it is a list.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The object, if it is one.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The value of a key, if it is an object that has it; the last where it occurs twice.
  public subscript(key: String) -> JSONValue? { object?[key] }

  /// The number, if it is a finite one.
  public var double: Double? {
    guard case .number(let literal) = self, let value = Double(literal), value.isFinite else { return nil }
    return value
  }

  /// The number, if it is whole and fits; `3.0` and `1e3` are whole.
  public var integer: Int? {
    guard case .number(let literal) = self else { return nil }
    return Int(literal) ?? Double(literal).flatMap { Int(exactly: $0) }
  }

  /// What it is, in words, for messages.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A list of these elements.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
