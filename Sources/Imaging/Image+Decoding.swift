internal import CImageIO

extension Image {
  /// Decodes PNG or JPEG; transparency is dropped as Pillow's `convert("RGB")` does.
  ///
  /// The values are Pillow's, except that 16-bit greys keep their upper 8 bits, where Pillow takes everything above 255
  /// for white. Bytes after the end of the picture are ignored; a picture that ends too early is `damaged`.
  public init(decoding bytes: [UInt8]) throws(ImageError) {
    let format = try ImageFormat(of: bytes)
    let header = try format.header(of: bytes)
    let (width, height) = (header.width, header.height)
    guard width <= Self.longestSide, height <= Self.longestSide, width * height <= Self.largestPixelCount else {
      throw .tooLarge(width: width, height: height)
    }
    guard bytes.count >= header.fewestBytes else { throw format.damaged("it ends too early") }
    var pixels = [UInt8](repeating: 0, count: width * height * 3)
    var message = [CChar](repeating: 0, count: 256)
    let decode =
      switch format {
      case .png: ci_png_decode
      case .jpeg: ci_jpeg_decode
      }
    guard decode(bytes, bytes.count, UInt32(width), UInt32(height), &pixels, &message, message.count) == 0 else {
      throw format.damaged(Self.text(message))
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// The width and height that a PNG or JPEG says it has, without decoding it.
  ///
  /// The beginning of the file is enough. Sizes too large to decode are answered too.
  public static func size(of bytes: [UInt8]) throws(ImageError) -> (width: Int, height: Int) {
    let header = try ImageFormat(of: bytes).header(of: bytes)
    return (header.width, header.height)
  }

  /// What a C function left in its message buffer.
  static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
