/// Prepares pictures as transformers' `SiglipImageProcessor` or `LlavaNextImageProcessor` does.
///
/// Follows the processors of transformers 5.24 that run in Pillow and NumPy, which it uses where torchvision isn't
/// installed: the values are equal to the last bit. Those that run in torchvision round differently when they resize
/// and normalise.
public struct ImageProcessor: Sendable {
  /// What it was made from.
  public let configuration: ImageProcessorConfiguration
  private let tile: ImageProcessorConfiguration.Area?
  /// What each 8-bit value becomes, by channel: (3, 256).
  private let values: [Float]

  /// Reads the text of a `preprocessor_config.json`.
  public init(configuration json: [UInt8]) throws(ImageError) {
    try self.init(ImageProcessorConfiguration(json: json))
  }

  /// A processor for this configuration, which is checked.
  public init(_ configuration: ImageProcessorConfiguration) throws(ImageError) {
    self.configuration = configuration
    tile = try configuration.checked()
    values = Self.values(configuration)
  }

  /// The sizes (height, width) that a picture may be tiled to; empty without tiling.
  public var gridPinpoints: [(height: Int, width: Int)] {
    configuration.gridPinpoints.map { (height: $0.height, width: $0.width) }
  }

  /// The height and width of a tile in pixels; `nil` where nothing is resized and tiles are as large as the picture.
  public var tileSize: (height: Int, width: Int)? { tile.map { (height: $0.height, width: $0.width) } }

  /// Resizes, tiles and normalises.
  public func prepare(_ image: Image) -> PreparedImage {
    let tiles = tiles(of: image)
    let (height, width) = (tiles[0].height, tiles[0].width)
    var pixelValues = [Float](repeating: 0, count: tiles.count * 3 * height * width)
    let plane = height * width
    for (number, tile) in tiles.enumerated() {
      for channel in 0..<3 {
        let from = (number * 3 + channel) * plane
        for pixel in 0..<plane {
          pixelValues[from + pixel] = values[channel * 256 + Int(tile.pixels[pixel * 3 + channel])]
        }
      }
    }
    return PreparedImage(
      pixelValues: pixelValues, tiles: tiles.count, tileHeight: height, tileWidth: width, imageHeight: image.height,
      imageWidth: image.width)
  }

  /// The tiles as pictures, before they are normalised; with tiling, the first is the whole picture and the others
  /// follow row by row.
  public func tiles(of image: Image) -> [Image] {
    switch configuration.kind {
    case .siglip: [fitted(image)]
    case .llavaNext: pieces(of: image).map(fitted)
    }
  }

  // do_resize and do_center_crop. What the crop drops is not resized in the first place: of a picture 1 pixel wide and
  // 65,535 high, the shortest edge makes gigabytes.
  private func fitted(_ image: Image) -> Image {
    let size: ImageProcessorConfiguration.Area
    if configuration.resizes {
      switch configuration.size {
      case .exactly(let area): size = area
      case .shortestEdge(let edge):
        let (short, long) = (min(image.width, image.height), max(image.width, image.height))
        let longer = Int(Double(edge * long) / Double(short))
        size = image.width <= image.height ? .init(height: longer, width: edge) : .init(height: edge, width: longer)
      }
    } else {
      size = .init(height: image.height, width: image.width)
    }
    guard configuration.cropsCenter, let crop = configuration.cropSize else {
      return image.resized(width: size.width, height: size.height, filter: configuration.filter)
    }
    let rows = Self.middle(crop.height, of: size.height)
    let columns = Self.middle(crop.width, of: size.width)
    return image.resized(
      width: size.width, height: size.height, columns: columns.kept, rows: rows.kept, filter: configuration.filter
    ).padded(left: columns.before, top: rows.before, width: crop.width, height: crop.height)
  }

  /// The middle `count` of `size` pixels, and how many black ones go before where there are fewer.
  static func middle(_ count: Int, of size: Int) -> (kept: Range<Int>, before: Int) {
    if size < count { return (0..<size, (count - size + 1) / 2) }
    let start = (size - count) / 2
    return (start..<(start + count), 0)
  }

  // Normalising is a function of a byte; NumPy rescales in double precision and normalises in single.
  private static func values(_ configuration: ImageProcessorConfiguration) -> [Float] {
    var values: [Float] = []
    for channel in 0..<3 {
      let mean = Float(configuration.mean[channel])
      let deviation = Float(configuration.standardDeviation[channel])
      for byte in 0..<256 {
        let value = configuration.rescales ? Float(Double(byte) * configuration.rescaleFactor) : Float(byte)
        values.append(configuration.normalizes ? (value - mean) / deviation : value)
      }
    }
    return values
  }
}
