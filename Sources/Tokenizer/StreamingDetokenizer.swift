/// Turns ids into text as they come, holding back bytes that don't yet make a whole character.
///
/// All the pieces together are what `Tokenizer.decode` makes of all the ids.
public struct StreamingDetokenizer: Sendable {
  private let tokenizer: Tokenizer
  private let skipsSpecial: Bool
  private var held: [UInt8] = []

  /// A detokenizer at the start of a text.
  public init(_ tokenizer: Tokenizer) { self.init(tokenizer, skipsSpecial: true) }

  /// A detokenizer at the start of a text, which shows special tokens too if they aren't skipped.
  public init(_ tokenizer: Tokenizer, skipsSpecial: Bool) {
    self.tokenizer = tokenizer
    self.skipsSpecial = skipsSpecial
  }

  /// The text that this id completes, often empty.
  public mutating func append(_ id: Int32) -> String {
    tokenizer.append(bytesOf: id, skipsSpecial: skipsSpecial, to: &held)
    let complete = held.count - Self.incompleteSuffix(of: held)
    let text = String(decoding: held[..<complete], as: UTF8.self)
    held.removeFirst(complete)
    return text
  }

  /// The text of what was held back, with U+FFFD for what is no UTF-8.
  public mutating func finish() -> String {
    let text = String(decoding: held, as: UTF8.self)
    held = []
    return text
  }

  /// How many bytes at the end begin a character that later bytes could complete (Unicode's table 3-7).
  static func incompleteSuffix(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let start = bytes.count - length
      let first = bytes[start]
      if first & 0xC0 == 0x80 { continue }
      let needed =
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      guard length < needed else { return 0 }
      guard length > 1 else { return length }
      let second: ClosedRange<UInt8> =
        switch first {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      return second.contains(bytes[start + 1]) ? length : 0
    }
    return 0
  }
}
