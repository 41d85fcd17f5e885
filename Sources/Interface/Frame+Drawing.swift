extension Frame {
  /// Puts a glyph into its cell, or its two cells, and blanks the other half of a wide one that it cuts in two.
  ///
  /// Outside the frame, and where only the first half of a wide glyph would fit, nothing or a blank is written.
  mutating func put(_ glyph: Glyph, column: Int, row: Int, role: Role, isBold: Bool) {
    guard column >= 0, row >= 0, column < size.columns, row < size.rows else { return }
    let isWide = glyph.width == 2
    guard !isWide || column + 1 < size.columns else {
      put(.space, column: column, row: row, role: role, isBold: isBold)
      return
    }
    separate(column: column, row: row)
    if isWide { separate(column: column + 1, row: row) }
    self[column, row] = Cell(glyph.character, role: role, isBold: isBold)
    if isWide { self[column + 1, row] = Cell(nil, role: role, isBold: isBold) }
  }

  /// Gives the cells of a row another role, text and boldness as they are.
  mutating func paint(_ rect: Rect, role: Role) {
    for row in rect.rowRange {
      for column in rect.columnRange { self[column, row].role = role }
    }
  }

  /// Frees a cell from a wide character that it is half of.
  private mutating func separate(column: Int, row: Int) {
    if self[column, row].character == nil { self[column - 1, row].character = " " }
    if column + 1 < size.columns, self[column + 1, row].character == nil { self[column + 1, row].character = " " }
  }
}
