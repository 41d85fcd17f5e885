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
