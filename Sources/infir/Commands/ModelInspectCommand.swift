internal import ArgumentParser
internal import Checkpoints
internal import JSON

/// `infir model inspect`: what a model is made of.
struct ModelInspectCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print a model's architecture, parameters, types, size, template and image tokens.")

  @Argument(help: "A model directory or a .gguf file.") var path: String
  @Flag(name: .long, help: "Print one JSON object.") var json = false

  var printsEvents: Bool { json }

  func run() throws {
    let inspection = CheckpointInspection(try Checkpoint(path: path))
    printLine(json ? inspection.event.text : inspection.text)
  }
}
