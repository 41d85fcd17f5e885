internal import ArgumentParser
internal import Checkpoints
internal import Foundation
internal import JSON

/// `infir model verify`: how far a model's numbers are from a reference's.
struct ModelVerifyCommand: ParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compare what a model computes with a reference's tensors.",
    discussion: """
      The reference is a safetensors file with any of pixel_values (of screenshot.png beside it), vision_hidden, \
      image_features, input_ids with logits_last, logits_all_tail and greedy_ids, and text_ids with text_logits. \
      Relative differences are to the reference's largest value.
      """)

  @Argument(help: "A model directory or a .gguf file.") var path: String
  @Option(
    name: .long,
    help: ArgumentHelp("The reference (default: expected.safetensors in the directory).", valueName: "file"))
  var expected: String?
  @Option(name: .long, help: "Fail when an absolute difference is larger than this.") var tolerance: Double?
  @Option(name: .long, help: "How many threads compute (default: one per core).") var threads: Int?
  @Flag(name: .long, help: "Print one JSON object per tensor.") var json = false

  var printsEvents: Bool { json }

  func validate() throws {
    if let tolerance, !(tolerance >= 0) {
      throw ValidationError("--tolerance is \(tolerance); it must be 0 or more.")
    }
    if let threads, threads < 1 { throw ValidationError("--threads is \(threads); it must be at least 1.") }
  }

  func run() throws {
    let threads = try threads ?? Settings().threads ?? ProcessInfo.processInfo.activeProcessorCount
    let verification: Verification
    do throws(CheckpointError) {
      verification = try Verification(Checkpoint(path: path), expectedPath: expected, threads: threads)
    } catch {
      throw NamedProblem(error.description, of: path)
    }
    if !json { printLine("tensor            values   absolute   relative   cosine") }
    for row in verification.comparisons { printLine(json ? event(row) : line(row)) }
    if let greedy = verification.greedy {
      printLine(
        json
          ? JSONObject([
            "event": .string("greedy"), "equal": .integer(greedy.equal), "of": .integer(greedy.of),
          ]).text : "greedy ids        \(greedy.equal) of \(greedy.of) equal")
    }
    let tooFar = verification.comparisons.filter { $0.largestAbsolute > tolerance ?? .infinity }
    let differs = tolerance != nil && (verification.greedy.map { $0.equal < $0.of } ?? false)
    if !tooFar.isEmpty || differs { throw ExitCode(1) }
  }

  private func line(_ row: Verification.Comparison) -> String {
    let name = row.name + String(repeating: " ", count: max(1, 16 - row.name.count))
    return name
      + String(format: "%8d   %.2e   %.2e   %.6f", row.values, row.largestAbsolute, row.largestRelative, row.cosine)
  }

  private func event(_ row: Verification.Comparison) -> String {
    JSONObject([
      "event": .string("comparison"), "tensor": .string(row.name), "values": .integer(row.values),
      "absolute": .real(row.largestAbsolute), "relative": .real(row.largestRelative), "cosine": .real(row.cosine),
    ]).text
  }
}
