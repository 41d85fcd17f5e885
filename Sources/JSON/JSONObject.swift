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
  public init(_ members: [(String, JSONValue)]) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  /// An object with these members, in this order: `JSONObject(["a": 1]).text`.
  public init(_ members: KeyValuePairs<String, JSONValue>) { self.init(members.map { ($0.key, $0.value) }) }

  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

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
  public func present(_ key: String) -> JSONValue? {
    guard let value = self[key], !value.isNull else { return nil }
    return value
  }
}
