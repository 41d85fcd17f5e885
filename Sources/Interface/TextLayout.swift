/// Breaks and cuts text for a number of cells.
enum TextLayout {
  /// Longer texts are cut before they are laid out; no answer of a model is that long, only a damaged recording.
  static let longestText = 50_000

  /// The lines of a text, none wider than `columns`. Breaks at spaces, after `,` and `/`, around wide characters, and
  /// inside a word only where it alone is too wide. Line breaks of the text stay.
  static func wrap(_ text: String, columns: Int, ascii: Bool) -> [String] {
    let columns = max(1, columns)
    let text = text.utf8.count > longestText ? String(text.prefix(longestText)) + " …" : text
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      wrap(paragraph: DisplayText.glyphs(of: paragraph, ascii: ascii), columns: columns, into: &lines)
    }
    return lines
  }

  /// The text if it fits, else its beginning and `…` (`...` in ASCII).
  static func cut(_ text: String, columns: Int, ascii: Bool) -> String {
    string(glyphs(of: text, columns: columns, ascii: ascii)[...])
  }

  /// The same as glyphs.
  static func glyphs(of text: String, columns: Int, ascii: Bool) -> [Glyph] {
    let glyphs = DisplayText.glyphs(of: text, ascii: ascii)
    guard width(of: glyphs[...]) > columns else { return glyphs }
    let (dots, room) = ellipsis(columns: columns, ascii: ascii)
    return prefix(of: glyphs[...], columns: room) + dots.map { Glyph(character: $0, width: 1) }
  }

  /// The text if it fits, else `…` and its end; for paths, whose ends say more.
  static func cutStart(_ text: String, columns: Int, ascii: Bool) -> String {
    let glyphs = DisplayText.glyphs(of: text, ascii: ascii)
    guard width(of: glyphs[...]) > columns else { return string(glyphs[...]) }
    let (dots, room) = ellipsis(columns: columns, ascii: ascii)
    var start = glyphs.endIndex
    var used = 0
    while start > 0, used + glyphs[start - 1].width <= room {
      start -= 1
      used += glyphs[start].width
    }
    return dots + string(glyphs[start...])
  }

  private static func ellipsis(columns: Int, ascii: Bool) -> (dots: String, room: Int) {
    let dots = String((ascii ? "..." : "…").prefix(max(0, columns)))
    // Three dots in place of three letters would say less than the letters.
    if ascii, columns < 6 { return ("", max(0, columns)) }
    return (dots, max(0, columns - dots.count))
  }

  private static func prefix(of glyphs: ArraySlice<Glyph>, columns: Int) -> ArraySlice<Glyph> {
    var used = 0
    var end = glyphs.startIndex
    while end < glyphs.endIndex, used + glyphs[end].width <= columns {
      used += glyphs[end].width
      end += 1
    }
    return glyphs[..<end]
  }

  private static func wrap(paragraph: [Glyph], columns: Int, into lines: inout [String]) {
    var line: [Glyph] = []
    var used = 0
    var lastBreak = 0  // glyphs of `line` before the last place where it may be broken
    var isContinued = false
    for var glyph in paragraph {
      if glyph.width > columns { glyph = Glyph(character: "?", width: 1) }
      if glyph.character == " " {
        if line.isEmpty, isContinued { continue }
        if used + 1 > columns {
          // The space that doesn't fit is the break.
          lines.append(trimmed(line[...]))
          (line, used, lastBreak, isContinued) = ([], 0, 0, true)
          continue
        }
        line.append(glyph)
        used += 1
        if line.contains(where: { $0.character != " " }) { lastBreak = line.count }
        continue
      }
      if glyph.width == 2, !line.isEmpty, line.last?.character != " " { lastBreak = line.count }
      while used + glyph.width > columns, !line.isEmpty {
        let end = lastBreak > 0 ? lastBreak : line.count
        lines.append(trimmed(line[..<end]))
        line.removeFirst(end)
        used = width(of: line[...])
        (lastBreak, isContinued) = (0, true)
      }
      line.append(glyph)
      used += glyph.width
      if glyph.width == 2 || glyph.character == "," || glyph.character == "/" { lastBreak = line.count }
    }
    lines.append(trimmed(line[...]))
  }

  private static func trimmed(_ line: ArraySlice<Glyph>) -> String {
    var line = line
    while line.last?.character == " " { line.removeLast() }
    return string(line)
  }

  private static func width(of glyphs: ArraySlice<Glyph>) -> Int { glyphs.reduce(0) { $0 + $1.width } }

  private static func string(_ glyphs: ArraySlice<Glyph>) -> String {
    var text = ""
    for glyph in glyphs { text.append(glyph.character) }
    return text
  }
}
