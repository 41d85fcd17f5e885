/// A picture: 8-bit sRGB, three channels, row by row from the top left.
public struct Image: Sendable, Equatable {
  /// Pictures with more pixels than this are refused before memory is asked for.
  public static let largestPixelCount = 100_000_000

  /// Pictures with a longer side than this are refused: a strip one pixel wide needs as much memory to resize as a
  /// square of its length.
  public static let longestSide = 65_535

  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `width * height * 3` values: red, green, blue.
  public var pixels: [UInt8]

  /// A picture of these pixels.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0, "a picture of \(width)×\(height) pixels")
    precondition(pixels.count == width * height * 3, "\(pixels.count) bytes for \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A picture of one colour.
  public init(width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8) {
    precondition(width > 0 && height > 0, "a picture of \(width)×\(height) pixels")
    var pixels = [UInt8](repeating: red, count: width * height * 3)
    if green != red || blue != red {
      for index in stride(from: 0, to: pixels.count, by: 3) {
        pixels[index + 1] = green
        pixels[index + 2] = blue
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}
