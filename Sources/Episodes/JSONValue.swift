/// A JSON value, with objects in the order of the text and numbers as they were written.
///
/// Foundation's decoder tells neither `1` from `true` nor where a torn line tears, and loses the order of keys, which
/// is why episodes have a small reader of their own.
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
  /// - Throws: `EpisodeError.json` with the byte at which the text stops being JSON.
  public init(parsing text: String) throws(EpisodeError) { try self.init(parsing: Array(text.utf8)) }

  /// Reads one value that takes up all bytes, apart from white space.
  ///
  /// - Throws: `EpisodeError.json` with the byte at which the text stops being JSON.
  public init(parsing bytes: [UInt8]) throws(EpisodeError) {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    guard parser.isAtEnd else {
      throw .json(reason: "there is more after the value; leave one value", offset: parser.position)
    }
    self = value
  }

  /// A whole number.
  public static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// A real number; JSON has no infinities and no NaN, so those become null.
  public static func real(_ value: Double) -> JSONValue { value.isFinite ? .number(value.description) : .null }

  /// The text, if it is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The truth value, if it is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements, if it is a list.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

  /// The object, if it is one.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

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
  var kind: String {
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

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }
}

/// A JSON object, its members in order.
public struct JSONObject: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// A key and its value.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONValue
    /// A member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order; a key can occur more than once in damaged or careless files.
  public var members: [Member]

  /// An object with these members.
  public init(_ members: [Member] = []) { self.members = members }

  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }

  /// The value of a key: the last where it occurs twice, as in Python's reader.
  ///
  /// Setting keeps the key's place or appends; setting nil removes.
  public subscript(key: String) -> JSONValue? {
    get { members.last { $0.key == key }?.value }
    set {
      if let newValue, let index = members.lastIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else if let newValue {
        members.append(Member(key: key, value: newValue))
      } else {
        members.removeAll { $0.key == key }
      }
    }
  }

  /// The value of a key, where null counts as absent.
  func present(_ key: String) -> JSONValue? {
    let value = self[key]
    return value == .null ? nil : value
  }
}
