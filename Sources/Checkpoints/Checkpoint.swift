internal import Foundation
public import Imaging
public import Model
public import Tokenizer
public import Weights

/// A model on disk with all that belongs to it: a Hugging Face directory or a GGUF file.
public struct Checkpoint: Sendable {
  /// Where it is.
  public let path: String
  /// The sizes.
  public let configuration: ModelConfiguration
  /// The weights, memory-mapped, under Hugging Face's names.
  public let weights: any WeightSource
  /// Text to ids and back.
  public let tokenizer: Tokenizer
  /// How a conversation becomes a prompt.
  public let template: ChatTemplate
  /// How a picture becomes pixel values; nil for text-only models.
  public let imageProcessor: ImageProcessor?

  /// Opens a directory or a file; weights are mapped, not read.
  ///
  /// - Throws: `CheckpointError`, also where parts that are each in order don't belong together.
  public init(path: String) throws(CheckpointError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing(path: path) }
    if isDirectory.boolValue {
      try self.init(directory: path)
    } else if path.hasSuffix(".gguf") {
      try self.init(gguf: path)
    } else {
      throw .notAModel(path: path, reason: "it is neither a directory with a config.json nor a .gguf file")
    }
    try checkThatPartsFit()
  }

  private init(directory path: String) throws(CheckpointError) {
    let configuration = try Checkpoint.configuration(directory: path)
    self.path = path
    self.configuration = configuration
    do throws(WeightsError) { weights = try Safetensors(directory: path) } catch { throw .weights(error) }
    do throws(TokenizerError) {
      tokenizer = try Tokenizer(directory: path)
      if let own = try ChatTemplate(directory: path) {
        template = own
      } else {
        template = try Checkpoint.usualTemplate(for: tokenizer)
      }
    } catch {
      throw .tokenizer(error)
    }
    guard configuration.multimodal != nil else {
      imageProcessor = nil
      return
    }
    let file = path + "/preprocessor_config.json"
    guard let json = FileManager.default.contents(atPath: file) else {
      throw .notAModel(path: path, reason: "preprocessor_config.json, which says how pictures are prepared, is missing")
    }
    do throws(ImageError) { imageProcessor = try ImageProcessor(configuration: Array(json)) } catch {
      throw .image(error)
    }
  }

  private init(gguf path: String) throws(CheckpointError) {
    self.path = path
    imageProcessor = nil
    let file: GGUF
    do throws(WeightsError) {
      file = try GGUF(file: path)
      weights = try GGUFLlamaWeights(file)
    } catch {
      throw .weights(error)
    }
    do throws(ModelError) { configuration = try ModelConfiguration(gguf: file) } catch { throw .model(error) }
    do throws(TokenizerError) {
      tokenizer = Tokenizer(try TokenizerDefinition(gguf: file))
      if let source = file.string("tokenizer.chat_template") {
        template = try ChatTemplate(source: source, variables: tokenizer.namedTokens)
      } else {
        template = try Checkpoint.usualTemplate(for: tokenizer)
      }
    } catch {
      throw .tokenizer(error)
    }
  }

  /// Reads all weights once, so that the first pass doesn't wait for the disk: see `WeightSource.preload`.
  public func preload(isCancelled: () -> Bool = { false }, progress: (_ bytesDone: Int, _ bytes: Int) -> Void) {
    weights.preload(isCancelled: isCancelled, progress: progress)
  }

  // MARK: - Parts

  /// Whether there is something at the path that could be a model: a directory with a `config.json`, or a GGUF file.
  public static func looksLikeModel(_ path: String) -> Bool {
    path.hasSuffix(".gguf")
      ? FileManager.default.fileExists(atPath: path) : FileManager.default.fileExists(atPath: path + "/config.json")
  }

  /// Reads the sizes alone: nothing else of the model is opened.
  public static func configuration(path: String) throws(CheckpointError) -> ModelConfiguration {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    guard path.hasSuffix(".gguf") else { return try configuration(directory: path) }
    let file: GGUF
    do throws(WeightsError) { file = try GGUF(file: path) } catch { throw .weights(error) }
    do throws(ModelError) { return try ModelConfiguration(gguf: file) } catch { throw .model(error) }
  }

  /// Reads `config.json` of a model directory.
  private static func configuration(directory path: String) throws(CheckpointError) -> ModelConfiguration {
    let file = path + "/config.json"
    guard let json = FileManager.default.contents(atPath: file) else {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      if let gguf = files.sorted().first(where: { $0.hasSuffix(".gguf") }) {
        throw .notAModel(path: path, reason: "it has no config.json; to use the GGUF file in it give \(path)/\(gguf)")
      }
      throw .notAModel(path: path, reason: "it has no config.json")
    }
    do throws(ModelError) { return try ModelConfiguration(json: Array(json), path: file) } catch { throw .model(error) }
  }

  /// The template of the family that the special tokens belong to, for base models that carry none.
  static func usualTemplate(for tokenizer: Tokenizer) throws(TokenizerError) -> ChatTemplate {
    if let template = try ChatTemplate.wellKnown(for: tokenizer) { return template }
    // A base model without chat tokens continues the text that it is given.
    return try ChatTemplate(
      source: "{% for message in messages %}{{ message['content'] }}\n{% endfor %}", variables: tokenizer.namedTokens)
  }

  /// Opens the tokenizer alone, for whoever needs no weights: a model, or a `tokenizer.json` or `tokenizer.model`.
  public static func tokenizer(path: String) throws(CheckpointError) -> Tokenizer {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .missing(path: path) }
    do throws(TokenizerError) {
      if isDirectory.boolValue { return try Tokenizer(directory: path) }
      return Tokenizer(
        path.hasSuffix(".gguf") ? try TokenizerDefinition(gguf: path) : try TokenizerDefinition(file: path))
    } catch {
      throw .tokenizer(error)
    }
  }

  private func checkThatPartsFit() throws(CheckpointError) {
    let size = configuration.text.vocabularySize
    guard tokenizer.vocabularySize <= size else {
      throw .notAModel(
        path: path,
        reason:
          "its tokenizer has \(tokenizer.vocabularySize) tokens and its embedding \(size); the files don't belong together"
      )
    }
    guard let multimodal = configuration.multimodal else { return }
    guard (0..<size).contains(Int(multimodal.imageTokenID)) else {
      throw .notAModel(
        path: path, reason: "its image token \(multimodal.imageTokenID) is outside the vocabulary of \(size)")
    }
    let pinpoints = (imageProcessor?.gridPinpoints ?? []).map { GridPinpoint(height: $0.height, width: $0.width) }
    guard pinpoints == multimodal.gridPinpoints ?? [] else {
      throw .notAModel(path: path, reason: "config.json and preprocessor_config.json disagree on image_grid_pinpoints")
    }
  }
}
