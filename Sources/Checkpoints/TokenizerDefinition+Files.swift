internal import Foundation
internal import Tokenizer
internal import Weights

extension TokenizerDefinition {
  /// Reads a `tokenizer.json`, or another file as tiktoken ranks.
  init(file path: String) throws(TokenizerError) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "there is no such file, or it may not be read")
    }
    if path.hasSuffix(".json") {
      try self.init(tokenizerJSON: Array(bytes), path: path)
    } else {
      try self.init(tiktoken: Array(bytes), path: path)
    }
  }

  /// What an open GGUF file says of its tokenizer (`tokenizer.ggml.*`).
  init(gguf file: GGUF) throws(TokenizerError) {
    guard let tokens = file.strings("tokenizer.ggml.tokens") else {
      throw .damaged(path: file.path, reason: "it has no tokenizer.ggml.tokens")
    }
    let ends = ["eos", "eot", "eom"].map { "tokenizer.ggml.\($0)_token_id" }
    func id(_ key: String) -> Int32? { file.integer(key).map { Int32(clamping: $0) } }
    let vocabulary = GGUFVocabulary(
      model: file.string("tokenizer.ggml.model") ?? "", preTokenizer: file.string("tokenizer.ggml.pre") ?? "default",
      tokens: tokens, types: (file.integers("tokenizer.ggml.token_type") ?? []).map { Int32(clamping: $0) },
      merges: file.strings("tokenizer.ggml.merges") ?? [], beginOfText: id("tokenizer.ggml.bos_token_id"),
      endOfText: ends.compactMap(id), addsBeginOfText: file.bool("tokenizer.ggml.add_bos_token") ?? false)
    try self.init(vocabulary, path: file.path)
  }

  /// The same of a file that is not open yet.
  init(gguf path: String) throws(TokenizerError) {
    let file: GGUF
    do throws(WeightsError) { file = try GGUF(file: path) } catch {
      throw .unreadable(path: path, reason: error.description)
    }
    try self.init(gguf: file)
  }
}
