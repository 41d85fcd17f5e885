import Interface

extension Rect {
  /// The part of it that is on a screen of that size.
  func clipped(to size: Size) -> Rect {
    let left = min(max(column, 0), size.columns)
    let top = min(max(row, 0), size.rows)
    // The sums of an absurd rectangle overflow.
    let right = column.addingReportingOverflow(max(columns, 0))
    let bottom = row.addingReportingOverflow(max(rows, 0))
    return Rect(
      column: left, row: top,
      columns: max(0, min(right.overflow ? size.columns : right.partialValue, size.columns) - left),
      rows: max(0, min(bottom.overflow ? size.rows : bottom.partialValue, size.rows) - top))
  }
}
