internal import ArgumentParser

/// The program: one subcommand per file.
@main
struct Infir: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "infir",
    abstract: "A screen agent for Android in a terminal: it sees, reasons, acts and learns on your own CPU.")

  func run() async throws {
    print("infir")
  }
}
