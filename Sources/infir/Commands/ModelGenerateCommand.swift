internal import Agent
internal import ArgumentParser
internal import Foundation
internal import Imaging
internal import Model
internal import Tokenizer

/// `infir model generate`: an answer in free text.
struct ModelGenerateCommand: AsyncParsableCommand, EventPrinting {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Answer a prompt, or a conversation, in free text.")

  @OptionGroup var model: ModelArguments
  @Option(name: .long, help: ArgumentHelp("A screenshot or another picture.", valueName: "png")) var image: String?
  @Option(name: .long, help: ArgumentHelp("What to answer.", valueName: "text")) var prompt: String?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A conversation: a JSON list of {\"role\", \"content\"}; <image> stands for the picture.", valueName: "file"))
  var messages: String?
  @Option(name: .long, help: "The most tokens of the answer.") var maxTokens = 512
  @OptionGroup var sampling: SamplingArguments
  @Flag(name: .long, help: "Go on after the tokens that end an answer.") var ignoreEos = false
  @Flag(name: .long, help: "Print one JSON event a line; token events carry id and text.") var json = false

  var printsEvents: Bool { json }

  func validate() throws {
    guard (prompt == nil) != (messages == nil) else { throw ValidationError("Give either --prompt or --messages.") }
    guard maxTokens > 0 else { throw ValidationError("--max-tokens is \(maxTokens); it must be at least 1.") }
  }

  func run() async throws {
    let settings = try Settings()
    guard let path = model.resolvedModel(settings) else { throw NoModelError() }
    let conversation =
      try messages.map { try MessagesFile.read($0) } ?? [ChatMessage(role: "user", content: prompt ?? "")]
    let picture = try readPicture()
    let engine = Engine(threads: model.resolvedThreads(settings))
    try await engine.load(path: path, bar: ProgressLine(isJSON: json, name: "loading"))
    let options = GenerationOptions(
      sampling: sampling.parameters, maximumTokens: maxTokens, ignoresEndOfText: ignoreEos)
    let isJSON = json
    try await Interruption.watching(stop: { engine.cancel() }) {
      for try await event in engine.generate(conversation, image: picture, options: options) {
        if isJSON {
          printLine(event.jsonLine)
        } else if case .token(_, let text) = event {
          printPiece(text)
        }
      }
      if !isJSON { printLine() }
    }
  }

  private func readPicture() throws -> Image? {
    guard let image else { return nil }
    do throws(ImageError) {
      return try Image(contentsOf: image)
    } catch {
      throw NamedProblem(error.description, of: image)
    }
  }
}
