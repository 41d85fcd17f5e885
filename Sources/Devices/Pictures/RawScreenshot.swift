internal import Imaging

// What `screencap` prints without `-p`, little-endian:
//
//   bytes 0–3   width          8–11    format: 1 RGBA, 2 RGBX (both 4 bytes a pixel), 3 RGB (3 bytes)
//   bytes 4–7   height         12–15   colour space, from Android 9 on
//   then the pixels, row by row, no padding
//
// Whether the fourth number is there follows from the length.

/// The picture in what `screencap` printed.
enum RawScreenshot {
  /// Decodes it.
  ///
  /// - Returns: nil where the length doesn't fit the header, or the format isn't known.
  static func image(_ bytes: [UInt8]) -> Image? {
    guard bytes.count >= 12 else { return nil }
    let header = (0..<3).map { field in (0..<4).reduce(0) { $0 | Int(bytes[field * 4 + $1]) << (8 * $1) } }
    let (width, height) = (header[0], header[1])
    guard width > 0, height > 0, width <= Image.longestSide, height <= Image.longestSide,
      width * height <= Image.largestPixelCount
    else { return nil }
    let stride: Int
    switch header[2] {
    case 1, 2: stride = 4
    case 3: stride = 3
    default: return nil
    }
    let count = width * height * stride
    let start = bytes.count - count
    guard start == 12 || start == 16 else { return nil }
    var pixels = [UInt8](repeating: 0, count: width * height * 3)
    // Spans: a screenshot has millions of pixels, and a debug build checks every index twice.
    let source = bytes.span
    var target = pixels.mutableSpan
    var to = 0
    var from = start
    for _ in 0..<width * height {
      target[to] = source[from]
      target[to + 1] = source[from + 1]
      target[to + 2] = source[from + 2]
      to += 3
      from += stride
    }
    return Image(width: width, height: height, pixels: pixels)
  }
}
