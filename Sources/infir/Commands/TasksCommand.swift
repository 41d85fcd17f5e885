internal import ArgumentParser

/// `infir tasks`: what can be asked for by name.
struct TasksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: "List the tasks that a device can be set up for and judged by, or show one.",
    subcommands: [TasksListCommand.self, TasksShowCommand.self])
}
