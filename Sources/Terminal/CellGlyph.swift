/// The scalars that a cell sends to the terminal.
enum CellGlyph {
  /// ncurses keeps five in a cell.
  static let mostScalars = 5

  /// Appends the scalars of a cell's character.
  ///
  /// Text that the program shows comes from recordings and models, so control characters are replaced: one of them would
  /// let a recorded step move the cursor or worse. Without UTF-8, whatever isn't ASCII becomes a question mark.
  /// - Returns: how many were appended; none for the second half of a wide character.
  static func append(_ character: Character?, isUTF8: Bool, to scalars: inout [UInt32]) -> UInt8 {
    guard let character else { return 0 }
    if let ascii = character.asciiValue {
      // Swift has one character for a carriage return with a line feed, and this is its value.
      scalars.append((0x20..<0x7F).contains(ascii) ? UInt32(ascii) : UInt32(UInt8(ascii: "?")))
      return 1
    }
    guard isUTF8 else {
      scalars.append(UInt32(UInt8(ascii: "?")))
      return 1
    }
    var count: UInt8 = 0
    for scalar in character.unicodeScalars.prefix(mostScalars) {
      scalars.append(isControl(scalar) ? 0xFFFD : scalar.value)
      count += 1
    }
    return count
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Format characters reorder text (U+202E) or hide it; the joiners are part of emoji.
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: scalar.value != 0x200D && scalar.value != 0x200C
    default: false
    }
  }
}
