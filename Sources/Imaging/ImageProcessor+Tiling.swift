// LLaVA-NeXT's tiles, as transformers' `LlavaNextImageProcessor` cuts them, its roundings included.
extension ImageProcessor {
  /// The whole picture squeezed into a tile, then the picture in its best grid, cut into tiles row by row.
  func pieces(of image: Image) -> [Image] {
    let whole = configuration.wholeSize
    var pieces = [image.resized(width: whole.width, height: whole.height, filter: configuration.filter)]
    guard let grid = grid(forHeight: image.height, width: image.width) else { return pieces }
    let fitted = Self.fitted(height: image.height, width: image.width, into: grid)
    let canvas = image.resized(width: fitted.width, height: fitted.height, filter: configuration.filter)
      .padded(
        left: (grid.width - fitted.width) / 2, top: (grid.height - fitted.height) / 2, width: grid.width,
        height: grid.height)
    // transformers' own defaults have grids of 336 pixels and pieces of 224, so the last ones can be narrower.
    let side = configuration.pieceSide
    for top in stride(from: 0, to: grid.height, by: side) {
      for left in stride(from: 0, to: grid.width, by: side) {
        pieces.append(
          canvas.cropped(
            left: left, top: top, width: min(side, grid.width - left), height: min(side, grid.height - top)))
      }
    }
    return pieces
  }

  /// The grid that keeps most of a picture of that size and wastes least (`select_best_resolution`); `nil` without tiling.
  ///
  /// A picture so narrow that nothing of it is left in any grid, for which transformers fails, gets the first.
  public func grid(forHeight height: Int, width: Int) -> (height: Int, width: Int)? {
    guard let first = configuration.gridPinpoints.first, width > 0, height > 0 else { return nil }
    var best = first
    var mostKept = 0
    var leastWasted = Int.max
    for area in configuration.gridPinpoints {
      let scale = min(Double(area.width) / Double(width), Double(area.height) / Double(height))
      let kept = min(Int(Double(width) * scale) * Int(Double(height) * scale), width * height)
      let wasted = area.width * area.height - kept
      if kept > mostKept || (kept == mostKept && wasted < leastWasted) {
        (best, mostKept, leastWasted) = (area, kept, wasted)
      }
    }
    return (best.height, best.width)
  }

  /// The largest size with the picture's shape that fits into the grid (`get_patch_output_size`).
  static func fitted(
    height: Int, width: Int, into grid: (height: Int, width: Int)
  ) -> (height: Int, width: Int) {
    let across = Double(grid.width) / Double(width)
    let down = Double(grid.height) / Double(height)
    if across < down { return (min(Int((Double(height) * across).rounded(.up)), grid.height), grid.width) }
    return (grid.height, min(Int((Double(width) * down).rounded(.up)), grid.width))
  }
}
