public import Devices

/// Why a solver can't go on.
public enum OracleError: Error, Equatable, CustomStringConvertible {
  /// The screen hasn't what it looks for.
  case notFound(what: String, screen: String)
  /// No solver knows the task.
  case unknownTask(name: String)
  /// The task has no such parameter, or one of another type.
  case parameter(task: String, name: String)
  /// The device doesn't do what it is asked.
  case device(DeviceError)
  /// Whoever it acts for has stopped it.
  case stopped

  /// One sentence.
  public var description: String {
    switch self {
    case .notFound(let what, let screen):
      "the solver doesn't find \(what) on this screen; go on by hand. It shows \(screen)"
    case .unknownTask(let name): "no solver knows the task \(name); see infir tasks list"
    case .parameter(let task, let name): "the task \(task) has no parameter \(name) of the type that its solver needs"
    case .device(let error): error.description
    case .stopped: "stopped"
    }
  }
}
