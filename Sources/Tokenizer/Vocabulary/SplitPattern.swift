/// A regular expression that cuts a text into words before BPE, done by hand.
///
/// Each of them matches every text from end to end, so cutting is finding the end of the word at a position.
/// The names are those of the first well-known model; many others use the same.
enum SplitPattern: Sendable, Equatable, CaseIterable {
  /// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`
  case gpt2
  /// `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
  case llama3
  /// Llama 3's with single digits (`\p{N}`).
  case qwen2

  /// The expression as `tokenizer.json` spells it.
  var expression: String {
    switch self {
    case .gpt2: #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
    case .llama3: Self.llama3Head + #"\p{N}{1,3}"# + Self.llama3Tail
    case .qwen2: Self.llama3Head + #"\p{N}"# + Self.llama3Tail
    }
  }

  private static let llama3Head = #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|"#
  private static let llama3Tail = #"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#

  /// Recognises an expression, in any of the spellings in which it is published (they match the same words).
  init?(expression: String) {
    if let pattern = Self.allCases.first(where: { $0.expression == expression }) {
      self = pattern
      return
    }
    switch expression {
    case #"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#,
      #"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s+(?!\S)|\s+"#:
      self = .gpt2
    case #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"#,
      #"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"#:
      self = .llama3
    default: return nil
    }
  }

  /// Where the word that begins at `start` ends.
  func end(of text: UTF8Text, from start: Int, limit: Int) -> Int {
    switch self {
    case .gpt2: Self.endGPT2(text, start, limit)
    case .llama3: Self.endLlama3(text, start, limit, maximalDigits: 3)
    case .qwen2: Self.endLlama3(text, start, limit, maximalDigits: 1)
    }
  }

  private static func endGPT2(_ text: UTF8Text, _ start: Int, _ limit: Int) -> Int {
    if let end = contraction(text, start, limit, ignoresCase: false) { return end }
    var (kind, next) = text.scalarClass(at: start)
    // " ?" before letters, numbers or others takes the space along.
    if text.bytes[start] == UInt8(ascii: " "), next < limit {
      let following = text.scalarClass(at: next)
      if !following.value.isSpace { (kind, next) = following }
    }
    return kind.isSpace ? spaceEnd(text, start, limit) : run(text, next, limit) { $0 == kind }
  }

  private static func endLlama3(_ text: UTF8Text, _ start: Int, _ limit: Int, maximalDigits: Int) -> Int {
    if let end = contraction(text, start, limit, ignoresCase: true) { return end }
    let (kind, next) = text.scalarClass(at: start)
    switch kind {
    case .letter: return run(text, next, limit) { $0 == .letter }
    case .number:
      var end = next
      for _ in 1..<maximalDigits {
        guard end < limit else { break }
        let following = text.scalarClass(at: end)
        guard following.value == .number else { break }
        end = following.next
      }
      return end
    case .space, .other:
      if next < limit {
        let following = text.scalarClass(at: next)
        // Any one scalar but a digit or a newline goes with the letters after it.
        if following.value == .letter { return run(text, following.next, limit) { $0 == .letter } }
        if text.bytes[start] == UInt8(ascii: " "), following.value == .other {
          return newlines(text, run(text, following.next, limit) { $0 == .other }, limit)
        }
      }
      if kind == .other { return newlines(text, run(text, next, limit) { $0 == .other }, limit) }
    case .newline: break
    }
    // \s*[\r\n]+ ends with the last newline of the whitespace.
    var lastNewline: Int?
    var position = start
    while position < limit {
      let (kind, next) = text.scalarClass(at: position)
      guard kind.isSpace else { break }
      if kind == .newline { lastNewline = next }
      position = next
    }
    return lastNewline ?? spaceEnd(text, start, limit)
  }

  /// `\s+(?!\S)|\s+`: all of the whitespace at the end of the text, else all but its last scalar, but at least one.
  private static func spaceEnd(_ text: UTF8Text, _ start: Int, _ limit: Int) -> Int {
    let end = run(text, start, limit) { $0.isSpace }
    if end == limit { return end }
    let beforeLast = text.start(before: end)
    return beforeLast > start ? beforeLast : end
  }

  private static func run(_ text: UTF8Text, _ start: Int, _ limit: Int, while belongs: (ScalarClass) -> Bool) -> Int {
    var position = start
    while position < limit {
      let (kind, next) = text.scalarClass(at: position)
      guard belongs(kind) else { break }
      position = next
    }
    return position
  }

  private static func newlines(_ text: UTF8Text, _ start: Int, _ limit: Int) -> Int {
    run(text, start, limit) { $0 == .newline }
  }

  /// `'s|'t|'re|'ve|'m|'ll|'d`
  private static func contraction(_ text: UTF8Text, _ start: Int, _ limit: Int, ignoresCase: Bool) -> Int? {
    guard text.bytes[start] == UInt8(ascii: "'"), start + 1 < limit else { return nil }
    func letter(_ index: Int) -> UInt8 {
      guard index < limit else { return 0 }
      let byte = text.bytes[index]
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      return ignoresCase && isUpper ? byte | 0x20 : byte
    }
    switch (letter(start + 1), letter(start + 2)) {
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "t"), _), (UInt8(ascii: "m"), _), (UInt8(ascii: "d"), _):
      return start + 2
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      return start + 3
    // U+017F, the long s, is an s without regard to case.
    case (0xC5, 0xBF) where ignoresCase: return start + 3
    default: return nil
    }
  }
}
