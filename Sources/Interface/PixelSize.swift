/// A width and a height in pixels.
public struct PixelSize: Sendable, Equatable, Hashable {
  /// Columns of pixels.
  public var width: Int
  /// Rows of pixels.
  public var height: Int

  /// A size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// A cell as a terminal says it is; nil if no font has such cells.
  public init?(cellWidth width: Int, height: Int) {
    guard (2...200).contains(width), (2...400).contains(height) else { return nil }
    self.init(width: width, height: height)
  }

  /// How many times as high as wide it is.
  public var aspect: Double { Double(height) / Double(width) }

  /// What a cell is taken for where the terminal doesn't say: most fonts are twice as high as wide.
  public static let assumedCell = PixelSize(width: 8, height: 16)
}
