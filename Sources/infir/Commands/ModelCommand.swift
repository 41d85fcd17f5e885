internal import ArgumentParser

/// `infir model`: what can be done with a model on disk.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Inspect, assemble, run and verify models.",
    subcommands: [
      ModelInspectCommand.self, ModelAssembleCommand.self, ModelGenerateCommand.self, ModelTokenizeCommand.self,
      ModelVerifyCommand.self,
    ])
}
