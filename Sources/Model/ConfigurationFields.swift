internal import JSON

/// The fields of an object in `config.json`, read with errors that say where in which file.
struct ConfigurationFields {
  private let object: JSONObject
  private let path: String
  /// What stands before the names of fields in errors: empty, or `text_config.`.
  private let prefix: String

  /// The fields at the top of a file.
  ///
  /// - Throws: `configuration` for what is no JSON object.
  init(_ json: [UInt8], path: String) throws(ModelError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: json) } catch { throw .configuration(path: path, reason: "it is \(error)") }
    guard let object = value.object else {
      throw .configuration(path: path, reason: "it is \(value.kind), and an object is expected")
    }
    self.init(object: object, path: path, prefix: "")
  }

  private init(object: JSONObject, path: String, prefix: String) {
    self.object = object
    self.path = path
    self.prefix = prefix
  }

  func wrong(_ reason: String) -> ModelError { .configuration(path: path, reason: reason) }

  func unsupported(_ architecture: String) -> ModelError { .unsupportedArchitecture(path: path, name: architecture) }

  /// Whether the file mentions the field, be it with null.
  func has(_ field: String) -> Bool { object[field] != nil }

  /// Whether the field says something.
  func isPresent(_ field: String) -> Bool { object.present(field) != nil }

  var isEmpty: Bool { object.members.isEmpty }

  /// The field, or nil where it is absent or null.
  func value<Value: ConfigurationValue>(_ field: String, as type: Value.Type = Value.self) throws(ModelError) -> Value?
  {
    guard let json = object.present(field) else { return nil }
    if let value = Value(json) { return value }
    guard case .number(let literal) = json, Value.isNumber else {
      throw wrong("\(prefix)\(field) has an unexpected type")
    }
    let isTooLarge = Double(literal).map { abs($0) >= 0x1p63 } ?? true
    let found = "\(prefix)\(field) is \(literal.prefix(40))"
    throw wrong(isTooLarge ? "a number in it is too large: \(found)" : "\(found), which is an impossible value")
  }

  /// The field, or `default` where it is absent or null.
  func value<Value: ConfigurationValue>(_ field: String, default value: Value) throws(ModelError) -> Value {
    try self.value(field) ?? value
  }

  /// The field, which has to be there.
  func need<Value: ConfigurationValue>(_ field: String) throws(ModelError) -> Value {
    guard let value: Value = try value(field) else { throw wrong("\(prefix)\(field) is missing") }
    return value
  }

  /// The object in a field, or nil where it is absent or null.
  func object(_ field: String) throws(ModelError) -> ConfigurationFields? {
    guard let value = object.present(field) else { return nil }
    guard let inner = value.object else { throw wrong("\(prefix)\(field) has an unexpected type") }
    return ConfigurationFields(object: inner, path: path, prefix: "\(prefix)\(field).")
  }

  /// The list of whole numbers in a field, or nil where it holds no list.
  func list(_ field: String) throws(ModelError) -> [Int]? {
    object.present(field)?.array == nil ? nil : try value(field)
  }

  // MARK: - Kinds of values

  func activation(_ field: String, default name: String) throws(ModelError) -> Activation {
    let name = try value(field, default: name)
    switch name {
    // Several names of one function in transformers' `ACT2FN`.
    case "gelu", "gelu_python": return .gelu
    case "gelu_pytorch_tanh", "gelu_python_tanh", "gelu_new", "gelu_fast": return .geluTanh
    case "silu", "swish": return .silu
    default: throw wrong("\(prefix)\(field) is \(name), which this program doesn't compute")
    }
  }

  /// A number or a square's two.
  func side(_ field: String, default value: Int) throws(ModelError) -> Int {
    guard let sides = try list(field) else { return try self.value(field, default: value) }
    guard let side = sides.first, sides.count == 2, sides[1] == side else {
      throw wrong("\(prefix)\(field) is \(sides), and only squares are possible")
    }
    return side
  }

  /// A token's id.
  func identifier(_ field: String) throws(ModelError) -> Int32? {
    guard let number: Int = try value(field) else { return nil }
    return try identifier(number, field)
  }

  /// Tokens' ids: a number, a list, or null.
  func identifiers(_ field: String) throws(ModelError) -> [Int32] {
    guard let numbers = try list(field) else { return try identifier(field).map { [$0] } ?? [] }
    var ids: [Int32] = []
    for number in numbers { ids.append(try identifier(number, field)) }
    return ids
  }

  private func identifier(_ number: Int, _ field: String) throws(ModelError) -> Int32 {
    guard let id = Int32(exactly: number) else { throw wrong("\(prefix)\(field) is \(number), which is no token") }
    return id
  }

  /// Throws unless the field is absent, null or `value`.
  func require<Value: ConfigurationValue & Equatable>(_ field: String, toBe value: Value) throws(ModelError) {
    let found = try self.value(field, default: value)
    if found != value { throw wrong("\(prefix)\(field) is \(found), which this program doesn't compute") }
  }
}

/// What fields of `config.json` hold.
protocol ConfigurationValue {
  /// Nil for a value of another kind.
  init?(_ json: JSONValue)
  static var isNumber: Bool { get }
}

extension ConfigurationValue {
  static var isNumber: Bool { false }
}

extension Bool: ConfigurationValue {
  init?(_ json: JSONValue) {
    guard let value = json.bool else { return nil }
    self = value
  }
}

extension Int: ConfigurationValue {
  static var isNumber: Bool { true }

  init?(_ json: JSONValue) {
    guard let value = json.integer else { return nil }
    self = value
  }
}

extension Double: ConfigurationValue {
  static var isNumber: Bool { true }

  init?(_ json: JSONValue) {
    guard let value = json.double else { return nil }
    self = value
  }
}

extension String: ConfigurationValue {
  init?(_ json: JSONValue) {
    guard let value = json.string else { return nil }
    self = value
  }
}

extension Array: ConfigurationValue where Element: ConfigurationValue {
  init?(_ json: JSONValue) {
    guard let values = json.array else { return nil }
    self = []
    for value in values {
      guard let element = Element(value) else { return nil }
      append(element)
    }
  }
}
