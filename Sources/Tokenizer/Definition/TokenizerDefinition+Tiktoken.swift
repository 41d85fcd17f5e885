extension TokenizerDefinition {
  /// Reads the content of a `tokenizer.model` with tiktoken ranks, as Llama 3 is published with.
  ///
  /// A line is the base64 of a token's bytes, a space, and its rank, which is also its id. The 256 special tokens that
  /// follow the ranks are those of Llama 3.1 and 3.2.
  ///
  /// - Parameter path: what errors call the file.
  public init(tiktoken bytes: [UInt8], path: String) throws(TokenizerError) {
    self.init()
    var entries: [(text: String, id: Int)] = []
    var lineNumber = 0
    var hasByte = [Bool](repeating: false, count: 256)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      lineNumber += 1
      if line.isEmpty { continue }
      guard let space = line.firstIndex(of: UInt8(ascii: " ")), let token = Base64.decode(line[..<space]),
        !token.isEmpty, let rank = Self.rank(line[line.index(after: space)...])
      else {
        if entries.isEmpty {
          throw .unsupported(path: path, what: "another format than tiktoken's ranks (perhaps SentencePiece's)")
        }
        throw .damaged(path: path, reason: "line \(lineNumber) is no token and rank")
      }
      if token.count == 1 { hasByte[Int(token[0])] = true }
      entries.append((ByteLetters.letters(of: token), rank))
    }
    // Llama 4's has the same form and more ranks, but cuts words by another pattern.
    guard entries.count <= 128_000 else {
      throw .unsupported(path: path, what: "\(entries.count) tiktoken ranks (Llama 3 has 128000)")
    }
    guard hasByte.allSatisfy({ $0 }) else {
      throw .damaged(path: path, reason: "it has no token for some of the 256 bytes")
    }
    let ids = try setTokens(entries, path: path)
    merging = .ids
    takesWholeWords = true
    preTokenizer.steps = [.split(.llama3), .byteLevel(addsPrefixSpace: false, usesPattern: false)]
    let base = tokens.count
    let specials = Self.llama3SpecialTokens.enumerated().map { offset, text in
      AddedToken(id: Int32(truncatingIfNeeded: base + offset), text: text, isSpecial: true)
    }
    try setAdded(specials, ids: ids, path: path)
    beginOfText = specials[0].id
    endOfText = ["<|end_of_text|>", "<|eom_id|>", "<|eot_id|>"].compactMap { id(of: $0) }
    parts = [.ids([specials[0].id]), .text]
    completeNames()
  }

  private static func rank(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The 256 special tokens of Llama 3.1 and 3.2, in the order of their ids from 128,000, by the names of the published
  /// Hugging Face models. (Meta's own code calls 128,005 `<|step_id|>` and 128,011 `<|image|>`.)
  static let llama3SpecialTokens: [String] = {
    var tokens = [
      "<|begin_of_text|>", "<|end_of_text|>", "<|reserved_special_token_0|>", "<|reserved_special_token_1|>",
      "<|finetune_right_pad_id|>", "<|reserved_special_token_2|>", "<|start_header_id|>", "<|end_header_id|>",
      "<|eom_id|>", "<|eot_id|>", "<|python_tag|>",
    ]
    var reserved = 3
    while tokens.count < 256 {
      tokens.append("<|reserved_special_token_\(reserved)|>")
      reserved += 1
    }
    return tokens
  }()
}
