/// The letters that stand for bytes in vocabularies of byte-level BPE (GPT-2's `bytes_to_unicode`).
///
/// The 188 bytes that are visible in Latin-1 stand for themselves; the other 68 (space, control characters, …) are
/// U+0100 onwards in their order, so that a space is `Ġ`.
enum ByteLetters {
  /// The letter of each byte.
  static let letters: [Unicode.Scalar] = {
    var letters: [Unicode.Scalar] = []
    var next: UInt32 = 0x100
    for byte in UInt8.min...UInt8.max {
      if isVisible(byte) {
        letters.append(Unicode.Scalar(byte))
      } else {
        letters.append(Unicode.Scalar(next) ?? "?")
        next += 1
      }
    }
    return letters
  }()

  /// The byte of each letter below U+0144; -1 where there is none.
  private static let bytes: [Int16] = {
    var bytes = [Int16](repeating: -1, count: 0x144)
    for (byte, letter) in letters.enumerated() { bytes[Int(letter.value)] = Int16(byte) }
    return bytes
  }()

  private static func isVisible(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) || (0xA1...0xAC).contains(byte) || (0xAE...0xFF).contains(byte)
  }

  /// Appends the bytes that a token's letters stand for; appends nothing and returns false where one is no such letter.
  static func append(bytesOf token: String, to output: inout [UInt8]) -> Bool {
    let start = output.count
    for scalar in token.unicodeScalars {
      guard scalar.value < 0x144, bytes[Int(scalar.value)] >= 0 else {
        output.removeSubrange(start...)
        return false
      }
      output.append(UInt8(truncatingIfNeeded: bytes[Int(scalar.value)]))
    }
    return true
  }

  /// The token's letters.
  static func letters(of bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(letters[Int(byte)]) }
    return String(text)
  }
}
