internal import Imaging

/// Pixels as Android's screen has them.
enum Framebuffer {
  /// Red, green, blue, 255.
  static func rgba(_ image: Image) -> [UInt8] {
    let pixels = image.pixels
    var bytes = [UInt8](repeating: 255, count: image.width * image.height * 4)
    for index in 0..<(image.width * image.height) {
      for channel in 0..<3 { bytes[index * 4 + channel] = pixels[index * 3 + channel] }
    }
    return bytes
  }

  /// What the `framebuffer:` service sends: version 1's header, then the pixels.
  static func service(_ image: Image) -> [UInt8] {
    let size = image.width * image.height * 4
    // Version, bits, size, width, height, then offset and length of red, blue, green, alpha.
    let header = [1, 32, size, image.width, image.height, 0, 8, 16, 8, 8, 8, 24, 8]
    var bytes: [UInt8] = []
    for number in header {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return bytes + rgba(image)
  }
}
