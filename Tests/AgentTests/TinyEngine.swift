import Agent
import Imaging
import Kernels
import Model
import TestSupport
import Tokenizer
import Weights

/// An engine with a model of a few thousand random weights.
enum TinyEngine {
  /// Llama 3's form, over bytes as tokens.
  static let template = """
    {{ bos_token }}{% for m in messages %}<|start_header_id|>{{ m['role'] }}<|end_header_id|>

    {{ m['content'] | trim }}<|eot_id|>{% endfor %}{% if add_generation_prompt %}<|start_header_id|>assistant\
    <|end_header_id|>

    {% endif %}
    """

  static func parts(seesPictures: Bool = true) throws -> ModelParts {
    let tokenizer = try Tokenizer.byteLevel(specialTokens: [
      "<|begin_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>", "<image>",
    ])
    let configuration = ModelConfiguration(
      text: TextConfiguration(
        vocabularySize: tokenizer.vocabularySize, hiddenSize: 32, intermediateSize: 48, layers: 2, attentionHeads: 4,
        keyValueHeads: 2, maximumPositions: 100_000, tiesWordEmbeddings: true,
        endOfTextIDs: [tokenizer.id(of: "<|eot_id|>")].compactMap(\.self)),
      multimodal: seesPictures
        ? MultimodalConfiguration(
          vision: VisionConfiguration(
            hiddenSize: 16, intermediateSize: 24, layers: 2, attentionHeads: 2, imageSize: 8, patchSize: 4),
          imageTokenID: tokenizer.id(of: "<image>") ?? 0)
        : nil)
    var generator = SeededGenerator(seed: 1)
    var weights: [String: Tensor] = [:]
    for parameter in configuration.parameters {
      let values = (0..<parameter.count).map { _ in Float.random(in: -0.6...0.6, using: &generator) }
      weights[parameter.name] = Tensor(values, shape: parameter.shape)
    }
    let processor = """
      {"image_processor_type": "SiglipImageProcessor", "size": {"height": 8, "width": 8}, "resample": 3,
       "do_resize": true, "do_rescale": true, "rescale_factor": 0.00392156862745098, "do_normalize": true,
       "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
      """
    return ModelParts(
      path: "tiny", model: try VisionLanguageModel(configuration: configuration, weights: weights, threads: 1),
      tokenizer: tokenizer,
      template: try ChatTemplate(source: template, variables: ["bos_token": "<|begin_of_text|>"]),
      imageProcessor: seesPictures ? try ImageProcessor(configuration: Array(processor.utf8)) : nil)
  }

  static func make(seesPictures: Bool = true) async throws -> Engine {
    let engine = Engine(threads: 1)
    await engine.use(try parts(seesPictures: seesPictures))
    return engine
  }

  /// A picture of 20×40 pixels in one colour.
  static func screenshot(_ value: UInt8) -> Image {
    Image(width: 20, height: 40, pixels: (0..<20 * 40 * 3).map { UInt8(truncatingIfNeeded: $0 % 5) &* value })
  }

  /// Short texts, so that tests are quick.
  static let options = GenerationOptions(
    sampling: SamplingParameters(temperature: 1, seed: 3), maximumTokens: 40,
    limits: ActionGrammar.Limits(thoughtBytes: 20, thoughtTokens: 20, textBytes: 12, appNameBytes: 8))
}

extension AsyncThrowingStream where Element == StepEvent, Failure == any Error {
  /// All events.
  func collected() async throws -> [StepEvent] {
    var events: [StepEvent] = []
    for try await event in self { events.append(event) }
    return events
  }
}

extension [StepEvent] {
  var tokens: [Int32] { compactMap { if case .token(let id, _) = $0 { id } else { nil } } }
  var streamedText: String { map { if case .token(_, let text) = $0 { text } else { "" } }.joined() }
  var timings: [StepTimings] { compactMap { if case .finished(let timings) = $0 { timings } else { nil } } }
  var encodes: Bool { contains { if case .encoding = $0 { true } else { false } } }
}
