/// Pixel values as the vision tower takes them.
public struct PreparedImage: Sendable {
  /// (tiles, 3, tileHeight, tileWidth), row-major, normalised.
  public var pixelValues: [Float]
  /// The number of tiles; with tiling, tile 0 is the whole picture.
  public var tiles: Int
  /// Rows of a tile.
  public var tileHeight: Int
  /// Columns of a tile.
  public var tileWidth: Int
  /// The picture's own height, before anything was done to it.
  public var imageHeight: Int
  /// The picture's own width.
  public var imageWidth: Int

  /// Gathers the values.
  public init(
    pixelValues: [Float], tiles: Int, tileHeight: Int, tileWidth: Int, imageHeight: Int, imageWidth: Int
  ) {
    self.pixelValues = pixelValues
    self.tiles = tiles
    self.tileHeight = tileHeight
    self.tileWidth = tileWidth
    self.imageHeight = imageHeight
    self.imageWidth = imageWidth
  }
}

/// Prepares pictures as transformers' `SiglipImageProcessor` or `LlavaNextImageProcessor` does.
public struct ImageProcessor: Sendable {
  /// Reads the text of a `preprocessor_config.json`.
  public init(configuration json: [UInt8]) throws(ImageError) { throw .processor(reason: "not read") }

  /// The sizes (height, width) that a picture may be tiled to; empty without tiling.
  public var gridPinpoints: [(height: Int, width: Int)] { [] }

  /// Resizes, tiles and normalises.
  public func prepare(_ image: Image) -> PreparedImage {
    PreparedImage(pixelValues: [], tiles: 0, tileHeight: 0, tileWidth: 0, imageHeight: 0, imageWidth: 0)
  }
}
