/// A parameter's value.
public indirect enum TaskValue: Sendable, Equatable {
  case text(String)
  /// A number; money in cents, durations in seconds.
  case number(Int)
  /// A day or a moment, in seconds since 1970 of the device's own wall clock.
  case time(Int)
  case list([TaskValue])
  case record([String: TaskValue])

  /// Text and numbers as text.
  public var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    default: nil
    }
  }

  /// The number, where it is one.
  public var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The moment, where it is one, in seconds since 1970 of the device's wall clock.
  public var time: Int? { if case .time(let seconds) = self { seconds } else { nil } }

  /// The elements of a list.
  public var list: [TaskValue]? { if case .list(let values) = self { values } else { nil } }

  /// A field of a record; of a list of records, the list of their fields.
  public func field(_ name: String) -> TaskValue? {
    switch self {
    case .record(let fields): fields[name]
    case .list(let values): .list(values.compactMap { $0.field(name) })
    default: nil
    }
  }
}
