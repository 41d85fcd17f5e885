/// What a byte-level BPE tokenizer is made of, in a form that can be changed and written.
///
/// It is read from `tokenizer.json`, from tiktoken ranks or from GGUF metadata, and all three can be written as
/// `tokenizer.json`. A `Tokenizer` is made from it.
public struct TokenizerDefinition: Sendable, Equatable {
  /// Ids above are no ids (the largest known vocabulary has 262,144): they would only make tables huge.
  static let maximalID = 1 << 22 - 1

  /// How pairs of tokens are ranked.
  enum Merging: Sendable, Equatable {
    /// By their place in this list.
    case list([Merge])
    /// By the id of what they become.
    case ids
  }

  /// A piece of what the post-processor makes of a text.
  enum Part: Sendable, Equatable {
    case ids([Int32])
    case text
  }

  /// The text of each id in byte-level letters; nil where an id has no token of BPE.
  var tokens: [String?] = []
  var merging = Merging.list([])
  var takesWholeWords = false
  var unknown: Int32?
  var normalizesToNFC = false
  var preTokenizer = PreTokenizer(steps: [])
  var added: [AddedToken] = []
  /// What `addsSpecial` makes of a text.
  var parts: [Part] = [.text]
  var beginOfText: Int32?
  var endOfText: [Int32] = []
  /// The texts of `bos_token`, `eos_token` and so on, as `tokenizer_config.json` names them.
  var names: [String: String] = [:]

  /// One more than the largest id.
  public var vocabularySize: Int {
    max(tokens.count, (added.map { Int($0.id) }.max() ?? -1) + 1)
  }

  /// The id of a token by its text: an added token's own text, or another token's byte-level letters.
  public func id(of token: String) -> Int32? {
    if let added = added.first(where: { $0.text.utf8.elementsEqual(token.utf8) }) { return added.id }
    return tokens.firstIndex { $0?.utf8.elementsEqual(token.utf8) == true }.flatMap { Int32(exactly: $0) }
  }

  /// Puts tokens in, each at its id, and returns a table of their texts.
  mutating func setTokens(_ entries: [(text: String, id: Int)], path: String) throws(TokenizerError) -> ByteTable {
    var largest = -1
    for (text, id) in entries {
      guard (0...Self.maximalID).contains(id) else {
        throw .damaged(path: path, reason: "the token \(shown(text)) has the id \(id), which no vocabulary has")
      }
      largest = max(largest, id)
    }
    tokens = [String?](repeating: nil, count: largest + 1)
    for (text, id) in entries {
      if let other = tokens[id] {
        throw .damaged(path: path, reason: "the tokens \(shown(other)) and \(shown(text)) have the same id \(id)")
      }
      tokens[id] = text
    }
    // Bytes are compared, not strings: to those, é is the same in one scalar as in two.
    var ids = ByteTable(capacity: tokens.count)
    for text in tokens {
      let twin = ids.append(Array((text ?? "").utf8), isFindable: text != nil)
      if twin != nil { throw .damaged(path: path, reason: "the token \(shown(text ?? "")) occurs twice") }
    }
    return ids
  }

  /// Puts added tokens in, after checking that ids and texts are each taken once.
  mutating func setAdded(_ entries: [AddedToken], ids: ByteTable, path: String) throws(TokenizerError) {
    var seen: [Int32: AddedToken] = [:]
    var texts: Set<[UInt8]> = []
    for token in entries {
      if seen[token.id] == token { continue }
      guard (0...Self.maximalID).contains(Int(token.id)) else {
        throw .damaged(
          path: path, reason: "the token \(shown(token.text)) has the id \(token.id), which no vocabulary has")
      }
      let index = Int(token.id)
      let other = seen[token.id]?.text ?? (index < tokens.count ? tokens[index] : nil)
      if let other, seen[token.id] != nil || !other.utf8.elementsEqual(token.text.utf8) {
        throw .damaged(
          path: path, reason: "the tokens \(shown(other)) and \(shown(token.text)) have the same id \(token.id)")
      }
      let text = Array(token.text.utf8)
      guard texts.insert(text).inserted, (ids.id(of: text) ?? token.id) == token.id else {
        throw .damaged(path: path, reason: "the token \(shown(token.text)) occurs twice")
      }
      seen[token.id] = token
      added.append(token)
    }
  }

  /// Turns pairs of texts into pairs of ids.
  static func merges(
    _ pairs: some Sequence<(Substring, Substring)>, ids: ByteTable, path: String
  ) throws(TokenizerError) -> [Merge] {
    var merges: [Merge] = []
    merges.reserveCapacity(pairs.underestimatedCount)
    for (left, right) in pairs {
      let leftText = Array(left.utf8)
      let rightText = Array(right.utf8)
      guard let leftID = ids.id(of: leftText), let rightID = ids.id(of: rightText),
        let merged = ids.id(of: leftText + rightText)
      else {
        throw .damaged(
          path: path,
          reason: "the merge of \(shown(String(left))) and \(shown(String(right))) names a token that isn't there")
      }
      merges.append(Merge(left: leftID, right: rightID, merged: merged))
    }
    return merges
  }
}
