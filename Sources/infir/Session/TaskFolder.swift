internal import Foundation

/// Where the tasks are: beside the program or the person.
enum TaskFolder {
  /// The folder of tasks.
  ///
  /// - Parameter named: `--tasks`; then `INFIR_TASKS`, `tasks` of the working directory, `share/infir/tasks` beside the
  ///   program's folder, and `$XDG_DATA_HOME/infir/tasks`.
  static func path(
    named: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    if let named { return named }
    if let variable = environment["INFIR_TASKS"], !variable.isEmpty { return variable }
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: "/")).resolvingSymlinksInPath()
    let beside = program.deletingLastPathComponent().deletingLastPathComponent().path + "/share/infir/tasks"
    let candidates = ["tasks", beside, Settings.dataDirectory(environment: environment) + "/tasks"]
    return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? candidates[0]
  }
}
