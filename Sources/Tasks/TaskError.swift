public import Devices

/// Why a task can't be used.
public enum TaskError: Error, Equatable, CustomStringConvertible {
  /// The folder of tasks isn't there.
  case noTasks(path: String)
  /// There is no task of this name; these are near.
  case unknown(name: String, near: [String])
  /// A task's file can't be read or says something that it can't mean.
  case invalid(file: String, reason: String)
  /// A set-up would change a device, and nobody allowed it.
  case wouldChange(device: String, changes: [TaskChange])
  /// What a set-up finds can't be noted, so it couldn't be put back after a cut-off.
  case note(folder: String, reason: String)
  /// A command of the set-up or the check failed.
  case command(command: String, reason: String)
  /// The device doesn't do what it is asked.
  case device(DeviceError)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .noTasks(let path): "there are no tasks in \(path); name the folder of tasks with --tasks"
    case .unknown(let name, let near):
      "there is no task \(name); " + (near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? ")
        + "see infir tasks list"
    case .invalid(let file, let reason): "\(file): \(reason)"
    case .wouldChange(let device, let changes):
      "the set-up would change \(changes.map(\.description).joined(separator: ", ")) on \(device); "
        + "allow it with --allow-changes"
    case .note(let folder, let reason):
      "what the set-up finds can't be noted in \(folder): \(reason); make the folder writable, or set XDG_STATE_HOME"
    case .command(let command, let reason): "the device didn't do \(command): \(reason)"
    case .device(let error): error.description
    }
  }
}
