/// How the tiles of a picture become a row of image tokens.
///
/// Plain LLaVA: the patches of the one tile. LLaVA-NeXT: the patches of the whole picture (tile 0), then those of the
/// tiles put together to one large picture, row by row, without the rows or columns that only padding fills, and after
/// every row a newline. From transformers' `select_best_resolution`, `unpad_image` and `pack_image_features`.
public struct ImageLayout: Sendable, Equatable {
  /// Rows of tiles, without tile 0; 0 for plain LLaVA.
  public let tileRows: Int
  /// Columns of tiles, without tile 0; 0 for plain LLaVA.
  public let tileColumns: Int
  /// Patches along one side of a tile.
  public let side: Int
  /// The rows of the large picture, counted in patches, that are not padding.
  public let rows: Range<Int>
  /// The columns of the large picture, counted in patches, that are not padding.
  public let columns: Range<Int>

  /// The layout of a picture of `height` × `width` pixels.
  public init(_ configuration: MultimodalConfiguration, height: Int, width: Int) {
    side = configuration.vision.patchesPerSide
    guard let pinpoints = configuration.gridPinpoints else {
      tileRows = 0
      tileColumns = 0
      rows = 0..<0
      columns = 0..<0
      return
    }
    let height = max(height, 1)
    let width = max(width, 1)
    let best = ImageLayout.bestResolution(height: height, width: width, pinpoints)
    tileRows = best.height / configuration.vision.imageSize
    tileColumns = best.width / configuration.vision.imageSize
    let rows = tileRows * side
    let columns = tileColumns * side
    if Double(width) / Double(height) > Double(columns) / Double(rows) {
      let kept = ImageLayout.whole(Double(height) * (Double(columns) / Double(width)))
      let padding = (rows - kept) / 2
      self.rows = padding..<rows - padding
      self.columns = 0..<columns
    } else {
      let kept = ImageLayout.whole(Double(width) * (Double(rows) / Double(height)))
      let padding = (columns - kept) / 2
      self.rows = 0..<rows
      self.columns = padding..<columns - padding
    }
  }

  /// The number of tiles, tile 0 included.
  public var tiles: Int { 1 + tileRows * tileColumns }

  /// The number of image tokens.
  public var tokens: Int { side * side + rows.count * (columns.count + 1) }

  /// What a token shows.
  public enum Token: Sendable, Equatable {
    /// A patch of a tile.
    case patch(tile: Int, index: Int)
    /// The end of a row of patches.
    case newline
  }

  /// What follows tile 0's patches, in order.
  public var tokensAfterBase: [Token] {
    var list: [Token] = []
    list.reserveCapacity(rows.count * (columns.count + 1))
    for y in rows {
      for x in columns {
        let tile = 1 + y / side * tileColumns + x / side
        list.append(.patch(tile: tile, index: y % side * side + x % side))
      }
      list.append(.newline)
    }
    return list
  }

  /// The size that shows most of the picture's pixels, and of those the one that wastes least.
  static func bestResolution(height: Int, width: Int, _ pinpoints: [GridPinpoint]) -> GridPinpoint {
    var best = pinpoints.first ?? GridPinpoint(height: 1, width: 1)
    var mostEffective = 0.0
    var leastWasted = Double.infinity
    for size in pinpoints {
      let scale = min(Double(size.width) / Double(width), Double(size.height) / Double(height))
      let scaled = (Double(width) * scale).rounded(.towardZero) * (Double(height) * scale).rounded(.towardZero)
      let effective = min(scaled, Double(width) * Double(height))
      let wasted = Double(size.width) * Double(size.height) - effective
      if effective > mostEffective || (effective == mostEffective && wasted < leastWasted) {
        mostEffective = effective
        leastWasted = wasted
        best = size
      }
    }
    return best
  }

  /// Python's `int(round(value, 7))`: rounded down, but not for a rounding error's sake.
  private static func whole(_ value: Double) -> Int {
    let up = value.rounded(.up)
    return Int(up - value < 0.5e-7 ? up : value.rounded(.down))
  }
}
