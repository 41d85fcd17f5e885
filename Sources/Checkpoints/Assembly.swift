internal import Foundation
internal import Imaging
internal import JSON
public import Kernels
internal import Model
internal import Tokenizer
internal import Weights

/// How a fresh projector begins.
public enum ProjectorInitialisation: String, Sendable, CaseIterable {
  /// Small random weights, as transformers draws them.
  case random
  /// The identity as far as the widths allow: the first features pass through, so that training starts from the
  /// encoder's own geometry.
  case identity
}

/// Makes model directories, as a stream: memory stays at some megabytes, whatever the model's size.
public struct Assembly: Sendable {
  /// The token that stands for image features.
  static let imageToken = "<image>"

  private let output: String
  private let type: ElementType
  private let seed: UInt64

  /// Prepares an assembly.
  ///
  /// - Parameters:
  ///   - output: the directory to make; it must not exist, or be empty.
  ///   - type: F32, F16 or BF16, how weights are stored.
  ///   - seed: of random weights; the same seed gives the same files.
  public init(output: String, type: ElementType, seed: UInt64) {
    self.output = output
    self.type = type
    self.seed = seed
  }

  // MARK: - Random weights

  /// Writes a model of random weights.
  ///
  /// - Parameter tokenizerPath: a `tokenizer.json` or a `tokenizer.model` with tiktoken ranks; nil for one token a byte.
  public func writeRandom(
    _ preset: Preset, tokenizerPath: String?, progress: (Double) -> Void = { _ in }
  ) throws(CheckpointError) {
    var definition = try Assembly.tokenizer(path: tokenizerPath)
    let imageToken = try Assembly.addImageToken(to: &definition)
    let tokenizer = Tokenizer(definition)
    let configuration = preset.configuration(
      tokens: definition.vocabularySize, imageTokenID: imageToken, beginOfText: tokenizer.beginOfText,
      endOfText: tokenizer.endOfText)
    let template = try Assembly.template(for: tokenizer, own: nil)
    try writeWhole { () throws(CheckpointError) in
      try writeFiles(configuration, definition, template: template)
      try writeWeights(configuration, progress: progress) { _ in nil }
    }
  }

  private static func tokenizer(path: String?) throws(CheckpointError) -> TokenizerDefinition {
    do throws(TokenizerError) {
      guard let path else {
        return try .byteLevel(specialTokens: [
          "<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>", "<|pad|>",
        ])
      }
      return try TokenizerDefinition(file: path)
    } catch {
      throw .tokenizer(error)
    }
  }

  // MARK: - From parts

  /// Joins a SigLIP and a Llama with a fresh projector.
  ///
  /// - Parameters:
  ///   - visionPath: a directory with a `SiglipModel` or a `SiglipVisionModel`.
  ///   - languagePath: a directory with a `LlamaForCausalLM`, or a GGUF file of architecture llama.
  public func write(
    visionPath: String, languagePath: String, projector: ProjectorInitialisation, progress: (Double) -> Void = { _ in }
  ) throws(CheckpointError) {
    let vision = try VisionSource(directory: visionPath)
    let language = try Checkpoint(path: languagePath)
    guard language.configuration.multimodal == nil else {
      throw .notAModel(path: languagePath, reason: "it has a vision tower already; give a Llama without one")
    }
    var definition = try Assembly.definition(of: language)
    let imageToken = try Assembly.addImageToken(to: &definition)
    var text = language.configuration.text
    text.vocabularySize = max(text.vocabularySize, definition.vocabularySize)
    let configuration = ModelConfiguration(
      text: text,
      multimodal: MultimodalConfiguration(
        vision: vision.configuration, imageTokenID: imageToken,
        gridPinpoints: Preset.tilings(of: vision.configuration.imageSize)))
    let template = try Assembly.template(for: language.tokenizer, own: language.template)
    let names = Dictionary(
      language.weights.tensorNames.map { ("language_model." + WeightNames.canonical($0, isMultimodal: false), $0) },
      uniquingKeysWith: { first, _ in first })
    try writeWhole { () throws(CheckpointError) in
      try writeFiles(configuration, definition, template: template)
      try writeWeights(configuration, progress: progress) { parameter in
        switch parameter.part {
        case .vision: vision.tensor(for: parameter.name).map(Values.tensor)
        case .language: names[parameter.name].flatMap { language.weights.tensor(named: $0) }.map(Values.tensor)
        case .projector: projector == .identity && parameter.shape.count == 2 ? .identity : nil
        }
      }
    }
  }

  private static func definition(of language: Checkpoint) throws(CheckpointError) -> TokenizerDefinition {
    do throws(TokenizerError) {
      return language.path.hasSuffix(".gguf")
        ? try TokenizerDefinition(gguf: language.path) : try TokenizerDefinition(directory: language.path)
    } catch {
      throw .tokenizer(error)
    }
  }

