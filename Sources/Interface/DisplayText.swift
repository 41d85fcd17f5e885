/// A grapheme cluster that is safe to put into a cell, and the cells that it takes: 1 or 2.
struct Glyph: Sendable, Equatable {
  var character: Character
  var width: Int

  static let space = Glyph(character: " ", width: 1)
}

/// Text from anywhere – a goal, a model's answer, a file's name – made safe to show.
///
/// A terminal obeys control characters, and bidirectional overrides make text read as something that it isn't. Both are
/// replaced by something visible here, on the only way into a cell, so nothing that was recorded or generated can
/// move the cursor, change the title or hide itself.
enum DisplayText {
  /// The most scalars of one cluster that are kept; more would only be marks heaped on one letter.
  static let longestCluster = 8

  /// What is shown of a text on one line; line breaks and tabs become spaces. ASCII only if `ascii`.
  static func glyphs(of text: some StringProtocol, ascii: Bool) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    for character in text { append(character, to: &glyphs, ascii: ascii) }
    return glyphs
  }

  /// The cells that a text takes on one line.
  static func width(of text: some StringProtocol, ascii: Bool) -> Int {
    glyphs(of: text, ascii: ascii).reduce(0) { $0 + $1.width }
  }

  private static func append(_ character: Character, to glyphs: inout [Glyph], ascii: Bool) {
    if let value = character.asciiValue, (0x20...0x7E).contains(value) {
      glyphs.append(Glyph(character: character, width: 1))
    } else if character == "\t" || character.isNewline {
      glyphs.append(.space)
    } else {
      appendChecked(character, to: &glyphs, ascii: ascii)
    }
  }

  private static func appendChecked(_ character: Character, to glyphs: inout [Glyph], ascii: Bool) {
    var kept = String.UnicodeScalarView()
    var replacements: [Character] = []
    let base = character.unicodeScalars.first
    for scalar in character.unicodeScalars {
      switch verdict(on: scalar, after: base) {
      case .keep: if kept.count < longestCluster { kept.append(scalar) }
      case .drop: break
      case .replace(let by): if replacements.last != by { replacements.append(by) }
      }
    }
    if let first = kept.first, !(kept.count == 1 && isJoiner(first)) {
      // A mark without a letter would fall on the neighbouring cell.
      if CharacterWidth.of(first) == 0 { kept.insert("\u{25CC}", at: kept.startIndex) }
      for cluster in String(kept) { appendPlain(cluster, to: &glyphs, ascii: ascii) }
    }
    for replacement in replacements { appendPlain(ascii ? "?" : replacement, to: &glyphs, ascii: ascii) }
  }

  private static func appendPlain(_ cluster: Character, to glyphs: inout [Glyph], ascii: Bool) {
    if ascii, !cluster.isASCII {
      for character in asciiReplacements[cluster] ?? (cluster.isWhitespace ? " " : "?") {
        glyphs.append(Glyph(character: character, width: 1))
      }
    } else {
      glyphs.append(Glyph(character: cluster, width: max(1, CharacterWidth.of(cluster))))
    }
  }

  private enum Verdict {
    case keep, drop
    case replace(Character)
  }

  private static func verdict(on scalar: Unicode.Scalar, after base: Unicode.Scalar?) -> Verdict {
    let value = scalar.value
    switch scalar.properties.generalCategory {
    case .control:
      // U+2400 and after are pictures of the control characters.
      if value < 0x20, let picture = Unicode.Scalar(0x2400 + value) { return .replace(Character(picture)) }
      return .replace(value == 0x7F ? "\u{2421}" : "\u{FFFD}")
    case .format:
      switch value {
      case 0x200C, 0x200D: return .keep
      // Soft hyphen, zero-width space, word joiner and byte order mark say nothing on a grid of cells.
      case 0xAD, 0x200B, 0x2060, 0xFEFF: return .drop
      // Tags spell the flag of a region after a black flag, which few terminals show; elsewhere they are a hidden message.
      case 0xE0020...0xE007F where base?.value == 0x1F3F4: return .drop
      default: return .replace("\u{FFFD}")
      }
    case .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return .replace("\u{FFFD}")
    default: return .keep
    }
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    [0x200C, 0x200D].contains(scalar.value) || scalar.properties.isVariationSelector
  }

  /// What typography becomes on a terminal that shows ASCII only.
  private static let asciiReplacements: [Character: String] = [
    "…": "...", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"",
    "«": "\"", "»": "\"", "•": "*", "·": "-", "×": "x", "→": "->", "←": "<-", "↑": "^", "↓": "v", "✓": "+", "✗": "x",
    "°": "deg", "€": "EUR",
  ]
}
