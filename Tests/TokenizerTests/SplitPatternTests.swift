import Testing

@testable import Tokenizer

@Suite struct SplitPatternTests {
  /// Texts, and their words by GPT-2's, Llama 3's and Qwen 2's pattern, as Hugging Face's tokenizers 0.23.3 cut them
  /// (`pre_tokenizers.Split(Regex(…), "isolated").pre_tokenize_str`).
  static let words: [(String, [String], [String], [String])] = [
    (
      "Hello, world!",
      ["Hello", ",", " world", "!"],
      ["Hello", ",", " world", "!"],
      ["Hello", ",", " world", "!"]
    ),
    (
      "it's I'LL we'Ve he's'",
      ["it", "'s", " I", "'", "LL", " we", "'", "Ve", " he", "'s", "'"],
      ["it", "'s", " I", "'LL", " we", "'Ve", " he", "'s", "'"],
      ["it", "'s", " I", "'LL", " we", "'Ve", " he", "'s", "'"]
    ),
    (
      "x'\u{17F} y'Re z'l q'",
      ["x", "'", "\u{17F}", " y", "'", "Re", " z", "'", "l", " q", "'"],
      ["x", "'\u{17F}", " y", "'Re", " z", "'l", " q", "'"],
      ["x", "'\u{17F}", " y", "'Re", " z", "'l", " q", "'"]
    ),
    (
      "  two  spaces ",
      [" ", " two", " ", " spaces", " "],
      [" ", " two", " ", " spaces", " "],
      [" ", " two", " ", " spaces", " "]
    ),
    (
      "a\u{A}\u{A}b\u{D}\u{A}\u{D}\u{A}c  \u{A}  d",
      ["a", "\u{A}", "\u{A}", "b", "\u{D}\u{A}\u{D}", "\u{A}", "c", "  \u{A} ", " d"],
      ["a", "\u{A}\u{A}", "b", "\u{D}\u{A}\u{D}\u{A}", "c", "  \u{A}", " ", " d"],
      ["a", "\u{A}\u{A}", "b", "\u{D}\u{A}\u{D}\u{A}", "c", "  \u{A}", " ", " d"]
    ),
    (
      "tab\u{9}\u{9}end\u{9}",
      ["tab", "\u{9}", "\u{9}", "end", "\u{9}"],
      ["tab", "\u{9}", "\u{9}end", "\u{9}"],
      ["tab", "\u{9}", "\u{9}end", "\u{9}"]
    ),
    (
      "1234567 1,000 \u{BD}\u{2163}\u{B2}\u{B3}\u{B9}",
      ["1234567", " 1", ",", "000", " \u{BD}\u{2163}\u{B2}\u{B3}\u{B9}"],
      ["123", "456", "7", " ", "1", ",", "000", " ", "\u{BD}\u{2163}\u{B2}", "\u{B3}\u{B9}"],
      [
        "1", "2", "3", "4", "5", "6", "7", " ", "1", ",", "0", "0", "0", " ", "\u{BD}", "\u{2163}", "\u{B2}", "\u{B3}",
        "\u{B9}",
      ]
    ),
    (
      "\u{65E5}\u{672C}\u{8A9E}\u{3068}\u{D55C}\u{AD6D}\u{C5B4} \u{3A9}\u{3BC}\u{3AD}\u{3B3}\u{3B1}",
      ["\u{65E5}\u{672C}\u{8A9E}\u{3068}\u{D55C}\u{AD6D}\u{C5B4}", " \u{3A9}\u{3BC}\u{3AD}\u{3B3}\u{3B1}"],
      ["\u{65E5}\u{672C}\u{8A9E}\u{3068}\u{D55C}\u{AD6D}\u{C5B4}", " \u{3A9}\u{3BC}\u{3AD}\u{3B3}\u{3B1}"],
      ["\u{65E5}\u{672C}\u{8A9E}\u{3068}\u{D55C}\u{AD6D}\u{C5B4}", " \u{3A9}\u{3BC}\u{3AD}\u{3B3}\u{3B1}"]
    ),
    (
      "e\u{301} \u{A0}\u{3000}x\u{2003}",
      ["e", "\u{301}", " \u{A0}", "\u{3000}", "x", "\u{2003}"],
      ["e", "\u{301}", " \u{A0}", "\u{3000}x", "\u{2003}"],
      ["e", "\u{301}", " \u{A0}", "\u{3000}x", "\u{2003}"]
    ),
    (
      "\u{1F642}\u{1F642} :-) ...\u{A}\u{A}  ?!\u{D}\u{A}",
      ["\u{1F642}\u{1F642}", " :-)", " ...", "\u{A}\u{A} ", " ?!", "\u{D}\u{A}"],
      ["\u{1F642}\u{1F642}", " :-)", " ...\u{A}\u{A}", " ", " ?!\u{D}\u{A}"],
      ["\u{1F642}\u{1F642}", " :-)", " ...\u{A}\u{A}", " ", " ?!\u{D}\u{A}"]
    ),
    (
      "\u{A0}nbsp\u{200B}zwsp\u{FEFF}",
      ["\u{A0}", "nbsp", "\u{200B}", "zwsp", "\u{FEFF}"],
      ["\u{A0}nbsp", "\u{200B}zwsp", "\u{FEFF}"],
      ["\u{A0}nbsp", "\u{200B}zwsp", "\u{FEFF}"]
    ),
    (
      "    ",
      ["    "],
      ["    "],
      ["    "]
    ),
    (
      "\u{A}",
      ["\u{A}"],
      ["\u{A}"],
      ["\u{A}"]
    ),
    (
      " \u{A} ",
      [" \u{A} "],
      [" \u{A}", " "],
      [" \u{A}", " "]
    ),
    (
      "\u{16EB}0\u{16EB0}a",
      ["\u{16EB}", "0", "\u{16EB0}", "a"],
      ["\u{16EB}", "0", "\u{16EB0}a"],
      ["\u{16EB}", "0", "\u{16EB0}a"]
    ),
  ]

  @Test(arguments: words)
  func cutsAsTheExpressionDoes(text: String, gpt2: [String], llama3: [String], qwen2: [String]) {
    #expect(cut(text, .gpt2) == gpt2)
    #expect(cut(text, .llama3) == llama3)
    #expect(cut(text, .qwen2) == qwen2)
  }

  @Test func everyTextIsCutCompletely() {
    var text = ""
    for value in stride(from: UInt32(0), to: 0x30000, by: 37) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    for pattern in SplitPattern.allCases {
      let words = cut(text, pattern)
      #expect(!words.contains(""))
      #expect(words.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test func otherSpellingsOfAnExpressionAreKnown() {
    #expect(
      SplitPattern(
        expression:
          #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#
      ) == .llama3)
    #expect(
      SplitPattern(
        expression: #"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#) == .gpt2)
    #expect(SplitPattern(expression: #"\w+"#) == nil)
    for pattern in SplitPattern.allCases { #expect(SplitPattern(expression: pattern.expression) == pattern) }
  }

  private func cut(_ text: String, _ pattern: SplitPattern) -> [String] {
    var utf8 = UTF8Text(bytes: Array(text.utf8))
    let words = PreTokenizer(steps: [.split(pattern)]).words(of: &utf8)
    return words.map { String(decoding: utf8.bytes[$0], as: UTF8.self) }
  }
}
