internal import JSON

extension TokenizerDefinition {
  /// The content of a `tokenizer.json` that Hugging Face's tokenizers read with the same ids.
  public func tokenizerJSON() -> [UInt8] {
    var text = "{\n\"version\": \"1.0\",\n\"truncation\": null,\n\"padding\": null,\n\"added_tokens\": [\n"
    let sorted = added.sorted { $0.id < $1.id }
    for (index, token) in sorted.enumerated() {
      text += index == 0 ? "" : ",\n"
      let entry: JSONValue = [
        "id": .integer(Int(token.id)), "content": .string(token.text), "single_word": .bool(token.isSingleWord),
        "lstrip": .bool(token.stripsLeft), "rstrip": .bool(token.stripsRight),
        "normalized": .bool(token.isNormalized), "special": .bool(token.isSpecial),
      ]
      entry.write(to: &text, .spaced)
    }
    text += "\n],\n\"normalizer\": " + (normalizesToNFC ? "{\"type\": \"NFC\"}" : "null")
    text += ",\n\"pre_tokenizer\": " + preTokenizerJSON.text(.spaced)
    text += ",\n\"post_processor\": " + postProcessorJSON.text(.spaced)
    text += ",\n\"decoder\": " + Self.byteLevelJSON(addsPrefixSpace: true, usesPattern: true).text(.spaced)
    text += ",\n\"model\": {\n\"type\": \"BPE\",\n\"dropout\": null,\n\"unk_token\": "
    let unknownText: JSONValue = unknown.flatMap { self.text(of: $0) }.map { .string($0) } ?? .null
    text += unknownText.text
    text += ",\n\"continuing_subword_prefix\": null,\n\"end_of_word_suffix\": null,\n\"fuse_unk\": false"
    text += ",\n\"byte_fallback\": false,\n\"ignore_merges\": \(takesWholeWords),\n\"vocab\": {\n"
    writeVocabulary(to: &text)
    text += "\n},\n\"merges\": [\n"
    writeMerges(to: &text)
    text += "\n]\n}\n}\n"
    return Array(text.utf8)
  }

  /// The content of a `tokenizer_config.json` to go with `tokenizerJSON()`.
  ///
  /// - Parameter chatTemplate: the template that turns a conversation into a prompt.
  public func tokenizerConfigJSON(chatTemplate: String? = nil) -> [UInt8] {
    var configuration: JSONObject = ["tokenizer_class": "PreTrainedTokenizerFast"]
    for name in names.keys.sorted() { configuration[name] = .string(names[name] ?? "") }
    configuration["clean_up_tokenization_spaces"] = false
    configuration["chat_template"] = chatTemplate.map { .string($0) }
    return Array((configuration.text(.spaced) + "\n").utf8)
  }

  private static func byteLevelJSON(addsPrefixSpace: Bool, usesPattern: Bool) -> JSONValue {
    [
      "type": "ByteLevel", "add_prefix_space": .bool(addsPrefixSpace), "trim_offsets": true,
      "use_regex": .bool(usesPattern),
    ]
  }

  private var preTokenizerJSON: JSONValue {
    let steps = preTokenizer.steps.map { step -> JSONValue in
      switch step {
      case .split(let pattern):
        [
          "type": "Split", "pattern": ["Regex": .string(pattern.expression)], "behavior": "Isolated", "invert": false,
        ]
      case .digits(let individual): ["type": "Digits", "individual_digits": .bool(individual)]
      case .byteLevel(let addsPrefixSpace, let usesPattern):
        Self.byteLevelJSON(addsPrefixSpace: addsPrefixSpace, usesPattern: usesPattern)
      }
    }
    return steps.count == 1 ? steps[0] : ["type": "Sequence", "pretokenizers": .array(steps)]
  }

  private var postProcessorJSON: JSONValue {
    func sequence(_ id: JSONValue, _ type: JSONValue) -> JSONValue { ["Sequence": ["id": id, "type_id": type]] }
    var single: [JSONValue] = []
    var pair: [JSONValue] = []
    var specials = JSONObject()
    for part in parts {
      switch part {
      case .text:
        single.append(sequence("A", 0))
        pair += [sequence("A", 0), sequence("B", 1)]
      case .ids(let ids):
        let name = ids.map { text(of: $0) ?? "\($0)" }.joined()
        let piece: JSONValue = ["SpecialToken": ["id": .string(name), "type_id": 0]]
        single.append(piece)
        pair.append(piece)
        specials[name] = [
          "id": .string(name), "ids": .array(ids.map { .integer(Int($0)) }),
          "tokens": .array(ids.map { .string(text(of: $0) ?? "\($0)") }),
        ]
      }
    }
    return [
      "type": "TemplateProcessing", "single": .array(single), "pair": .array(pair),
      "special_tokens": .object(specials),
    ]
  }

  private func writeVocabulary(to text: inout String) {
    var all = tokens
    if !numbersThemselves {
      all += [String?](repeating: nil, count: vocabularySize - all.count)
      for token in added { all[Int(token.id)] = token.text }
    }
    var separator = ""
    for (id, token) in all.enumerated() {
      guard let token else { continue }
      text += separator
      JSONValue.string(token).write(to: &text)
      text += ": \(id)"
      separator = ",\n"
    }
  }

  /// Whether Hugging Face's reader gives the added tokens their ids: it disregards those in the file, and numbers tokens
  /// that the model's vocabulary lacks from its size on. Where that is wrong, the vocabulary must list them too.
  private var numbersThemselves: Bool {
    let count = tokens.count { $0 != nil }
    var largest: Int?
    for token in added.sorted(by: { $0.id < $1.id }) {
      let id = Int(token.id)
      let isListed = id < tokens.count && tokens[id] != nil
      if !isListed, id != max(count, (largest ?? -1) + 1) { return false }
      largest = id
    }
    return true
  }

  private func writeMerges(to text: inout String) {
    var separator = ""
    for merge in mergeList {
      guard let left = tokens[Int(merge.left)], let right = tokens[Int(merge.right)] else { continue }
      text += separator + "["
      JSONValue.string(left).write(to: &text)
      text += ", "
      JSONValue.string(right).write(to: &text)
      text += "]"
      separator = ",\n"
    }
  }

  /// The merges; for tiktoken ranks, every way to put a token together from two, which gives the same ids.
  private var mergeList: [Merge] {
    switch merging {
    case .list(let merges): return merges
    case .ids:
      var table = ByteTable(capacity: tokens.count)
      for token in tokens {
        var bytes: [UInt8] = []
        let isFindable = token.map { ByteLetters.append(bytesOf: $0, to: &bytes) } ?? false
        table.append(bytes, isFindable: isFindable)
      }
      var merges: [Merge] = []
      for id in tokens.indices {
        let merged = Int32(truncatingIfNeeded: id)
        let bytes = Array(table[merged])
        guard bytes.count > 1 else { continue }
        var splits: [Merge] = []
        for middle in 1..<bytes.count {
          guard let left = table.id(of: bytes, 0, middle), let right = table.id(of: bytes, middle, bytes.count) else {
            continue
          }
          splits.append(Merge(left: left, right: right, merged: merged))
        }
        merges += splits.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
      }
      return merges
    }
  }
}
