internal import Model
internal import Tokenizer

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
