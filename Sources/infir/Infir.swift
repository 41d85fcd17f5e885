internal import ArgumentParser
internal import Foundation
internal import JSON
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
    // A default that isn't among the subcommands isn't found by the parser.
    subcommands: [
      HomeCommand.self, RunCommand.self, ReplayCommand.self, TasksCommand.self, DataCommand.self, ModelCommand.self,
      DevicesCommand.self, PhoneCommand.self, BenchCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)

  /// Exit codes: 0 done, 1 failed, 2 usage, 130 interrupted.
  static func main() async {
    LoggingSystem.bootstrap(StreamLogHandler.standardError)
    // Whoever reads events is to be told of wrong arguments, too.
    var isJSON = CommandLine.arguments.contains("--json")
    var code: Int32 = 0
    do {
      var command = try parseAsRoot()
      isJSON = (command as? any EventPrinting)?.printsEvents ?? false
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      code = report(error, asEvent: isJSON)
    }
    // The model may still be computing when the person leaves, and libraries such as OpenBLAS that take their state down
    // in exit() would pull it from under it.
    fflush(nil)
    _exit(code)
  }

  /// Says what went wrong where it belongs, and returns the exit code.
  static func report(_ error: any Error, asEvent isJSON: Bool) -> Int32 {
    let code = exitCode(for: error)
    if code == .success {
      printLine(fullMessage(for: error))
      return 0
    }
    if let code = error as? ExitCode { return code.rawValue }
    let isUsage = code == .validationFailure
    let sentence = isUsage ? usageSentence(for: error) : oneLine(String(describing: error))
    if isJSON { printLine(JSONObject(["event": .string("error"), "message": .string(sentence)]).text) }
    printToStandardError("infir: \(sentence)")
    return isUsage ? 2 : 1
  }

  /// What is wrong with the arguments, and which help to read. The parser's own text has a page of usage in it.
  private static func usageSentence(for error: any Error) -> String {
    var sentence = oneLine(message(for: error))
    while sentence.hasSuffix(".") { sentence.removeLast() }
    var help = fullMessage(for: error).firstMatch(of: /See '(infir[^']*)'/).map { String($0.1) } ?? "infir --help"
    if help == "infir home --help" {
      // Nobody names the default command: what stands there was meant to be another one.
      help = "infir --help"
      if let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") {
        sentence = "there is no command \(name)"
      }
    }
    let isWord = sentence.dropFirst().first?.isLowercase ?? false
    return (isWord ? sentence.prefix(1).lowercased() + sentence.dropFirst() : sentence) + " (see: \(help))"
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }
}

/// A command that can print one JSON event a line instead of text.
protocol EventPrinting: SendableMetatype {
  /// Whether `--json` was given.
  var printsEvents: Bool { get }
}
