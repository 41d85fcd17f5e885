import Interface

/// Where a picture goes, and in what size.
struct PicturePlacement: Sendable, Equatable {
  /// The cells that it covers.
  var cells: Rect
  /// Its size on the screen.
  var pixels: PixelSize

  /// Fits a picture into an area: as large as possible in its proportions, centred.
  ///
  /// - Parameters:
  ///   - picture: the picture's own size.
  ///   - cell: a cell's size.
  ///   - wholeCells: whether it has to fill whole cells, as block characters do; its proportions then are off by up to
  ///     half a cell.
  /// - Returns: nil if there is no room or no picture.
  static func fit(_ picture: PixelSize, in area: Rect, cell: PixelSize, wholeCells: Bool) -> PicturePlacement? {
    guard picture.width > 0, picture.height > 0, area.columns > 0, area.rows > 0 else { return nil }
    let room = PixelSize(width: area.columns * cell.width, height: area.rows * cell.height)
    let scale = min(
      Double(room.width) / Double(picture.width), Double(room.height) / Double(picture.height))
    var pixels = PixelSize(
      width: min(room.width, max(1, Int((Double(picture.width) * scale).rounded()))),
      height: min(room.height, max(1, Int((Double(picture.height) * scale).rounded()))))
    let columns: Int
    let rows: Int
    if wholeCells {
      columns = max(1, (pixels.width + cell.width / 2) / cell.width)
      rows = max(1, (pixels.height + cell.height / 2) / cell.height)
      pixels = PixelSize(width: columns * cell.width, height: rows * cell.height)
    } else {
      columns = (pixels.width + cell.width - 1) / cell.width
      rows = (pixels.height + cell.height - 1) / cell.height
    }
    return PicturePlacement(
      cells: Rect(
        column: area.column + (area.columns - columns) / 2, row: area.row + (area.rows - rows) / 2, columns: columns,
        rows: rows),
      pixels: pixels)
  }
}

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
