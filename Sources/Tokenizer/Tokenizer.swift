internal import Foundation

/// A byte-level BPE tokenizer: text to ids and back.
public struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary

  /// Reads `tokenizer.json` (and, where present, `tokenizer_config.json`), or `tokenizer.model` with tiktoken ranks,
  /// from a model directory.
  public init(directory path: String) throws(TokenizerError) {
    self.init(try TokenizerDefinition(directory: path))
  }

  /// Makes the tokenizer that a GGUF file's metadata describes.
  public init(_ vocabulary: GGUFVocabulary, path: String) throws(TokenizerError) {
    self.init(try TokenizerDefinition(vocabulary, path: path))
  }

  /// Makes the tokenizer that a definition describes.
  public init(_ definition: TokenizerDefinition) { vocabulary = Vocabulary(definition) }

  /// The least that can tokenize any text: see `TokenizerDefinition.byteLevel(specialTokens:vocabularySize:)`.
  public static func byteLevel(
    specialTokens: [String], vocabularySize: Int? = nil
  ) throws(TokenizerError) -> Tokenizer {
    Tokenizer(try TokenizerDefinition.byteLevel(specialTokens: specialTokens, vocabularySize: vocabularySize))
  }

  /// One more than the largest id.
  public var vocabularySize: Int { vocabulary.size }
  /// How many special tokens there are.
  public var specialTokenCount: Int { vocabulary.specials.count }
  /// The texts of the special tokens by id.
  public var specialTokens: [Int32: String] { vocabulary.specials }
  /// The token that begins every text, for example `<|begin_of_text|>`.
  public var beginOfText: Int32? { vocabulary.beginOfText }
  /// The tokens that end an answer, for example `<|eot_id|>`.
  public var endOfText: [Int32] { vocabulary.endOfText }
  /// The texts of the tokens that the configuration names, for example `bos_token`: what a chat template may use.
  public var namedTokens: [String: String] { vocabulary.names }

  /// The id of a token by its text, special or not, for example `<image>`.
  ///
  /// Tokens of BPE are spelt in byte-level letters, as `tokenizer.json` has them: `Ġthe` for a space and “the”.
  public func id(of token: String) -> Int32? {
    if let id = vocabulary.textIDs[Array(token.utf8)] { return id }
    var bytes: [UInt8] = []
    guard ByteLetters.append(bytesOf: token, to: &bytes) else { return nil }
    return vocabulary.encoder.tokens.id(of: bytes)
  }

  /// The text of a token, special or not, spelt as `id(of:)` takes it; nil for ids without a token.
  public func text(of id: Int32) -> String? {
    if let text = vocabulary.texts[id] { return text }
    let bytes = vocabulary.encoder.tokens[id]
    return bytes.isEmpty ? nil : ByteLetters.letters(of: bytes)
  }

  /// The bytes that a token stands for; empty for special tokens and ids without a token.
  public func bytes(of id: Int32) -> [UInt8] { isSpecial(id) ? [] : Array(vocabulary.encoder.tokens[id]) }

  /// Whether the id is a special token, such as `<|eot_id|>`.
  public func isSpecial(_ id: Int32) -> Bool { vocabulary.specials[id] != nil }

  /// The ids of a text. Special tokens spelt out in `text` become their ids when `parsesSpecial` is true.
  ///
  /// - Parameter addsSpecial: whether the tokens that the post-processor adds (usually the beginning) are added.
  public func encode(_ text: String, addsSpecial: Bool = false, parsesSpecial: Bool = true) -> [Int32] {
    guard addsSpecial else { return vocabulary.encode(text, parsesSpecial: parsesSpecial) }
    var ids: [Int32] = []
    for part in vocabulary.parts {
      switch part {
      case .ids(let added): ids += added
      case .text: ids += vocabulary.encode(text, parsesSpecial: parsesSpecial)
      }
    }
    return ids
  }

  /// The text of ids; bytes that are no UTF-8 become U+FFFD.
  public func decode(_ ids: [Int32], skipsSpecial: Bool = true) -> String {
    var bytes: [UInt8] = []
    for id in ids { append(bytesOf: id, skipsSpecial: skipsSpecial, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  func append(bytesOf id: Int32, skipsSpecial: Bool, to bytes: inout [UInt8]) {
    if skipsSpecial, isSpecial(id) { return }
    bytes.append(contentsOf: vocabulary.encoder.tokens[id])
  }
}

/// The tables behind a tokenizer, built once and shared by its copies.
private final class Vocabulary: Sendable {
  let size: Int
  let encoder: BytePairEncoder
  let specials: [Int32: String]
  /// Texts of added tokens, and of the few others that are no byte-level letters.
  let texts: [Int32: String]
  let textIDs: [[UInt8]: Int32]
  let beginOfText: Int32?
  let endOfText: [Int32]
  let names: [String: String]
  let parts: [TokenizerDefinition.Part]
  private let normalizesToNFC: Bool
  private let preTokenizer: PreTokenizer
  private let rawMatcher: AddedTokenMatcher
  private let normalizedMatcher: AddedTokenMatcher

  init(_ definition: TokenizerDefinition) {
    size = definition.vocabularySize
    beginOfText = definition.beginOfText
    endOfText = definition.endOfText
    names = definition.names
    parts = definition.parts
    normalizesToNFC = definition.normalizesToNFC
    preTokenizer = definition.preTokenizer
    rawMatcher = AddedTokenMatcher(definition.added.filter { !$0.isNormalized })
    normalizedMatcher = AddedTokenMatcher(definition.added.filter(\.isNormalized))

    var texts: [Int32: String] = [:]
    var specials: [Int32: String] = [:]
    for token in definition.added {
      texts[token.id] = token.text
      if token.isSpecial { specials[token.id] = token.text }
    }
    var tokens = ByteTable(capacity: size)
    var byteTokens = [Int32](repeating: -1, count: 256)
    for index in 0..<size {
      let id = Int32(truncatingIfNeeded: index)
      let text = index < definition.tokens.count ? definition.tokens[index] : nil
      var bytes: [UInt8] = []
      let isLetters = text.map { ByteLetters.append(bytesOf: $0, to: &bytes) } ?? false
      if isLetters {
        if bytes.count == 1 { byteTokens[Int(bytes[0])] = id }
      } else if let other = text ?? texts[id] {
        bytes = Array(other.utf8)
        texts[id] = other
      }
      tokens.append(bytes, isFindable: isLetters)
    }
    self.texts = texts
    self.specials = specials
    textIDs = [[UInt8]: Int32](texts.map { (Array($0.value.utf8), $0.key) }) { first, _ in first }
    let ranks: BytePairEncoder.Ranks =
      switch definition.merging {
      case .list(let merges): .merges(PairTable(merges))
      case .ids: .ids
      }
    encoder = BytePairEncoder(
      ranks: ranks, tokens: tokens, takesWholeWords: definition.takesWholeWords, byteTokens: byteTokens,
      unknown: definition.unknown)
  }

  func encode(_ text: String, parsesSpecial: Bool) -> [Int32] {
    var ids: [Int32] = []
    let whole = UTF8Text(bytes: Array(text.utf8))
    for piece in rawMatcher.pieces(of: whole, in: 0..<whole.count, parsesSpecial: parsesSpecial) {
      switch piece {
      case .token(let id): ids.append(id)
      case .text(let range):
        let part = normalized(UTF8Text(bytes: Array(whole.bytes[range])))
        for piece in normalizedMatcher.pieces(of: part, in: 0..<part.count, parsesSpecial: parsesSpecial) {
          switch piece {
          case .token(let id): ids.append(id)
          case .text(let range):
            var words = UTF8Text(bytes: Array(part.bytes[range]))
            for word in preTokenizer.words(of: &words) { encoder.encode(words.bytes, word, into: &ids) }
          }
        }
      }
    }
    return ids
  }

  private func normalized(_ text: UTF8Text) -> UTF8Text {
    guard normalizesToNFC, text.bytes.contains(where: { $0 >= 0x80 }) else { return text }
    let composed = String(decoding: text.bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
    return UTF8Text(bytes: Array(composed.utf8))
  }
}
