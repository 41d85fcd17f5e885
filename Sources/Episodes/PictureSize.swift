internal import Imaging

/// The size that a picture says it has, from its header.
struct PictureSize: Sendable, Equatable {
  var width: Int
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the header of a file; nil if it can't be read or is neither PNG nor JPEG.
  init?(ofFile path: String) {
    guard let size = try? Image.size(ofFile: path) else { return nil }
    self.init(width: size.width, height: size.height)
  }

  var text: String { "\(width)×\(height)" }
}
