internal import JSON

extension TokenizerDefinition {
  /// Reads the content of Hugging Face's `tokenizer.json`.
  ///
  /// - Parameter path: what errors call the file.
  public init(tokenizerJSON bytes: [UInt8], path: String) throws(TokenizerError) {
    let reader = HuggingFaceReader(path: path)
    self = try reader.definition(try TokenizerFile.parse(bytes, path: path))
    completeNames()
  }
}

/// Turns the parts of `tokenizer.json` into ours, and refuses by name what would tokenize differently here.
private struct HuggingFaceReader {
  let path: String

  private func damaged(_ reason: String) -> TokenizerError { .damaged(path: path, reason: reason) }
  private func unsupported(_ what: String) -> TokenizerError { .unsupported(path: path, what: what) }

  func definition(_ json: JSONValue) throws(TokenizerError) -> TokenizerDefinition {
    guard let model = json["model"], model.object != nil else {
      throw damaged("there is no “model” in it")
    }
    var definition = TokenizerDefinition()
    let ids = try readModel(model, into: &definition)
    try definition.setAdded(try addedTokens(json["added_tokens"] ?? .array([])), ids: ids, path: path)
    definition.normalizesToNFC = try normalizesToNFC(json["normalizer"] ?? .null)
    definition.preTokenizer = PreTokenizer(steps: try steps(json["pre_tokenizer"] ?? .null))
    let turnsIntoLetters = definition.preTokenizer.steps.contains {
      if case .byteLevel = $0 { true } else { false }
    }
    guard turnsIntoLetters else { throw unsupported("a pre-tokenizer without byte-level letters") }
    try checkDecoder(json["decoder"] ?? .null)
    definition.parts = try parts(json["post_processor"] ?? .null, of: definition)
    return definition
  }

  private func readModel(
    _ model: JSONValue, into definition: inout TokenizerDefinition
  ) throws(TokenizerError) -> ByteTable {
    if let type = model["type"] {
      guard let name = type.string else { throw damaged("the model's type is not a string") }
      guard name == "BPE" else { throw unsupported("a model of type \(shown(name))") }
    }
    for option in ["continuing_subword_prefix", "end_of_word_suffix"] {
      if let text = model[option], !text.isNull, text.string != "" { throw unsupported("the model's \(option)") }
    }
    if let dropout = model["dropout"], !dropout.isNull, dropout != .number("0"), dropout != .number("0.0") {
      throw unsupported("the model's dropout")
    }
    guard let vocabulary = model["vocab"]?.object?.members else { throw damaged("the model's “vocab” is missing") }
    var entries: [(text: String, id: Int)] = []
    entries.reserveCapacity(vocabulary.count)
    for member in vocabulary {
      guard let id = member.value.integer else {
        throw damaged("the id of the token \(shown(member.key)) is not a whole number")
      }
      entries.append((member.key, id))
    }
    let ids = try definition.setTokens(entries, path: path)
    guard let list = model["merges"]?.array else { throw damaged("the model's “merges” are missing") }
    var pairs: [(Substring, Substring)] = []
    pairs.reserveCapacity(list.count)
    for merge in list { pairs.append(try pair(merge)) }
    definition.merging = .list(try TokenizerDefinition.merges(pairs, ids: ids, path: path))
    definition.takesWholeWords = try flag(model, "ignore_merges")
    if let unknown = model["unk_token"], !unknown.isNull {
      guard let text = unknown.string else { throw damaged("the model's “unk_token” is not a string") }
      definition.unknown = ids.id(of: Array(text.utf8))
    }
    return ids
  }

  private func pair(_ merge: JSONValue) throws(TokenizerError) -> (Substring, Substring) {
    if let text = merge.string, let pair = TokenizerDefinition.pair(text) { return pair }
    if let texts = merge.array, texts.count == 2, let left = texts[0].string, let right = texts[1].string {
      return (left[...], right[...])
    }
    throw damaged("the merge \(shown(merge.text(.spaced))) is not a pair")
  }

  private func flag(_ json: JSONValue, _ name: String, default standard: Bool = false) throws(TokenizerError) -> Bool {
    guard let value = json[name], !value.isNull else { return standard }
    guard let flag = value.bool else { throw damaged("“\(name)” is neither true nor false") }
    return flag
  }

  private func addedTokens(_ json: JSONValue) throws(TokenizerError) -> [AddedToken] {
    if json.isNull { return [] }
    guard let list = json.array else { throw damaged("“added_tokens” is not a list") }
    var tokens: [AddedToken] = []
    for entry in list {
      guard let text = entry["content"]?.string, let number = entry["id"]?.integer, let id = Int32(exactly: number)
      else {
        throw damaged("an added token has no content or no id")
      }
      tokens.append(
        AddedToken(
          id: id, text: text, isSpecial: try flag(entry, "special"), stripsLeft: try flag(entry, "lstrip"),
          stripsRight: try flag(entry, "rstrip"), isSingleWord: try flag(entry, "single_word"),
          isNormalized: try flag(entry, "normalized")))
    }
    return tokens
  }

