internal import JSON

extension TokenizerDefinition {
  /// Reads `tokenizer.json`, or `tokenizer.model` with tiktoken ranks, and the configurations beside it, from a model
  /// directory.
  public init(directory path: String) throws(TokenizerError) {
    let jsonPath = path + "/tokenizer.json"
    let ranksPath = path + "/tokenizer.model"
    if let bytes = try TokenizerFile.read(jsonPath) {
      try self.init(tokenizerJSON: bytes, path: jsonPath)
    } else if let bytes = try TokenizerFile.read(ranksPath) {
      try self.init(tiktoken: bytes, path: ranksPath)
    } else {
      throw .unreadable(
        path: jsonPath, reason: "there is no such file, nor a tokenizer.model; give the directory of a model")
    }
    try readConfiguration(directory: path)
  }

  /// Takes the names of the special tokens from `special_tokens_map.json` and `tokenizer_config.json`, and more ends of
  /// text from `generation_config.json`.
  private mutating func readConfiguration(directory path: String) throws(TokenizerError) {
    var named: [String: String] = [:]
    for file in ["special_tokens_map.json", "tokenizer_config.json"] {
      guard let configuration = try TokenizerFile.readJSON(path + "/" + file) else { continue }
      for member in configuration.object?.members ?? [] where member.key.hasSuffix("_token") {
        // A name is a string, or an object with the flags of an added token.
        if let text = member.value.string ?? member.value["content"]?.string { named[member.key] = text }
      }
    }
    names.merge(named) { _, new in new }
    if let name = named["bos_token"], let id = id(of: name) { beginOfText = id }
    var ends: [Int32] = []
    if let name = named["eos_token"], let id = id(of: name) { ends.append(id) }
    if let generation = try TokenizerFile.readJSON(path + "/generation_config.json") {
      let size = vocabularySize
      func valid(_ value: JSONValue) -> Int32? { value.integer.flatMap { (0..<size).contains($0) ? Int32($0) : nil } }
      if let end = generation["eos_token_id"] {
        for id in (end.array ?? [end]).compactMap(valid) where !ends.contains(id) { ends.append(id) }
      }
      if beginOfText == nil, let begin = generation["bos_token_id"] { beginOfText = valid(begin) }
    }
    if !ends.isEmpty { endOfText = ends }
    completeNames()
  }

  /// Fills in what no configuration says: the first token that the post-processor puts in front, and ends of text by
  /// their well-known names.
  mutating func completeNames() {
    if beginOfText == nil, case .ids(let ids)? = parts.first { beginOfText = ids.first }
    if endOfText.isEmpty {
      endOfText = ["<|eot_id|>", "<|im_end|>", "<|end_of_text|>", "<|endoftext|>"].compactMap { name in
        added.first { $0.text == name && $0.isSpecial }?.id
      }
    }
    // Base models often name only the end of a text; an answer ends with its turn all the same.
    for token in added where token.isSpecial && ["<|eot_id|>", "<|im_end|>"].contains(token.text) {
      if !endOfText.contains(token.id) { endOfText.append(token.id) }
    }
    let texts: [(String, Int32?)] = [("bos_token", beginOfText), ("eos_token", endOfText.first)]
    for (name, id) in texts where names[name] == nil {
      if let text = added.first(where: { $0.id == id })?.text { names[name] = text }
    }
  }
}
