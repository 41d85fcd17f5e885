extension Rect {
  var columnRange: Range<Int> { column..<column + max(0, columns) }
  var rowRange: Range<Int> { row..<row + max(0, rows) }
  var isEmpty: Bool { columns <= 0 || rows <= 0 }

  func contains(column: Int, row: Int) -> Bool { columnRange.contains(column) && rowRange.contains(row) }

  /// The rectangle without that much at each side.
  func inset(columns byColumns: Int, rows byRows: Int = 0) -> Rect {
    Rect(
      column: column + byColumns, row: row + byRows, columns: max(0, columns - 2 * byColumns),
      rows: max(0, rows - 2 * byRows))
  }

  /// Takes rows off the top, as many as there are.
  mutating func takeTop(_ count: Int) -> Rect {
    let taken = max(0, min(count, rows))
    let top = Rect(column: column, row: row, columns: columns, rows: taken)
    row += taken
    rows -= taken
    return top
  }

  /// Takes rows off the bottom, as many as there are.
  mutating func takeBottom(_ count: Int) -> Rect {
    let taken = max(0, min(count, rows))
    rows -= taken
    return Rect(column: column, row: row + rows, columns: columns, rows: taken)
  }

  /// Takes columns off the left, as many as there are.
  mutating func takeLeft(_ count: Int) -> Rect {
    let taken = max(0, min(count, columns))
    let left = Rect(column: column, row: row, columns: taken, rows: rows)
    column += taken
    columns -= taken
    return left
  }
}