  private func type(_ json: JSONValue, _ what: String) throws(TokenizerError) -> String {
    guard let type = json["type"]?.string else { throw damaged("the \(what)'s type is missing") }
    return type
  }

  private func normalizesToNFC(_ json: JSONValue) throws(TokenizerError) -> Bool {
    if json.isNull { return false }
    switch try type(json, "normalizer") {
    case "NFC": return true
    case "Sequence":
      guard let list = json["normalizers"]?.array else { throw damaged("the normalizer's list is missing") }
      var result = false
      for element in list where try normalizesToNFC(element) { result = true }
      return result
    case let name: throw unsupported("the normalizer \(shown(name))")
    }
  }

  private func steps(_ json: JSONValue) throws(TokenizerError) -> [PreTokenizerStep] {
    if json.isNull { return [] }
    switch try type(json, "pre-tokenizer") {
    case "Sequence":
      guard let list = json["pretokenizers"]?.array else { throw damaged("the pre-tokenizer's list is missing") }
      var result: [PreTokenizerStep] = []
      for element in list { result += try steps(element) }
      return result
    case "ByteLevel":
      return [
        .byteLevel(
          addsPrefixSpace: try flag(json, "add_prefix_space", default: true),
          usesPattern: try flag(json, "use_regex", default: true))
      ]
    case "Digits": return [.digits(individual: try flag(json, "individual_digits"))]
    case "Split":
      if let text = json["pattern"]?["String"]?.string { throw unsupported("the pre-tokenizer pattern \(shown(text))") }
      guard let expression = json["pattern"]?["Regex"]?.string else {
        throw damaged("the pre-tokenizer's pattern is missing")
      }
      guard let pattern = SplitPattern(expression: expression) else {
        throw unsupported("the pre-tokenizer pattern \(shown(expression))")
      }
      // These patterns match all of a text, so that removing what lies between the matches removes nothing.
      switch (json["behavior"]?.string, try flag(json, "invert")) {
      case ("Isolated"?, _), ("Removed"?, true): return [.split(pattern)]
      case (let behavior, _): throw unsupported("the pre-tokenizer behaviour \(shown(behavior ?? "null"))")
      }
    case let name: throw unsupported("the pre-tokenizer \(shown(name))")
    }
  }

  private func checkDecoder(_ json: JSONValue) throws(TokenizerError) {
    if json.isNull { return }
    switch try type(json, "decoder") {
    case "ByteLevel": return
    case "Sequence":
      for element in json["decoders"]?.array ?? [] { try checkDecoder(element) }
    case let name: throw unsupported("the decoder \(shown(name))")
    }
  }

  private func parts(_ json: JSONValue, of definition: TokenizerDefinition) throws(TokenizerError)
    -> [TokenizerDefinition
    .Part]
  {
    if json.isNull { return [.text] }
    switch try type(json, "post-processor") {
    case "ByteLevel": return [.text]
    case "Sequence":
      guard let list = json["processors"]?.array else { throw damaged("the post-processor's list is missing") }
      // Each one gets what the one before it made.
      var result: [TokenizerDefinition.Part] = [.text]
      for element in list {
        let outer = try parts(element, of: definition)
        if outer != [.text] { result = outer.flatMap { $0 == .text ? result : [$0] } }
        guard result.count < 64 else { throw damaged("the post-processor adds too many tokens") }
      }
      return result
    case "TemplateProcessing": return try template(json, of: definition)
    case let name: throw unsupported("the post-processor \(shown(name))")
    }
  }

  private func template(
    _ json: JSONValue, of definition: TokenizerDefinition
  ) throws(TokenizerError) -> [TokenizerDefinition.Part] {
    guard let single = json["single"]?.array else { throw damaged("the post-processor's template is missing") }
    let size = definition.vocabularySize
    var result: [TokenizerDefinition.Part] = []
    for piece in single {
      if piece["Sequence"] != nil {
        result.append(.text)
      } else if let name = piece["SpecialToken"]?["id"]?.string {
        guard let list = json["special_tokens"]?[name]?["ids"]?.array else {
          throw damaged("the post-processor adds \(shown(name)) without saying its ids")
        }
        var ids: [Int32] = []
        for element in list {
          guard let id = element.integer, (0..<size).contains(id) else {
            throw damaged("the post-processor adds \(shown(name)) with an id that isn't there")
          }
          ids.append(Int32(truncatingIfNeeded: id))
        }
        result.append(.ids(ids))
      } else {
        throw damaged("the post-processor's template has an unknown piece")
      }
    }
    guard result.count < 64, result.count(where: { $0 == .text }) == 1 else {
      throw damaged("the post-processor's template has no place for the text")
    }
    return result
  }
}
