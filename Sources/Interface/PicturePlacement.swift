/// Where a picture goes, and in what size.
public struct PicturePlacement: Sendable, Equatable {
  /// The cells that it covers.
  public var cells: Rect
  /// Its size on the screen.
  public var pixels: PixelSize
  /// The size of a cell.
  private var cell: PixelSize

  /// Fits a picture into an area: as large as possible in its proportions, centred.
  ///
  /// - Parameters:
  ///   - picture: the picture's own size.
  ///   - cell: a cell's size.
  ///   - wholeCells: whether it has to fill whole cells, as block characters do; its proportions then are off by up to
  ///     half a cell.
  /// - Returns: nil if there is no room or no picture.
  public static func fit(_ picture: PixelSize, in area: Rect, cell: PixelSize, wholeCells: Bool) -> PicturePlacement? {
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
      pixels: pixels, cell: cell)
  }

  /// The pixel of the picture that is shown in the middle of a cell; nil beside the picture.
  public func pixel(column: Int, row: Int, of picture: PixelSize) -> (x: Int, y: Int)? {
    guard cells.contains(column: column, row: row), picture.width > 0, picture.height > 0 else { return nil }
    let x = (Double(column - cells.column) + 0.5) * Double(cell.width) / Double(pixels.width)
    let y = (Double(row - cells.row) + 0.5) * Double(cell.height) / Double(pixels.height)
    return (Self.pixel(x, of: picture.width), Self.pixel(y, of: picture.height))
  }

  /// The last cell may be covered in part only.
  private static func pixel(_ share: Double, of size: Int) -> Int {
    Int(min(share * Double(size), Double(size) - 1).rounded(.down))
  }
}
