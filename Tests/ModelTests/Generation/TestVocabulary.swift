import Model
import Testing

/// Vocabularies for tests: ids to bytes, with the end-of-text token last.
struct TestVocabulary: CustomTestStringConvertible {
  var name: String
  var tokens: [[UInt8]]

  var endOfText: Int32 { Int32(tokens.count - 1) }
  var trie: TokenTrie { TokenTrie(tokenCount: tokens.count) { tokens[Int($0)] } }

  var testDescription: String { name }

  func bytes(_ ids: [Int32]) -> [UInt8] { ids.flatMap { tokens[Int($0)] } }

  /// The 256 bytes.
  static let bytes = TestVocabulary(name: "bytes", tokens: (0...255).map { [UInt8($0)] } + [[]])

  /// The 256 bytes, and longer tokens of the kinds that BPE makes: words, half characters, and pieces that cross the
  /// grammar's borders, allowed there or not.
  static let pairs: TestVocabulary = {
    let words = [
      "Thought", "Thought:", " Tap", ": I", ": ", "The", " the", " button", "ought", ".\n", "\nAction", "\n\n",
      "Action", ": {",
      " {\"", "{\"", "\":", "\":\"", "\",\"", ",\"x", ",\"x\":", "\"x\":", "\"y\":1", "\"}", "}\n", "\"}\n", "}}",
      "type",
      "action", "_type", "\"action_type\":\"click\",\"x\":", "click", "scroll", "down\"", "text", "\"text\":\"Hello",
      "\"text\":\"\"",
      "input", "_text\",\"", "app", "_name\":\" ", "_name\":\"C", "status", "complete\"}", "10", "100", "1000", "1001",
      "01", "00", "999", "5,\"y\":", "5}", "12}", "\\", "\\\"", "\\n", "\\u", "\\u00", "\\ud83d", "\\ude00",
      "\\ud83d\\ude00",
      "\\u0041b", "    ", " ", "é", "日本", "😀", "true", "false}", "wait\"}", "<|eot|>", "\u{1}", "\u{7F}", "\u{85}",
      "a\u{0}b",
    ]
    let pieces: [[UInt8]] = [
      [0xE6, 0x97], [0x97, 0xA5], [0xA5, 0x22], [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0x80, 0x22, 0x7D], [0xC3],
      [0xA9, 0x0A],
      [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90], [0xFF, 0xFE], [0x61, 0xE2, 0x82], [0xAC, 0x0A, 0x41],
    ]
    return TestVocabulary(
      name: "pairs", tokens: (0...255).map { [UInt8($0)] } + words.map { Array($0.utf8) } + pieces + [[]])
  }()
}
