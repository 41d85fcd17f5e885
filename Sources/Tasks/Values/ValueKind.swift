/// What kind of value a parameter has, known before one is chosen.
indirect enum ValueKind: Equatable, Sendable {
  case text
  case number
  case time
  case list(ValueKind)
  case record([String: ValueKind])

  /// In words.
  var words: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .time: "a date or time"
    case .list(let element): "a list of \(element.plural)"
    case .record: "a record"
    }
  }

  private var plural: String {
    switch self {
    case .text: "texts"
    case .number: "numbers"
    case .time: "dates or times"
    case .list: "lists"
    case .record: "records"
    }
  }

  /// What its elements are, where it is a list.
  var element: ValueKind? { if case .list(let element) = self { element } else { nil } }

  /// The kind of a field; of a list of records, the list of that field.
  func field(_ name: String) -> ValueKind? {
    switch self {
    case .record(let fields): fields[name]
    case .list(let element): element.field(name).map { .list($0) }
    default: nil
    }
  }

  /// The fields that a record, or the records of a list, have.
  var fields: [String] {
    switch self {
    case .record(let fields): fields.keys.sorted()
    case .list(let element): element.fields
    default: []
    }
  }

  /// The kind of both: numbers among texts are texts; nil where they don't go together.
  func joined(with other: ValueKind) -> ValueKind? {
    if self == other { return self }
    switch (self, other) {
    case (.text, .number), (.number, .text): return .text
    case (.list(let first), .list(let second)): return first.joined(with: second).map { .list($0) }
    case (.record(let first), .record(let second)):
      guard Set(first.keys) == Set(second.keys) else { return nil }
      var fields: [String: ValueKind] = [:]
      for (name, kind) in first {
        guard let joined = second[name].flatMap(kind.joined) else { return nil }
        fields[name] = joined
      }
      return .record(fields)
    default: return nil
    }
  }
}
