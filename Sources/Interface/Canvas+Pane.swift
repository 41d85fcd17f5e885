/// The parts that screens of steps share.
extension Canvas {
  /// A heading with a text below it that scrolls, and lines that stay.
  mutating func pane(
    _ title: String, _ content: PaneContent, role: Role, pane: TextPane, id: TextID, right: (text: String, role: Role),
    isFocused: Bool, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    var rest = rect
    heading(
      title, in: rest.takeTop(1), role: role, right: right.text, rightRole: right.role, isFocused: isFocused)
    let visible = content.textRows(in: rect)
    let textRect = rest.takeTop(min(visible, content.text.count))
    if rest.rows > content.pinned.count { _ = rest.takeTop(1) }
    let first = pane.first(count: content.text.count, visible: visible)
    put(content.text.dropFirst(first), in: textRect)
    scrollBar(
      column: rect.column + rect.columns - 1, rows: textRect.rowRange, first: first, visible: visible,
      count: content.text.count, role: isFocused ? .title : .border)
    put(content.pinned, in: rest)
    addTarget(.text(id), in: rect)
  }

  /// What is to be done, cut where it is longer than the room for it.
  mutating func goal(_ goal: String, in rect: Rect, moreKey: String = "i") {
    var rect = rect
    heading("Goal", in: rect.takeTop(1))
    var lines = wrap(goal, columns: rect.columns, isBold: true)
    if lines.count > rect.rows, rect.rows > 0 {
      // The rest is a key away.
      let last = TextLayout.cut(
        lines[rect.rows - 1].text, columns: rect.columns - moreKey.count - 7, ascii: isASCII)
      lines[rect.rows - 1].text = last + (isASCII ? "... (\(moreKey))" : "… (\(moreKey))")
    }
    put(lines, in: rect)
  }

  /// A question in the last line of the body, with what is being typed.
  mutating func prompt(_ question: String, _ field: TextField, in body: Rect) {
    guard !body.isEmpty else { return }
    let row = body.row + body.rows - 1
    let line = Rect(column: body.column, row: row, columns: body.columns, rows: 1)
    clear(line, role: .selected)
    removePictures(under: line)
    let used = put(
      " \(question): ", column: line.column, row: row, columns: line.columns, role: .selected, isBold: true)
    let window = field.window(columns: line.columns - used, ascii: isASCII)
    put(window.text, column: line.column + used, row: row, columns: line.columns - used, role: .selected)
    placeCursor(column: line.column + used + window.cursor, row: row)
    addTarget(.nothing, in: line)
  }
}
