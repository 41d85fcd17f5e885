extension TokenizerDefinition {
  /// The least that can tokenize any text: the 256 bytes, no merges, and special tokens from id 256 on.
  ///
  /// The pre-tokenizer is Llama 3's. The first of `<|begin_of_text|>` and `<|eot_id|>` or `<|end_of_text|>` among the
  /// special tokens begin and end texts.
  ///
  /// - Parameter vocabularySize: how many ids to fill; what is left after the special tokens becomes
  ///   `<|reserved_special_token_N|>`. Without it, as many as there are tokens.
  public static func byteLevel(
    specialTokens: [String], vocabularySize: Int? = nil
  ) throws(TokenizerError) -> TokenizerDefinition {
    let path = "the new tokenizer"
    var definition = TokenizerDefinition()
    let letters = ByteLetters.letters.sorted()
    let ids = try definition.setTokens(letters.enumerated().map { (String($0.element), $0.offset) }, path: path)
    definition.preTokenizer.steps = [.split(.llama3), .byteLevel(addsPrefixSpace: false, usesPattern: false)]
    var texts = specialTokens
    let needed = letters.count + texts.count
    let size = vocabularySize ?? needed
    guard size >= needed, size <= maximalID + 1 else {
      throw .conflict(reason: "\(needed) tokens need a vocabulary of \(needed) to \(maximalID + 1), not \(size)")
    }
    for number in 0..<(size - needed) { texts.append("<|reserved_special_token_\(number)|>") }
    let added = texts.enumerated().map { offset, text in
      AddedToken(id: Int32(truncatingIfNeeded: letters.count + offset), text: text, isSpecial: true)
    }
    try definition.setAdded(added, ids: ids, path: path)
    definition.beginOfText = definition.added.first { $0.text == "<|begin_of_text|>" }?.id
    definition.completeNames()
    return definition
  }

  /// Adds a special token, for example `<image>`, and returns its id.
  ///
  /// - Parameter id: its id, which no token may have yet; without it, the one after the largest.
  @discardableResult public mutating func addSpecialToken(
    _ text: String, id: Int32? = nil
  ) throws(TokenizerError) -> Int32 {
    if let present = self.id(of: text) {
      throw .conflict(reason: "it has \(shown(text)) already, with the id \(present)")
    }
    let chosen = id.map(Int.init) ?? vocabularySize
    guard !text.isEmpty, (0...Self.maximalID).contains(chosen) else {
      throw .conflict(reason: "a token's text can't be empty, and its id is from 0 to \(Self.maximalID)")
    }
    if let other = self.text(of: Int32(truncatingIfNeeded: chosen)) {
      throw .conflict(reason: "the id \(chosen) is that of \(shown(other))")
    }
    let token = AddedToken(id: Int32(truncatingIfNeeded: chosen), text: text, isSpecial: true)
    added.append(token)
    return token.id
  }

  /// Gives a special token another text, for example `<image>` to `<|reserved_special_token_0|>`, and returns its id.
  @discardableResult public mutating func renameSpecialToken(
    _ text: String, to newText: String
  ) throws(TokenizerError) -> Int32 {
    guard let index = added.firstIndex(where: { $0.isSpecial && $0.text.utf8.elementsEqual(text.utf8) }) else {
      throw .conflict(reason: "there is no special token \(shown(text)) to rename")
    }
    if let present = id(of: newText) {
      throw .conflict(reason: "it has \(shown(newText)) already, with the id \(present)")
    }
    guard !newText.isEmpty else { throw .conflict(reason: "a token's text can't be empty") }
    added[index].text = newText
    let id = Int(added[index].id)
    if id < tokens.count, tokens[id] != nil { tokens[id] = newText }
    for (name, value) in names where value.utf8.elementsEqual(text.utf8) { names[name] = newText }
    return added[index].id
  }

  /// The text of an id: an added token's own, or another token's byte-level letters.
  public func text(of id: Int32) -> String? {
    if let token = added.first(where: { $0.id == id }) { return token.text }
    let index = Int(id)
    return index >= 0 && index < tokens.count ? tokens[index] : nil
  }
}
