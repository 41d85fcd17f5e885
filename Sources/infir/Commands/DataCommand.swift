internal import ArgumentParser

/// `infir data`: what can be done with recorded data.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Inspect recorded episodes.", subcommands: [DataInspectCommand.self])
}
