import Imaging

/// Decoded pictures of files.
enum PictureCache {
  // 24 million pixels.
  private static let pictures = ContentCache<Image?>(most: 64, capacity: 24_000_000)

  /// A file's picture, made smaller where its longer side has more than `side` pixels; nil where it isn't one.
  static func picture(_ bytes: [UInt8], side: Int) -> Image? {
    pictures.value(bytes, variant: side) {
      let image = decoded(bytes, side)
      return (image, image.map { $0.width * $0.height } ?? 0)
    }
  }

  private static func decoded(_ bytes: [UInt8], _ side: Int) -> Image? {
    // A huge picture would stop the phone for seconds.
    guard let size = try? Image.size(of: bytes), size.width * size.height <= 32_000_000,
      let image = try? Image(decoding: bytes)
    else { return nil }
    let longer = max(image.width, image.height)
    guard longer > side else { return image }
    return image.resized(
      width: max(1, image.width * side / longer), height: max(1, image.height * side / longer), filter: .box)
  }
}

extension View {
  enum PictureFit: Sendable {
    /// All of it can be seen.
    case inside
    /// Nothing of the room stays free.
    case covering
  }

  /// A file's picture in all the room there is; an icon where it can't be decoded.
  static func picture(_ bytes: [UInt8], _ fit: PictureFit, side: Int, corner: Double = 0, icon: String = "image")
    -> View
  {
    .canvas(width: .fill, height: .fill) { drawing, frame, dp in
      let (x, y) = (Double(frame.x), Double(frame.y))
      let (width, height) = (Double(frame.width), Double(frame.height))
      drawing.clipped(x: x, y: y, width: width, height: height, corner: corner * dp) {
        guard let image = PictureCache.picture(bytes, side: side) else {
          drawing.fill(x: x, y: y, width: width, height: height, color: Color(hex: 0x808080, opacity: 0.2))
          let size = min(48 * dp, width, height)
          drawing.icon(
            icon, x: x + (width - size) / 2, y: y + (height - size) / 2, size: size, color: Color(hex: 0x808080))
          return
        }
        let scales = (width / Double(image.width), height / Double(image.height))
        let scale = fit == .inside ? min(scales.0, scales.1) : max(scales.0, scales.1)
        let size = (width: Double(image.width) * scale, height: Double(image.height) * scale)
        drawing.image(
          image, x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, width: size.width,
          height: size.height)
      }
    }
  }
}
