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

extension Canvas {
  /// Draws the box around a list, where there is room for one, and returns the room in it.
  mutating func listBox(_ rect: Rect, title: String, right: String = "") -> Rect {
    rect.boxesList ? box(rect, title: title, right: right) : rect
  }
}

extension Rect {
  /// Whether there is room for a list with a box around it.
  fileprivate var boxesList: Bool { rows >= 5 && columns >= 24 }

  /// How many rows of a list can be seen here.
  var listRows: Int { max(0, boxesList ? rows - 2 : rows) }

  /// A list above and what is known of the chosen line below; the list alone where there are fewer rows than `least`.
  func listAndDetail(from least: Int) -> (list: Rect, detail: Rect) {
    var list = self
    let detail = list.takeBottom(rows >= least && columns >= 24 ? min(8, rows / 2) : 0)
    return (list, detail)
  }
}
