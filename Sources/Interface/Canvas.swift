/// What a click means at a place of the screen.
enum MouseTarget: Sendable, Equatable {
  /// A row of the screen's list.
  case row(Int)
  /// The screen's list beside its rows.
  case list
  /// A scrollable text.
  case text(TextID)
  /// A key in the footer.
  case key(Key)
  /// A picture of so many pixels in an area.
  case picture(PixelSize, area: Rect)
  /// A part of the screen that covers others and does nothing.
  case nothing

  /// Whether the wheel turns the list there.
  var isList: Bool {
    switch self {
    case .row, .list: true
    case .text, .key, .picture, .nothing: false
    }
  }
}

/// The scrollable texts.
enum TextID: Sendable, Equatable {
  case model, recording, overlay
}

/// A frame being drawn, with the places that the mouse means something at.
///
/// All text goes through `put`, which makes it safe (see `DisplayText`).
struct Canvas {
  private(set) var frame: Frame
  let isASCII: Bool
  let symbols: Symbols
  private var targets: [(rect: Rect, target: MouseTarget)] = []

  init(size: Size, isASCII: Bool) {
    frame = Frame(size: size)
    self.isASCII = isASCII
    symbols = isASCII ? .ascii : .utf8
  }

  var area: Rect { Rect(column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows) }

  // MARK: - Text

  /// Writes a line of text, cut with `…` at `columns`, and returns the cells that it took.
  @discardableResult
  mutating func put(
    _ text: String, column: Int, row: Int, columns: Int, role: Role = .text, isBold: Bool = false
  ) -> Int {
    guard columns > 0 else { return 0 }
    var used = 0
    for glyph in TextLayout.glyphs(of: text, columns: columns, ascii: isASCII) {
      frame.put(glyph, column: column + used, row: row, role: role, isBold: isBold)
      used += glyph.width
    }
    return used
  }

  /// Writes a line of text so that it ends where the rectangle ends, and returns the cells that it took.
  @discardableResult
  mutating func putRight(_ text: String, in rect: Rect, row: Int, role: Role = .text) -> Int {
    let width = min(self.width(of: text), rect.columns)
    return put(text, column: rect.column + rect.columns - width, row: row, columns: width, role: role)
  }

  /// Writes lines from a rectangle's top; what doesn't fit is left out.
  mutating func put(_ lines: some Collection<TextLine>, in rect: Rect) {
    for (index, line) in lines.prefix(max(0, rect.rows)).enumerated() {
      put(
        line.text, column: rect.column, row: rect.row + index, columns: rect.columns, role: line.role,
        isBold: line.isBold)
    }
  }

  func width(of text: String) -> Int { DisplayText.width(of: text, ascii: isASCII) }

  func wrap(_ text: String, columns: Int, role: Role = .text, isBold: Bool = false) -> [TextLine] {
    TextLine.wrap(text, columns: columns, ascii: isASCII, role: role, isBold: isBold)
  }

  // MARK: - Shapes

  /// Blanks a rectangle.
  mutating func clear(_ rect: Rect, role: Role = .text) {
    for row in rect.rowRange {
      for column in rect.columnRange { frame.put(.space, column: column, row: row, role: role, isBold: false) }
    }
  }

  mutating func paint(_ rect: Rect, role: Role) { frame.paint(rect, role: role) }

