extension TokenizerDefinition {
  /// Takes the vocabulary of a GGUF file.
  ///
  /// - Parameter path: what errors call the file.
  public init(_ vocabulary: GGUFVocabulary, path: String) throws(TokenizerError) {
    self.init()
    guard vocabulary.model == "gpt2" else {
      throw .unsupported(path: path, what: "a tokenizer of the model \(shown(vocabulary.model))")
    }
    // The names are llama.cpp's (LLAMA_VOCAB_PRE_TYPE_*).
    let letters = PreTokenizerStep.byteLevel(addsPrefixSpace: false, usesPattern: false)
    switch vocabulary.preTokenizer {
    case "llama-bpe", "llama3", "llama-v3", "falcon3", "falcon-h1", "pixtral", "midm-2.0", "lfm2":
      preTokenizer.steps = [.split(.llama3), letters]
      takesWholeWords = true
    case "dbrx", "smaug-bpe": preTokenizer.steps = [.split(.llama3), letters]
    case "qwen2", "stablelm2", "deepseek-r1-qwen", "megrez": preTokenizer.steps = [.split(.qwen2), letters]
    case "smollm", "starcoder", "refact", "command-r", "codeshell", "exaone":
      preTokenizer.steps = [.digits(individual: true), .byteLevel(addsPrefixSpace: false, usesPattern: true)]
    // Files without the entry were made when GPT-2's was the only one.
    case "gpt-2", "gpt2", "default", "", "phi-2", "mpt", "olmo", "jais", "gigachat", "granite-docling":
      preTokenizer.steps = [.byteLevel(addsPrefixSpace: false, usesPattern: true)]
    case let name: throw .unsupported(path: path, what: "the pre-tokenizer \(shown(name))")
    }
    guard vocabulary.types.isEmpty || vocabulary.types.count == vocabulary.tokens.count else {
      throw .damaged(
        path: path, reason: "it has \(vocabulary.tokens.count) tokens and the types of \(vocabulary.types.count)")
    }
    let ids = try setTokens(vocabulary.tokens.enumerated().map { ($0.element, $0.offset) }, path: path)
    var pairs: [(Substring, Substring)] = []
    pairs.reserveCapacity(vocabulary.merges.count)
    for merge in vocabulary.merges {
      guard let pair = Self.pair(merge) else {
        throw .damaged(path: path, reason: "the merge \(shown(merge)) is not a pair")
      }
      pairs.append(pair)
    }
    merging = .list(try Self.merges(pairs, ids: ids, path: path))
    var entries: [AddedToken] = []
    for (id, type) in vocabulary.types.enumerated() where type == 3 || type == 4 {
      entries.append(
        AddedToken(id: Int32(truncatingIfNeeded: id), text: vocabulary.tokens[id], isSpecial: type == 3))
    }
    try setAdded(entries, ids: ids, path: path)
    func valid(_ id: Int32) -> Bool { id >= 0 && Int(id) < tokens.count }
    beginOfText = vocabulary.beginOfText.flatMap { valid($0) ? $0 : nil }
    endOfText = vocabulary.endOfText.filter(valid)
    if vocabulary.addsBeginOfText, let beginOfText { parts = [.ids([beginOfText]), .text] }
    completeNames()
  }

  /// The two texts of a merge written as one, with a space between them.
  static func pair(_ merge: String) -> (Substring, Substring)? {
    guard let space = merge.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let left = merge[..<space]
    let right = merge[merge.utf8.index(after: space)...]
    guard !left.isEmpty, !right.isEmpty, !right.utf8.contains(UInt8(ascii: " ")) else { return nil }
    return (left, right)
  }
}
