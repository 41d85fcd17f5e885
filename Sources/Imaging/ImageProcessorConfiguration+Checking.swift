extension ImageProcessorConfiguration {
  /// The longest edge of a tile, the longest side of a grid and the most tiles of a picture that are believed.
  static let longestEdge = 4096
  static let longestGridSide = 16_384
  static let mostTiles = 1024

  /// Whether pictures can be prepared this way; says which entry is to blame if not.
  ///
  /// Returns the size of the tiles that come out, or `nil` where they take the picture's own size.
  func checked() throws(ImageError) -> Area? {
    try check(size, named: "size")
    if let cropSize { try check(.exactly(cropSize), named: "crop_size") }
    if cropsCenter && cropSize == nil { throw .processor(reason: "do_center_crop is on, but there is no crop_size") }
    for (name, values) in [("image_mean", mean), ("image_std", standardDeviation)] {
      guard values.count == 3, values.allSatisfy({ Float($0).isFinite }) else {
        throw .processor(reason: "\(name) must be three numbers and is \(values)")
      }
    }
    guard standardDeviation.allSatisfy({ Float($0) != 0 }) else {
      throw .processor(reason: "image_std can't have a zero: \(standardDeviation)")
    }
    guard Float(rescaleFactor).isFinite, Float(rescaleFactor) != 0 else {
      throw .processor(reason: "rescale_factor can't be \(rescaleFactor)")
    }
    switch kind {
    case .siglip: return try checkedSiglip()
    case .llavaNext: return try checkedLlavaNext()
    }
  }

  private func check(_ size: Size, named name: String) throws(ImageError) {
    let edges =
      switch size {
      case .exactly(let area): [area.height, area.width]
      case .shortestEdge(let edge): [edge]
      }
    for edge in edges where !(1...Self.longestEdge).contains(edge) {
      throw .processor(reason: "\(name) has an edge of \(edge) pixels; from 1 to \(Self.longestEdge) are possible")
    }
  }

  private func checkedSiglip() throws(ImageError) -> Area? {
    if cropsCenter { return cropSize }
    guard resizes else { return nil }
    guard case .exactly(let area) = size else {
      throw .processor(
        reason: "size has shortest_edge and nothing is cropped, so tiles would differ; give it height and width")
    }
    return area
  }

  private func checkedLlavaNext() throws(ImageError) -> Area? {
    let whole = wholeSize
    let side = pieceSide
    guard (1...1024).contains(gridPinpoints.count) else {
      throw .processor(
        reason: "image_grid_pinpoints has \(gridPinpoints.count) entries; from 1 to 1024 are possible")
    }
    let tile = cropsCenter ? cropSize ?? whole : whole
    // A crop, and a resize to height and width, make tiles equal whatever went before.
    var anyPieceFits = cropsCenter
    if case .exactly = size, resizes { anyPieceFits = true }
    guard anyPieceFits || resizes || whole == Area(height: side, width: side) else {
      throw .processor(reason: "do_resize is off, but size and the tiles of \(side) pixels differ")
    }
    for area in gridPinpoints {
      let name = "image_grid_pinpoints has \(area.height)×\(area.width)"
      guard (1...Self.longestGridSide).contains(area.height), (1...Self.longestGridSide).contains(area.width) else {
        throw .processor(reason: "\(name) pixels; from 1 to \(Self.longestGridSide) are possible")
      }
      guard anyPieceFits || (area.height.isMultiple(of: side) && area.width.isMultiple(of: side)) else {
        throw .processor(reason: "\(name) pixels, which is no whole number of tiles of \(side)")
      }
      let tiles = ((area.height + side - 1) / side) * ((area.width + side - 1) / side) + 1
      guard tiles <= Self.mostTiles, tiles * tile.height * tile.width <= Image.largestPixelCount else {
        throw .processor(reason: "\(name) pixels, \(tiles) tiles of \(tile.height)×\(tile.width): too many")
      }
    }
    return tile
  }

  /// What LLaVA-NeXT squeezes the whole picture into.
  var wholeSize: Area {
    switch size {
    case .exactly(let area): area
    case .shortestEdge(let edge): Area(height: edge, width: edge)
    }
  }

  /// The side of the square pieces that LLaVA-NeXT divides a picture into.
  var pieceSide: Int { cropSize?.height ?? wholeSize.height }
}
