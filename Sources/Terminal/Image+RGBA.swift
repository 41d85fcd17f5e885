import Imaging

extension Image {
  /// The pixels with a fourth value each, 255 for opaque.
  ///
  /// chafa 1.12 reads pixels of three bytes askew, unless a row's length is a multiple of four.
  var rgba: [UInt8] {
    var values = [UInt8](repeating: 255, count: width * height * 4)
    for pixel in 0..<(width * height) {
      values[pixel * 4] = pixels[pixel * 3]
      values[pixel * 4 + 1] = pixels[pixel * 3 + 1]
      values[pixel * 4 + 2] = pixels[pixel * 3 + 2]
    }
    return values
  }
}
