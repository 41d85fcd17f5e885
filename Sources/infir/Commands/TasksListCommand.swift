internal import ArgumentParser
internal import Devices
internal import JSON
internal import Tasks

/// `infir tasks list`: a line for each task.
struct TasksListCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print names, difficulties, step budgets and apps of the tasks.")

  @OptionGroup var tasks: TasksArguments
  @Option(name: .long, help: "Only tasks that are about this app, for example Settings.") var app: String?
  @Option(name: .long, help: "Only tasks with this tag, for example multi_app.") var tag: String?
  @Option(
    help: ArgumentHelp(
      "Print the names of an AndroidWorld server's own tasks: androidworld:URL. Other devices do the tasks of the folder.",
      valueName: "device"))
  var device: String?
  @Flag(name: .long, help: "Print one JSON object per task.") var json = false

  var printsEvents: Bool { json }

  func run() async throws {
    if let device, case .androidWorld(let url) = try DeviceSpec(device) {
      return try await listTasks(of: try AndroidWorldServer(url: url))
    }
    let all = try tasks.library().tasks
    let chosen = all.filter { task in
      (app.map { app in task.apps.contains { $0.lowercased() == app.lowercased() } } ?? true)
        && (tag.map(task.tags.contains) ?? true)
    }
    if json {
      for task in chosen { printLine(JSONObject(task.members).text) }
      return
    }
    guard !chosen.isEmpty else {
      let apps = Set(all.flatMap(\.apps)).sorted().joined(separator: ", ")
      let tags = Set(all.flatMap(\.tags)).sorted().joined(separator: ", ")
      return printLine("None of the \(all.count) tasks is so. Apps: \(apps). Tags: \(tags).")
    }
    for line in lines(chosen) { printLine(line) }
  }

  private func listTasks(of server: AndroidWorldServer) async throws {
    guard app == nil, tag == nil else {
      throw ValidationError("The server tells names alone; leave --app and --tag out.")
    }
    for name in try await server.tasks() {
      printLine(json ? JSONObject([("event", .string("task")), ("name", .string(name))]).text : name)
    }
  }

  private func lines(_ tasks: [TaskDefinition]) -> [String] {
    let names = tasks.map(\.name.count).max() ?? 0
    return tasks.map { task in
      let steps = "\(task.maximumSteps)"
      let line =
        padded(task.name, names) + "  " + padded(task.difficulty, 6) + "  "
        + String(repeating: " ", count: max(0, 3 - steps.count)) + steps + " steps  "
        + task.apps.joined(separator: ", ")
      return line.count <= self.tasks.width ? line : line.prefix(max(1, self.tasks.width - 1)) + "…"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension TaskDefinition {
  /// What is known of a task without choosing its parameters.
  var members: [(String, JSONValue)] {
    [
      ("event", .string("task")), ("name", .string(name)), ("goal", .string(goal)),
      ("apps", .array(apps.map(JSONValue.string))), ("tags", .array(tags.map(JSONValue.string))),
      ("difficulty", .string(difficulty)), ("optimal_steps", .integer(optimalSteps)),
      ("max_steps", .integer(maximumSteps)), ("answer", .bool(wantsAnswer)),
      ("parameters", .array(parameterNames.map(JSONValue.string))),
    ]
  }
}
