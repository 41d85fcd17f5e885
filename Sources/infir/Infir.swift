internal import ArgumentParser
internal import Episodes
internal import Foundation
internal import Logging

/// The program: one subcommand per file; without one, the full-screen home menu.
@main
struct Infir: AsyncParsableCommand {
  /// The program's version.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "infir",
    abstract: "A screen agent for Android in a terminal: it sees, reasons and acts on your own CPU.",
    discussion: """
      Without a subcommand it opens the full-screen home menu. Settings come from flags, then INFIR_* variables, then \
      $XDG_CONFIG_HOME/infir/config.yaml (see `infir doctor`).
      """,
    version: version,
    subcommands: [
      ReplayCommand.self, DataCommand.self, ModelCommand.self, DevicesCommand.self, PhoneCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  /// Exit codes: 0 done, 1 failed, 2 usage, 130 interrupted.
  static func main() async {
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    var isJSON = false
    do {
      let command = try parseAsRoot()
      isJSON = (command as? any EventPrinting)?.printsEvents ?? false
      try await run(command)
    } catch {
      Foundation.exit(report(error, asEvent: isJSON))
    }
  }

  private static func run(_ command: sending any ParsableCommand) async throws {
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      var command = command
      try command.run()
    }
  }

  /// Says what went wrong where it belongs, and returns the exit code.
  static func report(_ error: any Error, asEvent isJSON: Bool) -> Int32 {
    let code = exitCode(for: error)
    if code == .success {
      printLine(fullMessage(for: error))
      return 0
    }
    if let code = error as? ExitCode { return code.rawValue }
    if code == .validationFailure {
      printToStandardError(fullMessage(for: error))
      return 2
    }
    let sentence = String(describing: error)
    if isJSON { printLine(JSONObject(["event": .string("error"), "message": .string(sentence)]).text) }
    printToStandardError("infir: \(sentence)")
    return 1
  }
}

/// A command that can print one JSON event a line instead of text.
protocol EventPrinting: SendableMetatype {
  /// Whether `--json` was given.
  var printsEvents: Bool { get }
}
