extension Canvas {
  /// Draws a list's rows: a pointer before the chosen one, a scroll bar at `barColumn` where rows are hidden.
  ///
  /// `draw` draws a row into the rectangle that it is given; the chosen row is painted over afterwards.
  mutating func list(
    _ list: ListView, count: Int, in rect: Rect, barColumn: Int, isFocused: Bool = true,
    draw: (inout Canvas, Int, Rect) -> Void
  ) {
    guard !rect.isEmpty else { return }
    addTarget(.list, in: rect)
    let range = list.range(count: count, visible: rect.rows)
    for index in range {
      let line = Rect(column: rect.column, row: rect.row + index - range.lowerBound, columns: rect.columns, rows: 1)
      var inside = line
      _ = inside.takeLeft(min(2, max(0, line.columns - 4)))
      draw(&self, index, inside)
      if index == min(list.selection, count - 1) {
        if inside.columns < line.columns {
          put(symbols.pointer, column: line.column, row: line.row, columns: 1, role: .selected, isBold: true)
        }
        if isFocused { paint(line, role: .selected) }
      }
      addTarget(.row(index), in: line)
    }
    scrollBar(
      column: barColumn, rows: rect.rowRange, first: range.lowerBound, visible: rect.rows, count: count)
  }
}
