import Agent
import Foundation
import Imaging
import Kernels
import Model
import TestSupport
import Testing
import Tokenizer
import Weights

/// From messages and a picture to ids, against transformers (`goldens/README.md` says how they were made).
@Suite(
  "Reference models through the engine",
  .enabled(if: Shared.has("goldens/llava-tied"), Comment(rawValue: Shared.missing)))
struct ReferenceModelTests {
  private struct Case: Decodable {
    let messages: [ChatMessage]
  }

  private func parts(_ name: String) throws -> ModelParts {
    let path = Shared.path("goldens/\(name)")
    func file(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }
    let configuration = try ModelConfiguration(json: file("config.json"), path: path + "/config.json")
    return ModelParts(
      path: path,
      model: try VisionLanguageModel(
        configuration: configuration, weights: try Safetensors(directory: path), threads: 1),
      tokenizer: try Tokenizer(directory: path), template: try #require(try ChatTemplate(directory: path)),
      imageProcessor: try ImageProcessor(configuration: file("preprocessor_config.json")))
  }

  @Test("greedy answers have transformers' ids", arguments: ["llava-tied", "llava-next-untied"])
  func greedy(name: String) async throws {
    let engine = Engine(threads: 1)
    await engine.use(try parts(name))
    let path = Shared.path("goldens/\(name)")
    let messages = try JSONDecoder().decode(
      Case.self, from: Data(contentsOf: URL(fileURLWithPath: path + "/case.json"))
    )
    .messages
    let tensor = try #require(try Safetensors(file: path + "/expected.safetensors").tensor(named: "greedy_ids"))
    let expected: [Int32] = tensor.storage.withBytes { bytes in
      (0..<tensor.count).map { bytes.unsafeLoadUnaligned(fromByteOffset: tensor.byteOffset + $0 * 4, as: Int32.self) }
    }
    let image = try Image(contentsOf: path + "/screenshot.png")
    let options = GenerationOptions(maximumTokens: expected.count, ignoresEndOfText: true)
    let events = try await engine.generate(messages, image: image, options: options).collected()
    #expect(events.tokens == expected)
    // Once more from the cache.
    #expect(try await engine.generate(messages, image: image, options: options).collected().tokens == expected)
  }

  @Test("a step is answered with an action", arguments: ["llava-tied", "llava-next-untied"])
  func step(name: String) async throws {
    let engine = Engine(threads: 1)
    await engine.use(try parts(name))
    let request = StepRequest(
      index: 0, goal: "Turn on Wi-Fi", screenshot: .file(Shared.path("goldens/\(name)/screenshot.png")))
    let events = try await engine.propose(request, options: TinyEngine.options).collected()
    #expect(events.contains { if case .action = $0 { true } else { false } })
  }
}
