/// A task with its parameters chosen: the same seed and time choose the same.
public struct TaskInstance: Sendable {
  /// The task.
  public let definition: TaskDefinition
  /// What it was chosen by.
  public let seed: UInt64
  /// The parameters by name.
  public let values: [String: TaskValue]
  /// What is asked for, with everything filled in.
  public let goal: String
  /// The device's clock when the parameters were chosen, in seconds since 1970 as its wall clock shows them.
  public let now: Int

  /// A parameter as text; nil where there is none of this name that is text or a number.
  public func text(_ name: String) -> String? { values[name]?.text }

  /// A parameter that is a number: money in cents, durations in seconds.
  public func number(_ name: String) -> Int? { values[name]?.number }

  /// A parameter that is a day or a moment, in seconds since 1970 of the device's wall clock.
  public func time(_ name: String) -> Int? { values[name]?.time }

  /// The elements of a parameter that is a list.
  public func list(_ name: String) -> [TaskValue]? { values[name]?.list }

  /// A text with the parameters in braces filled in, as the goal is: `{day|weekday}, {at|clock}`; nil where it names
  /// what there isn't.
  public func filled(_ text: String) -> String? {
    guard let template = try? Template(text, in: definition.scope) else { return nil }
    return template.filled(with: bindings)
  }

  /// The values with those that every task has.
  var bindings: Bindings {
    values.merging(["now": .time(now), "seed": .number(Int(truncatingIfNeeded: seed & 0x7FFF_FFFF))]) { value, _ in
      value
    }
  }
}
