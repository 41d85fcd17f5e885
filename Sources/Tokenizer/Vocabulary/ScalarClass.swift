/// What the patterns of pre-tokenizers ask of a Unicode scalar.
enum ScalarClass: Sendable {
  /// `\p{L}`
  case letter
  /// `\p{N}`
  case number
  /// `\s` (White_Space), without `\r` and `\n`
  case space
  /// `\r` or `\n`
  case newline
  case other

  var isSpace: Bool { self == .space || self == .newline }

  /// The Unicode version of the regular expression engines that models' tokenizers run on (oniguruma in Hugging Face's
  /// tokenizers 0.23, Rust's regex in tiktoken). Letters and numbers added later are nothing special to them, and so
  /// to the models.
  static let unicodeVersion = 16

  /// Of one scalar.
  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = Self.ascii[Int(scalar)]
      return
    }
    guard let scalar = Unicode.Scalar(scalar) else {
      self = .other
      return
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = (properties.age?.major ?? 0) > Self.unicodeVersion ? .other : .letter
    case .decimalNumber, .letterNumber, .otherNumber:
      self = (properties.age?.major ?? 0) > Self.unicodeVersion ? .other : .number
    default:
      self = properties.isWhitespace ? .space : .other
    }
  }

  private static let ascii: [ScalarClass] = (0..<0x80).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .number
    case UInt8(ascii: "\r"), UInt8(ascii: "\n"): .newline
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C: .space
    default: .other
    }
  }

  /// Whether `Digits` sees a digit: Rust's `char::is_numeric`, whose Unicode version is the standard library's own.
  static func isNumeric(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return false
    }
  }

  /// `\w`: what a token marked `single_word` may not touch.
  static func isWord(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    let properties = scalar.properties
    if properties.isAlphabetic || properties.isJoinControl { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation: return true
    default: return false
    }
  }
}
