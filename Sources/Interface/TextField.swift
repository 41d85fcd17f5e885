/// A line of text that is being typed, with a cursor.
struct TextField: Sendable, Equatable {
  /// Longer input is cut.
  static let longest = 4_096

  private var characters: [Character]
  /// How many characters are before the cursor.
  private(set) var cursor: Int

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// Takes a key; false if it means nothing to a text field.
  mutating func type(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .backspace, .control("h"): remove(max(0, cursor - 1)..<cursor)
    case .delete, .control("d"): remove(cursor..<min(characters.count, cursor + 1))
    case .control("u"): remove(0..<cursor)
    case .control("k"): remove(cursor..<characters.count)
    case .control("w"): remove(startOfWord..<cursor)
    default: return false
    }
    return true
  }

  /// Inserts text at the cursor, on one line.
  mutating func insert(_ text: String) {
    let line = String(text.prefix(Self.longest).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    // A combining mark joins the letter before it, so what is before the cursor is counted anew.
    let before = String((String(characters[..<cursor]) + line).prefix(Self.longest))
    let after = String(characters[cursor...])
    cursor = before.count
    characters = Array((before + after).prefix(Self.longest))
    cursor = min(cursor, characters.count)
  }

  /// The part of the text that is shown in `columns` cells, and the cursor's cell in it.
  func window(columns: Int, ascii: Bool) -> (text: String, cursor: Int) {
    let columns = max(1, columns)
    var start = 0
    let before = characters[..<cursor].map { DisplayText.glyphs(of: String($0), ascii: ascii) }
    var width = before.reduce(0) { $0 + $1.reduce(0) { $0 + $1.width } }
    while width > columns - 1, start < before.count {
      width -= before[start].reduce(0) { $0 + $1.width }
      start += 1
    }
    return (String(characters[start...]), width)
  }

  /// Words end at spaces and slashes, so Ctrl-W takes a path apart folder by folder.
  private var startOfWord: Int {
    var start = cursor
    while start > 0, isSeparator(characters[start - 1]) { start -= 1 }
    while start > 0, !isSeparator(characters[start - 1]) { start -= 1 }
    return start
  }

  private func isSeparator(_ character: Character) -> Bool { character == " " || character == "/" }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
    // What was apart may now be one character.
    let before = String(characters[..<cursor])
    characters = Array(String(characters))
    cursor = min(before.count, characters.count)
  }
}
