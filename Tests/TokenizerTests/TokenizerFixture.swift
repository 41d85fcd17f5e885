@testable import Tokenizer

/// A small tokenizer as Hugging Face writes it: 256 bytes, a few merges and special tokens.
enum TokenizerFixture {
  static let merges = [
    ("h", "e"), ("l", "l"), ("he", "ll"), ("hell", "o"), ("Ġ", "w"), ("o", "r"), ("Ġw", "or"), ("l", "d"),
    ("Ġwor", "ld"), ("Ġ", "he"), ("Ġhe", "ll"), ("Ġhell", "o"),
  ]
  static let specials = ["<|begin_of_text|>", "<|eot_id|>", "<|end_of_text|>", "<image>"]

  static var definition: TokenizerDefinition {
    get throws {
      var definition = try TokenizerDefinition.byteLevel(specialTokens: [])
      for (left, right) in merges {
        guard let leftID = definition.id(of: left), let rightID = definition.id(of: right) else { continue }
        let merged = definition.id(of: left + right) ?? Int32(definition.tokens.count)
        if merged == definition.tokens.count { definition.tokens.append(left + right) }
        guard case .list(let list) = definition.merging else { continue }
        definition.merging = .list(list + [Merge(left: leftID, right: rightID, merged: merged)])
      }
      for special in specials { try definition.addSpecialToken(special) }
      definition.beginOfText = definition.id(of: "<|begin_of_text|>")
      definition.completeNames()
      return definition
    }
  }

  static var tokenizer: Tokenizer {
    get throws { Tokenizer(try definition) }
  }

  static var json: [UInt8] {
    get throws { try definition.tokenizerJSON() }
  }

  /// The fixture's file with a piece of text replaced by another.
  static func json(replacing old: String, with new: String) throws -> [UInt8] {
    Array(PythonText.replace(String(decoding: try json, as: UTF8.self), old, new, limit: 1).utf8)
  }

  /// A tiktoken file: the bytes in order, and a few longer tokens.
  static let ranks: [UInt8] = {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    func base64(_ bytes: [UInt8]) -> String {
      var text = ""
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        var bits = 0
        for index in 0..<3 { bits = bits << 8 | (index < group.count ? Int(group[start + index]) : 0) }
        for index in 0..<4 {
          text.append(index <= group.count ? letters[bits >> (18 - 6 * index) & 63] : "=")
        }
      }
      return text
    }
    var text = ""
    var rank = 0
    var tokens = (UInt8.min...UInt8.max).map { [$0] }
    for word in ["he", "ll", "hell", "hello", " w", "or", " wor", "ld", " world"] { tokens.append(Array(word.utf8)) }
    for token in tokens {
      text += "\(base64(token)) \(rank)\n"
      rank += 1
    }
    return Array(text.utf8)
  }()
}
