internal import ArgumentParser
internal import Checkpoints
internal import Foundation
internal import JSON
internal import Kernels

/// `infir model assemble`: an InfiR-VL directory from its parts, or of random weights.
struct ModelAssembleCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "assemble",
    abstract: "Make an InfiR-VL directory from a SigLIP and a Llama with a fresh projector, or of random weights.",
    discussion: """
      From parts:
        infir model assemble --vision siglip-so400m-patch14-384 \\
          --language InfiR-1B-Base --out infir-vl
      Of random weights:
        infir model assemble --preset tiny --random --out tiny
      """)

  @Option(name: .long, help: ArgumentHelp("A SigLIP directory.", valueName: "dir")) var vision: String?
  @Option(name: .long, help: ArgumentHelp("A Llama directory, or a .gguf file.", valueName: "path")) var language:
    String?
  @Option(
    name: .long, help: "How the projector begins: random, or identity.",
    transform: ModelAssembleCommand.choice(ProjectorInitialisation.self, "--init"))
  var `init` = ProjectorInitialisation.random
  @Option(
    name: .long, help: "The sizes of a model of random weights: infir-vl-1.6b or tiny.",
    transform: ModelAssembleCommand.choice(Preset.self, "--preset"))
  var preset: Preset?
  @Flag(name: .long, help: "Fill the preset with random weights.") var random = false
  @Option(name: .long, help: "The seed of random weights.") var seed: UInt64 = 0
  @Option(name: .long, help: "How weights are stored: bf16, f16 or f32.") var type: StoredType = .bf16
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A tokenizer.json or tokenizer.model for a preset (default: one token per byte).", valueName: "file"))
  var tokenizer: String?
  @Option(name: .long, help: ArgumentHelp("Where the model goes; must not exist, or be empty.", valueName: "dir"))
  var out: String
  @Flag(name: .long, help: "Print one JSON event a line.") var json = false

  var printsEvents: Bool { json }

  /// Reads one of an enum's names.
  private static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ type: Value.Type, _ option: String
  ) -> @Sendable (String) throws -> Value where Value.RawValue == String {
    let values = Array(type.allCases)
    return { name in
      if let value = values.first(where: { $0.rawValue == name }) { return value }
      let names = values.map(\.rawValue).joined(separator: " or ")
      throw ValidationError("\(option) is \(name); it must be \(names).")
    }
  }

  func validate() throws {
    if preset != nil {
      guard random else { throw ValidationError("--preset makes a model of random weights: say so with --random.") }
      guard vision == nil, language == nil else {
        throw ValidationError("Give either --preset, or --vision and --language.")
      }
    } else {
      guard vision != nil, language != nil else {
        throw ValidationError("Give --vision SIGLIP_DIR and --language LLAMA_DIR, or --preset NAME --random.")
      }
      guard !random else { throw ValidationError("--random goes with --preset.") }
      guard tokenizer == nil else { throw ValidationError("--tokenizer goes with --preset.") }
    }
  }

  func run() throws {
    let assembly = Assembly(output: out, type: type.elementType, seed: seed)
    let bar = ProgressLine(isJSON: json, name: "writing")
    if let preset {
      try assembly.writeRandom(preset, tokenizerPath: tokenizer) { bar.show($0) }
    } else if let vision, let language {
      try assembly.write(visionPath: vision, languagePath: language, projector: `init`) { bar.show($0) }
    }
    bar.finish()
    let inspection = CheckpointInspection(try Checkpoint(path: out))
    printLine(json ? inspection.event.text : inspection.text)
  }
}

/// The types in which weights can be stored here.
enum StoredType: String, ExpressibleByArgument, CaseIterable {
  case bf16, f16, f32

  var elementType: ElementType {
    switch self {
    case .bf16: .bf16
    case .f16: .f16
    case .f32: .f32
    }
  }
}
