/// What a GGUF file says of its tokenizer (`tokenizer.ggml.*`).
public struct GGUFVocabulary: Sendable {
  /// `tokenizer.ggml.model`: `gpt2` for byte-level BPE.
  public var model: String
  /// `tokenizer.ggml.pre`: which pre-tokenizer pattern, for example `llama-bpe` or `smollm`.
  public var preTokenizer: String
  /// `tokenizer.ggml.tokens`: the text of each id, in byte-level letters.
  public var tokens: [String]
  /// `tokenizer.ggml.token_type`: 1 normal, 3 control, 4 user defined, 6 byte.
  public var types: [Int32]
  /// `tokenizer.ggml.merges`: pairs separated by a space, best first.
  public var merges: [String]
  /// `tokenizer.ggml.bos_token_id`.
  public var beginOfText: Int32?
  /// `tokenizer.ggml.eos_token_id`, and `eot_token_id` where present.
  public var endOfText: [Int32]
  /// `tokenizer.ggml.add_bos_token`.
  public var addsBeginOfText: Bool

  /// Gathers the values.
  public init(
    model: String, preTokenizer: String, tokens: [String], types: [Int32], merges: [String], beginOfText: Int32?,
    endOfText: [Int32], addsBeginOfText: Bool
  ) {
    self.model = model
    self.preTokenizer = preTokenizer
    self.tokens = tokens
    self.types = types
    self.merges = merges
    self.beginOfText = beginOfText
    self.endOfText = endOfText
    self.addsBeginOfText = addsBeginOfText
  }
}
