internal import ArgumentParser

/// `infir bench`: how fast things are on this machine.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast things are on this machine.",
    discussion: """
      Measure a release build, on a machine that does nothing else. Each figure is the median of several runs, with the \
      least and the greatest.
      """,
    subcommands: [BenchPhoneCommand.self])
}
