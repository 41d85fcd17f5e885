public import Imaging
public import Model
public import Tokenizer

/// What a loaded model is made of; the engine holds one.
public struct ModelParts: Sendable {
  /// Where it came from, for messages.
  public var path: String
  /// The model.
  public var model: VisionLanguageModel
  /// Text to ids and back.
  public var tokenizer: Tokenizer
  /// How a conversation becomes a prompt.
  public var template: ChatTemplate
  /// How a picture becomes pixel values; nil for text-only models.
  public var imageProcessor: ImageProcessor?

  /// Gathers the parts.
  public init(
    path: String, model: VisionLanguageModel, tokenizer: Tokenizer, template: ChatTemplate,
    imageProcessor: ImageProcessor?
  ) {
    self.path = path
    self.model = model
    self.tokenizer = tokenizer
    self.template = template
    self.imageProcessor = imageProcessor
  }

  /// Whether it takes pictures.
  public var seesPictures: Bool { model.configuration.multimodal != nil && imageProcessor != nil }

  /// The tokens that end an answer: those of the configuration and those of the tokenizer.
  public var endOfText: [Int32] {
    Set(model.configuration.text.endOfTextIDs).union(tokenizer.endOfText).sorted()
  }
}
