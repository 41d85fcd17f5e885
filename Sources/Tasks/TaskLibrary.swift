internal import Foundation

/// The tasks in a folder, by name.
public struct TaskLibrary: Sendable {
  /// Sorted by name.
  public let tasks: [TaskDefinition]

  /// Reads `*.yaml` of a folder; one that can't be read is an error that names it.
  public init(directory: String) throws(TaskError) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).filter {
      $0.hasSuffix(".yaml") && !$0.hasPrefix(".")
    }
    guard !names.isEmpty else { throw .noTasks(path: directory) }
    var tasks: [TaskDefinition] = []
    for name in names.sorted() {
      let path = directory + "/" + name
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw .invalid(file: path, reason: "it can't be read as UTF-8 text; check its permissions and encoding")
      }
      tasks.append(
        try TaskDefinition(yaml: text, name: String(name.dropLast(5)), file: path, pages: directory + "/pages"))
    }
    self.tasks = tasks
  }

  /// The task of this name, without regard to case.
  public func task(_ name: String) throws(TaskError) -> TaskDefinition {
    let wanted = name.lowercased()
    guard let task = tasks.first(where: { $0.name.lowercased() == wanted }) else {
      throw .unknown(name: name, near: NearNames.near(name, among: tasks.map(\.name)))
    }
    return task
  }
}
