/// A byte-level BPE tokenizer: text to ids and back.
public struct Tokenizer: Sendable {
  /// Reads `tokenizer.json` (and, where present, `tokenizer_config.json`), or `tokenizer.model` with tiktoken ranks,
  /// from a model directory.
  public init(directory path: String) throws(TokenizerError) {
    throw .unsupported(path: path, what: "a tokenizer")
  }

  /// Makes the tokenizer that a GGUF file's metadata describes.
  public init(_ vocabulary: GGUFVocabulary, path: String) throws(TokenizerError) {
    throw .unsupported(path: path, what: "a tokenizer")
  }

  /// One more than the largest id.
  public var vocabularySize: Int { 0 }
  /// The token that begins every text, for example `<|begin_of_text|>`.
  public var beginOfText: Int32? { nil }
  /// The tokens that end an answer, for example `<|eot_id|>`.
  public var endOfText: [Int32] { [] }

  /// The id of a token by its text, special or not, for example `<image>`.
  public func id(of token: String) -> Int32? { nil }

  /// The bytes that a token stands for; empty for special tokens and ids without a token.
  public func bytes(of id: Int32) -> [UInt8] { [] }

  /// Whether the id is a special token, such as `<|eot_id|>`.
  public func isSpecial(_ id: Int32) -> Bool { false }

  /// The ids of a text. Special tokens spelt out in `text` become their ids when `parsesSpecial` is true.
  ///
  /// - Parameter addsSpecial: whether the tokens that the post-processor adds (usually the beginning) are added.
  public func encode(_ text: String, addsSpecial: Bool = false, parsesSpecial: Bool = true) -> [Int32] { [] }

  /// The text of ids; bytes that are no UTF-8 become U+FFFD.
  public func decode(_ ids: [Int32], skipsSpecial: Bool = true) -> String { "" }
}
