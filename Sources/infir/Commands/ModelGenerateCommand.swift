internal import Agent
internal import ArgumentParser
internal import Episodes
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
    let conversation = try prompt.map { [ChatMessage(role: "user", content: $0)] } ?? readMessages()
    let picture = try image.map { try Image(contentsOf: $0) }
    let engine = Engine(threads: model.resolvedThreads(settings))
    let bar = ProgressLine(isJSON: json, name: "loading")
    try await engine.load(path: path) { bar.show($0) }
    bar.finish()
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

  private func readMessages() throws -> [ChatMessage] {
    let path = messages ?? ""
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw MessagesError(path: path, reason: "there is no such file")
    }
    do { return try JSONDecoder().decode([ChatMessage].self, from: bytes) } catch {
      throw MessagesError(path: path, reason: "it is no JSON list of objects with role and content")
    }
  }

  private struct MessagesError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path) can't be used as messages: \(reason)" }
  }
}
