/// The tasks in a folder, by name.
public struct TaskLibrary: Sendable {
  /// Sorted by name.
  public let tasks: [TaskDefinition]

  /// Reads `*.yaml` of a folder.
  public init(directory: String) throws(TaskError) { throw .noTasks(path: directory) }

  /// The task of this name.
  public func task(_ name: String) throws(TaskError) -> TaskDefinition {
    guard let task = tasks.first(where: { $0.name == name }) else { throw .unknown(name: name, near: []) }
    return task
  }
}
