internal import ArgumentParser
internal import Foundation

/// Which model, and how many threads: shared by the commands that compute.
struct ModelArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A model directory or a .gguf file (default: INFIR_MODEL, then the settings).", valueName: "path"))
  var model: String?

  @Option(name: .long, help: "How many threads compute (default: one per core).")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads is \(threads); it must be at least 1.") }
  }

  /// The threads to use.
  func resolvedThreads(_ settings: Settings) -> Int {
    threads ?? settings.threads ?? ProcessInfo.processInfo.activeProcessorCount
  }

  /// The model's path, or nil where none is named anywhere.
  func resolvedModel(_ settings: Settings) -> String? { model ?? settings.model }
}

/// A named model is needed and there is none.
struct NoModelError: Error, CustomStringConvertible {
  var description: String {
    "no model is named; give --model PATH, or make a small one with: infir model assemble --preset tiny --random --out DIR"
  }
}