  /// A box with a title in its upper edge, and returns what is inside.
  @discardableResult
  mutating func box(_ rect: Rect, title: String = "", right: String = "", role: Role = .border) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else {
      return Rect(column: rect.column, row: rect.row, columns: 0, rows: 0)
    }
    let last = rect.column + rect.columns - 1
    let bottom = rect.row + rect.rows - 1
    line(from: rect.column + 1, to: last - 1, row: rect.row, role: role)
    line(from: rect.column + 1, to: last - 1, row: bottom, role: role)
    let side = Glyph(character: symbols.vertical, width: 1)
    for row in rect.row + 1..<max(rect.row + 1, bottom) {
      frame.put(side, column: rect.column, row: row, role: role, isBold: false)
      frame.put(side, column: last, row: row, role: role, isBold: false)
    }
    put(symbols.topLeft, column: rect.column, row: rect.row, columns: 1, role: role)
    put(symbols.topRight, column: last, row: rect.row, columns: 1, role: role)
    put(symbols.bottomLeft, column: rect.column, row: bottom, columns: 1, role: role)
    put(symbols.bottomRight, column: last, row: bottom, columns: 1, role: role)
    let room = rect.columns - 4
    if !title.isEmpty, room > 0 {
      let title = " " + TextLayout.cut(title, columns: room - 2, ascii: isASCII) + " "
      put(title, column: rect.column + 1, row: rect.row, columns: room, role: .title, isBold: true)
    }
    let rightWidth = width(of: right) + 2
    if !right.isEmpty, width(of: title) + rightWidth + 4 <= room {
      put(" " + right + " ", column: last - 1 - rightWidth, row: rect.row, columns: rightWidth, role: .dim)
    }
    return rect.inset(columns: 1, rows: 1)
  }

  /// A heading with a line after it, brighter where keys go to what is below, and something at its right end.
  mutating func heading(
    _ title: String, in rect: Rect, role: Role = .title, right: String = "", rightRole: Role = .dim,
    isFocused: Bool = false
  ) {
    guard !rect.isEmpty else { return }
    let rightWidth = right.isEmpty ? 0 : min(width(of: right), max(0, rect.columns - width(of: title) - 4))
    let titleEnd =
      rect.column + put(title, column: rect.column, row: rect.row, columns: rect.columns, role: role, isBold: true)
    let end = rect.column + rect.columns - (rightWidth > 0 ? rightWidth + 1 : 0)
    line(from: titleEnd + 1, to: end - 1, row: rect.row, role: isFocused ? .title : .border)
    if rightWidth > 0 { put(right, column: end + 1, row: rect.row, columns: rightWidth, role: rightRole) }
  }

  mutating func line(from first: Int, to last: Int, row: Int, role: Role) {
    guard first <= last else { return }
    let glyph = Glyph(character: symbols.horizontal, width: 1)
    for column in first...last { frame.put(glyph, column: column, row: row, role: role, isBold: false) }
  }

  /// A bar that is full at 1.
  mutating func progress(_ fraction: Double, column: Int, row: Int, columns: Int, role: Role = .proposed) {
    let text = progressText(fraction, columns: columns)
    put(text, column: column, row: row, columns: columns, role: role)
  }

  func progressText(_ fraction: Double, columns: Int) -> String {
    let columns = max(0, columns)
    let full = Int((NumberText.clamped(fraction) * Double(columns)).rounded(.down))
    return String(repeating: symbols.barFull, count: full) + String(repeating: symbols.barEmpty, count: columns - full)
  }

  /// A scroll bar in one column, where not all lines are visible.
  mutating func scrollBar(column: Int, rows: Range<Int>, first: Int, visible: Int, count: Int, role: Role = .title) {
    guard count > visible, visible > 0, rows.count > 1 else { return }
    let length = max(1, rows.count * visible / count)
    let start = first * (rows.count - length) / max(1, count - visible)
    for row in 0..<length {
      put(symbols.thumb, column: column, row: rows.lowerBound + start + row, columns: 1, role: role)
    }
  }

  // MARK: - Pictures, the cursor and the mouse

  mutating func add(_ picture: Picture) { frame.pictures.append(picture) }

  /// Takes away pictures that something is drawn over.
  mutating func removePictures(under rect: Rect) {
    frame.pictures.removeAll { picture in
      picture.area.columnRange.overlaps(rect.columnRange) && picture.area.rowRange.overlaps(rect.rowRange)
    }
  }

  mutating func placeCursor(column: Int, row: Int) {
    guard area.contains(column: column, row: row) else { return }
    frame.cursor = (column, row)
  }

  mutating func hideCursor() { frame.cursor = nil }

  mutating func addTarget(_ target: MouseTarget, in rect: Rect) { targets.append((rect, target)) }

  /// What a click means there: what was drawn last.
  func target(column: Int, row: Int) -> MouseTarget? {
    targets.last { $0.rect.contains(column: column, row: row) }?.target
  }
}
