internal import CImageIO

extension Image {
  /// The picture as a PNG file.
  ///
  /// The fastest compression is used, and the same picture always gives the same bytes with the same zlib.
  public func pngData() throws(ImageError) -> [UInt8] {
    // What deflate can't shrink it stores, with some bytes for each block; a quarter more is far above that.
    let filtered = (width * 3 + 1) * height
    var bytes = [UInt8](repeating: 0, count: filtered + filtered / 4 + 4096)
    var count = 0
    var message = [CChar](repeating: 0, count: 256)
    guard
      ci_png_encode(pixels, UInt32(width), UInt32(height), &bytes, bytes.count, &count, &message, message.count) == 0
    else { throw .unwritable(path: "the PNG", reason: Self.text(message)) }
    return Array(bytes[..<count])
  }

  /// The picture as a JPEG file, with its colours at half the resolution.
  ///
  /// The same picture always gives the same bytes with the same libjpeg. Throws `unwritable` above 65,500 pixels a side,
  /// which JPEG can't have.
  ///
  /// - Parameter quality: from 1 to 100.
  public func jpegData(quality: Int = 85) throws(ImageError) -> [UInt8] {
    // No picture needs more than its pixels at any quality that cameras use; headers and noise need a little.
    var bytes = [UInt8](repeating: 0, count: width * height * 4 + 65_536)
    var count = 0
    var message = [CChar](repeating: 0, count: 256)
    guard
      ci_jpeg_encode(
        pixels, UInt32(width), UInt32(height), Int32(max(1, min(quality, 100))), &bytes, bytes.count, &count, &message,
        message.count) == 0
    else { throw .unwritable(path: "the JPEG", reason: Self.text(message)) }
    return Array(bytes[..<count])
  }
}