  /// Takes a reserved token for `<image>` where there is one, so that the embedding keeps its size.
  static func addImageToken(to definition: inout TokenizerDefinition) throws(CheckpointError) -> Int32 {
    if let id = definition.id(of: imageToken) { return id }
    do throws(TokenizerError) {
      for number in 0..<256 where definition.id(of: "<|reserved_special_token_\(number)|>") != nil {
        return try definition.renameSpecialToken("<|reserved_special_token_\(number)|>", to: imageToken)
      }
      return try definition.addSpecialToken(imageToken)
    } catch {
      throw .tokenizer(error)
    }
  }

  private static func template(for tokenizer: Tokenizer, own: ChatTemplate?) throws(CheckpointError) -> ChatTemplate {
    if let own { return own }
    do throws(TokenizerError) { return try Checkpoint.usualTemplate(for: tokenizer) } catch { throw .tokenizer(error) }
  }

  // MARK: - Files

  /// Where files are written before all of them are there.
  private var partial: String { output + ".partial" }

  /// Lets the directory appear under its name only when it is whole.
  private func writeWhole(_ write: () throws(CheckpointError) -> Void) throws(CheckpointError) {
    let present = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    guard present.isEmpty else {
      throw .unwritable(path: output, reason: "there is something already; give a new folder, or empty this one")
    }
    // Left by a run that was killed.
    try? FileManager.default.removeItem(atPath: partial)
    let parent = URL(fileURLWithPath: partial).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    // mkdir(2) says why not; Foundation says that something could not be completed.
    guard mkdir(partial, 0o777) == 0 else {
      throw .unwritable(path: output, reason: String(cString: strerror(errno)))
    }
    do throws(CheckpointError) { try write() } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
    // rename(2) takes the place of an empty folder, which FileManager refuses.
    guard rename(partial, output) == 0 else {
      throw .unwritable(path: output, reason: String(cString: strerror(errno)))
    }
  }

  private func writeFiles(
    _ configuration: ModelConfiguration, _ tokenizer: TokenizerDefinition, template: ChatTemplate
  ) throws(CheckpointError) {
    try write(Array(configuration.json(weightType: type).utf8), "config.json")
    // Names all tokens that end an answer; tokenizer_config.json has room for one.
    var generation = JSONObject()
    generation["bos_token_id"] = configuration.text.beginOfTextID.map { .integer(Int($0)) }
    generation["eos_token_id"] = .array(configuration.text.endOfTextIDs.map { .integer(Int($0)) })
    try write(Array((generation.text(.spaced) + "\n").utf8), "generation_config.json")
    try write(tokenizer.tokenizerJSON(), "tokenizer.json")
    try write(tokenizer.tokenizerConfigJSON(chatTemplate: template.source), "tokenizer_config.json")
    guard let multimodal = configuration.multimodal else { return }
    let processor = ImageProcessorConfiguration.tiled(side: multimodal.vision.imageSize)
    let json: [UInt8]
    do throws(ImageError) { json = try processor.json() } catch { throw .image(error) }
    try write(json, "preprocessor_config.json")
  }

  private func write(_ bytes: [UInt8], _ name: String) throws(CheckpointError) {
    do { try Foundation.Data(bytes).write(to: URL(fileURLWithPath: partial + "/" + name), options: .atomic) } catch {
      throw .unwritable(path: output + "/" + name, reason: error.localizedDescription)
    }
  }

  // MARK: - Weights

  /// What a parameter is filled with.
  private enum Values {
    case tensor(Tensor)
    case identity
  }

  /// Writes all parameters: those that `values` has, and the others as transformers draws fresh ones.
  private func writeWeights(
    _ configuration: ModelConfiguration, progress: (Double) -> Void, values: (Parameter) -> Values?
  ) throws(CheckpointError) {
    let parameters = configuration.parameters
    let total = Double(parameters.reduce(0) { $0 + $1.count })
    var done = 0
    do throws(WeightsError) {
      var writer = try SafetensorsWriter(
        path: partial + "/model.safetensors",
        declarations: parameters.map { .init(name: $0.name, type: type, shape: $0.shape) }, metadata: ["format": "pt"])
      for parameter in parameters {
        switch values(parameter) {
        case .tensor(let tensor): try append(tensor, for: parameter, to: &writer)
        case .identity: try writer.append(Assembly.identity(parameter.shape))
        case nil: try writer.fill(parameter.initialisation, seed: seed)
        }
        done += parameter.count
        progress(Double(done) / total)
      }
      try writer.finish()
    } catch {
      throw .weights(error)
    }
  }

  private func append(
    _ tensor: Tensor, for parameter: Parameter, to writer: inout SafetensorsWriter
  ) throws(WeightsError) {
    // An embedding that has to grow for <image> gets fresh rows at its end.
    if tensor.shape != parameter.shape, tensor.shape.count == 2,
      tensor.shape.dropFirst() == parameter.shape.dropFirst(),
      let rows = tensor.shape.first, let wanted = parameter.shape.first, rows < wanted
    {
      try writer.append(leading: tensor)
      try writer.fill(parameter.initialisation, seed: seed)
    } else {
      try writer.append(tensor)
    }
  }

  private static func identity(_ shape: [Int]) -> Tensor {
    var values = Array(repeating: Float(0), count: shape[0] * shape[1])
    for index in 0..<min(shape[0], shape[1]) { values[index * shape[1] + index] = 1 }
    return Tensor(values, shape: shape)
  }
}
