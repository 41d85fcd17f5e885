internal import CImageIO

extension Image {
  /// The picture in another size, bit for bit as the `Image.resize` of Pillow 13 makes it.
  ///
  /// Along one side, then along the other, rounded to 8 bits in between; in sRGB, not in linear light, since the
  /// reference processors do so and models were trained on what they produced.
  public func resized(width: Int, height: Int, filter: ResamplingFilter = .bicubic) -> Image {
    resized(width: width, height: height, columns: 0..<width, rows: 0..<height, filter: filter)
  }

  /// Those columns and rows of what `resized(width:height:filter:)` makes, without making the rest.
  func resized(
    width: Int, height: Int, columns: Range<Int>, rows: Range<Int>, filter: ResamplingFilter
  ) -> Image {
    precondition(
      !columns.isEmpty && !rows.isEmpty && columns.lowerBound >= 0 && columns.upperBound <= width
        && rows.lowerBound >= 0 && rows.upperBound <= height, "\(columns) × \(rows) of \(width)×\(height) pixels")
    if width == self.width && height == self.height {
      return cropped(left: columns.lowerBound, top: rows.lowerBound, width: columns.count, height: rows.count)
    }
    if filter == .nearest { return nearest(width: width, height: height, columns: columns, rows: rows) }
    let across =
      width == self.width ? nil : ResamplingTable(from: self.width, to: width, window: columns, filter: filter)
    let down =
      height == self.height ? nil : ResamplingTable(from: self.height, to: height, window: rows, filter: filter)
    let neededColumns = across?.inputs ?? columns
    let neededRows = down?.inputs ?? rows
    let needed = cropped(
      left: neededColumns.lowerBound, top: neededRows.lowerBound, width: neededColumns.count, height: neededRows.count)
    let columnSums = { (image: Image) in
      across.map { image.summingColumns($0.shifted(by: neededColumns.lowerBound)) } ?? image
    }
    let rowSums = { (image: Image) in down.map { image.summingRows($0.shifted(by: neededRows.lowerBound)) } ?? image }
    return Self.rowsComeFirst(from: (self.width, self.height), to: (width, height))
      ? columnSums(rowSums(needed)) : rowSums(columnSums(needed))
  }

  /// Whether Pillow 13 sums rows before columns, which changes roundings.
  ///
  /// Pillow 12 never does. The rule was found by resizing 2,569 pictures of random sizes with Pillow 13.0.0 and comparing
  /// both orders: it does so where the height shrinks by more pixels than twice what the width does. On a screenshot of
  /// 1080×2400 made 384×384, the other order changes 2 % of the values, by up to 11.
  static func rowsComeFirst(from: (width: Int, height: Int), to: (width: Int, height: Int)) -> Bool {
    to.height < from.height && from.height - to.height > 2 * (from.width - to.width)
  }

  private func summingColumns(_ table: ResamplingTable) -> Image {
    var sums = [UInt8](repeating: 0, count: table.starts.count * height * 3)
    ci_resample_columns(
      pixels, height, width, table.starts, table.counts, table.weights, table.taps, table.starts.count, &sums)
    return Image(width: table.starts.count, height: height, pixels: sums)
  }

  private func summingRows(_ table: ResamplingTable) -> Image {
    var sums = [UInt8](repeating: 0, count: table.starts.count * width * 3)
    ci_resample_rows(
      pixels, width * 3, table.starts, table.counts, table.weights, table.taps, table.starts.count, &sums)
    return Image(width: width, height: table.starts.count, pixels: sums)
  }

  private func nearest(width: Int, height: Int, columns: Range<Int>, rows: Range<Int>) -> Image {
    let across = Self.nearestPixels(from: self.width, to: width, window: columns)
    let down = Self.nearestPixels(from: self.height, to: height, window: rows)
    var picked: [UInt8] = []
    picked.reserveCapacity(across.count * down.count * 3)
    for y in down {
      for x in across {
        let at = (y * self.width + x) * 3
        picked.append(contentsOf: pixels[at..<(at + 3)])
      }
    }
    return Image(width: across.count, height: down.count, pixels: picked)
  }

  // Pillow adds the scale up instead of multiplying, and its rounding errors decide ties.
  private static func nearestPixels(from: Int, to: Int, window: Range<Int>) -> [Int] {
    let scale = Double(from) / Double(to)
    var position = scale * 0.5
    var picked: [Int] = []
    for output in 0..<window.upperBound {
      if output >= window.lowerBound { picked.append(min(from - 1, Int(position))) }
      position += scale
    }
    return picked
  }
}
