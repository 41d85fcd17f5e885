/// What stands in a text field. Offsets count UTF-8 bytes and lie on character boundaries.
struct FieldText: Sendable, Equatable, Codable {
  private(set) var text: String
  private(set) var cursor: Int
  /// The other end of what is selected; nil when nothing is.
  private(set) var anchor: Int?
  /// Whether a long press asked what can be put in at the cursor.
  private(set) var offersPaste = false

  init(_ text: String = "") {
    self.text = text
    cursor = text.utf8.count
  }

  var selection: Range<Int>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  var selectedText: String? {
    selection.map { String(text[index($0.lowerBound)..<index($0.upperBound)]) }
  }

  /// Types over what is selected, or at the cursor.
  mutating func insert(_ typed: String) {
    let range = selection ?? cursor..<cursor
    let end = range.lowerBound + typed.utf8.count
    text.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: typed)
    anchor = nil
    move(to: end)
  }

  /// Deletes what is selected, or the character before the cursor (after it, if told so).
  mutating func delete(forward: Bool = false) {
    if selection != nil { return insert("") }
    let here = index(cursor)
    let other: String.Index
    if forward {
      guard here < text.endIndex else { return }
      other = text.index(after: here)
    } else {
      guard here > text.startIndex else { return }
      other = text.index(before: here)
    }
    anchor = text.utf8.distance(from: text.startIndex, to: other)
    insert("")
  }

  mutating func selectAll() {
    offersPaste = false
    anchor = 0
    cursor = text.utf8.count
  }

  /// Selects the word around an offset; where there is none, offers to paste.
  mutating func selectWord(at offset: Int) {
    move(to: offset)
    var (start, end) = (index(cursor), index(cursor))
    func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
    while start > text.startIndex, isWord(text[text.index(before: start)]) { start = text.index(before: start) }
    while end < text.endIndex, isWord(text[end]) { end = text.index(after: end) }
    guard start < end else {
      offersPaste = true
      return
    }
    anchor = text.utf8.distance(from: text.startIndex, to: start)
    cursor = text.utf8.distance(from: text.startIndex, to: end)
  }

  mutating func move(to offset: Int) {
    offersPaste = false
    anchor = nil
    cursor = text.utf8.distance(from: text.startIndex, to: index(offset))
  }

  /// Moves the cursor by characters.
  mutating func move(by count: Int) {
    let here = index(cursor)
    let limit = count < 0 ? text.startIndex : text.endIndex
    let there = text.index(here, offsetBy: count, limitedBy: limit) ?? limit
    move(to: text.utf8.distance(from: text.startIndex, to: there))
  }

  // The character boundary at or before an offset.
  private func index(_ offset: Int) -> String.Index {
    let start = text.utf8.index(text.startIndex, offsetBy: max(0, min(offset, text.utf8.count)))
    if let exact = start.samePosition(in: text) { return exact }
    return text.indices.last { $0 <= start } ?? text.startIndex
  }
}
