/// A task with its parameters chosen: the same seed and time choose the same.
public struct TaskInstance: Sendable {
  /// The task.
  public let definition: TaskDefinition
  /// What it was chosen by.
  public let seed: UInt64
  /// The parameters by name.
  public let values: [String: TaskValue]

  /// What is asked for, with everything filled in.
  public var goal: String { definition.goal }

  /// A parameter as text; nil where there is none of this name that is text or a number.
  public func text(_ name: String) -> String? { values[name]?.text }
}

/// A parameter's value.
public indirect enum TaskValue: Sendable, Equatable {
  case text(String)
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
}
