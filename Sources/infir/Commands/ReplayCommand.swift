internal import Agent
internal import ArgumentParser
internal import Episodes
internal import Foundation

/// `infir replay`: a recorded episode beside what the model would have done.
struct ReplayCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Show a recorded episode step by step: screenshot, thought, proposed and recorded action.",
    discussion: """
      Agreement is marked by the rule of AndroidControl and AITW: equal action types; a tap inside the recorded target's \
      bounds where these are known, else within 0.14 of the screen; text equal without case; direction equal. Without a \
      terminal, or with --headless or --json, every step is printed.
      """)

  @Argument(help: ArgumentHelp("An episode's folder, or a folder of episodes.", valueName: "episode")) var path: String
  @OptionGroup var model: ModelArguments
  @OptionGroup var sampling: SamplingArguments
  @Option(name: .long, help: "Only this step, counted from 0.") var step: Int?
  @Flag(name: .long, help: "Print instead of opening the full screen.") var headless = false
  @Flag(name: .long, help: "Print one JSON event a line.") var json = false

  var printsEvents: Bool { json }

  func run() async throws {
    let settings = try Settings()
    let modelPath = model.resolvedModel(settings)
    let threads = model.resolvedThreads(settings)
    if headless || json || isatty(STDOUT_FILENO) == 0 || isatty(STDIN_FILENO) == 0 {
      guard let modelPath else { throw NoModelError() }
      try await printReplay(modelPath: modelPath, threads: threads)
    } else {
      try await InterfaceSession(modelPath: modelPath, threads: threads, options: options).run(opening: path, at: step)
    }
  }

  func validate() throws {
    if let step, step < 0 { throw ValidationError("--step is \(step); it must be 0 or more.") }
  }

  private var options: GenerationOptions { GenerationOptions(sampling: sampling.parameters) }

  private func printReplay(modelPath: String, threads: Int) async throws {
    let paths: [String]
    switch try EpisodeLocation(of: path) {
    case .episode(let path):
      paths = [path]
      // What can't be replayed is said before a model is loaded for it.
      let count = try Episode(contentsOf: path).steps.count
      if let step, !(0..<count).contains(step) { throw AgentError.noSuchStep(index: step, count: count) }
    case .dataSet(let path): paths = try DataSet(contentsOf: path).episodes
    }
    let engine = Engine(threads: threads)
    try await engine.load(path: modelPath, bar: ProgressLine(isJSON: json, name: "loading"))

    let printer = ReplayPrinter(isJSON: json)
    try await Interruption.watching(stop: { engine.cancel() }) {
      for path in paths { try await printReplay(of: path, with: engine, to: printer) }
    }
    printer.finish()
    if let problem = printer.problem {
      // The event was printed where it happened.
      printToStandardError("infir: \(problem)")
      throw ExitCode(1)
    }
  }

  private func printReplay(of path: String, with engine: Engine, to printer: ReplayPrinter) async throws {
    let episode: Episode
    do throws(EpisodeError) { episode = try Episode(contentsOf: path) } catch {
      // One bad episode doesn't hide the others of a data set.
      printer.skip(path, because: error.description)
      return
    }
    printer.begin(episode)
    let places = step.map { ($0..<($0 + 1)).clamped(to: episode.steps.indices) }
    for try await event in Replay(episode, options: options).events(at: places, engine: engine) {
      printer.show(event)
    }
  }
}
