internal import Checkpoints
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

/// A model with its context. Lives in the engine's actor.
final class LoadedModel {
  let parts: ModelParts
  let encoder: PromptEncoder
  var context: CachedContext

  private var trie: TokenTrie?
  private var grammars: [(limits: ActionGrammar.Limits, grammar: ActionGrammar)] = []

  init(_ parts: ModelParts, contextCapacity: Int) {
    self.parts = parts
    let text = parts.model.configuration.text
    encoder = PromptEncoder(
      tokenizer: parts.tokenizer, template: parts.template,
      imageTokenID: parts.model.configuration.multimodal?.imageTokenID)
    context = CachedContext(text, capacity: max(1, min(text.maximumPositions, contextCapacity)))
  }

  /// The grammar for the vocabulary, made when it is first needed.
  func grammar(_ limits: ActionGrammar.Limits) throws(ModelError) -> ActionGrammar {
    if let known = grammars.first(where: { $0.limits == limits }) { return known.grammar }
    let tokenizer = parts.tokenizer
    let trie =
      self.trie
      ?? TokenTrie(tokenCount: min(tokenizer.vocabularySize, parts.model.configuration.text.vocabularySize)) {
        tokenizer.bytes(of: $0)
      }
    self.trie = trie
    let grammar = try ActionGrammar(trie: trie, endOfText: parts.endOfText, limits: limits)
    grammars.append((limits, grammar))
    return grammar
  }
}
