internal import JSON

/// Takes fields from an object; what has the wrong type is absent and noted.
struct FieldReader {
  let object: JSONObject
  /// What the object is, for notes: `step 3`.
  let subject: String
  private(set) var notes: [String] = []

  init(_ object: JSONObject, subject: String) {
    self.object = object
    self.subject = subject
  }

  mutating func note(_ what: String) { notes.append("\(subject): \(what)") }

  mutating func text(_ key: String) -> String? { take(key, "text") { $0.string } }

  mutating func flag(_ key: String) -> Bool? { take(key, "true or false") { $0.bool } }

  mutating func list(_ key: String) -> [JSONValue]? { take(key, "a list") { $0.array } }

  mutating func object(_ key: String) -> JSONObject? { take(key, "an object") { $0.object } }

  /// A whole number within a range.
  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    take(key, "a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
      value.integer.flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// A whole number of 64 bits without a sign.
  mutating func seed(_ key: String) -> UInt64? {
    take(key, "a whole number from 0") { if case .number(let digits) = $0 { UInt64(digits) } else { nil } }
  }

  /// Left, top, right, bottom in pixels.
  mutating func bounds(_ key: String) -> Bounds? {
    take(key, "left, top, right and bottom") { value in
      guard let sides = value.array, sides.count == 4 else { return nil }
      let numbers = sides.compactMap(\.double).filter { abs($0) < 1e9 }.map { Int($0.rounded(.down)) }
      guard numbers.count == 4, numbers[0] <= numbers[2], numbers[1] <= numbers[3] else { return nil }
      return Bounds(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
    }
  }

  /// An action in AndroidWorld's JSON.
  mutating func action(_ key: String) -> Action? {
    guard let object = object(key) else { return nil }
    do {
      return try Action(object: object)
    } catch {
      note("\(key): \(error)")
      return nil
    }
  }

  private mutating func take<Value>(_ key: String, _ expected: String, _ convert: (JSONValue) -> Value?) -> Value? {
    guard let value = object.present(key) else { return nil }
    if let converted = convert(value) { return converted }
    let found: String
    switch value {
    case .number, .array: found = String(value.text.prefix(40))
    default: found = value.kind
    }
    note("\(key) is \(found) instead of \(expected)")
    return nil
  }
}
