/// The size that a PNG file says it has, from its first 24 bytes.
struct PictureSize: Sendable, Equatable {
  var width: Int
  var height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Reads the header of a file; nil if it can't be read or isn't a PNG file.
  init?(ofFile path: String) {
    guard let contents = try? OpenFile.contents(of: path, limit: 24) else { return nil }
    self.init(header: contents.bytes)
  }

  //  0  89 50 4E 47 0D 0A 1A 0A   signature
  //  8  00 00 00 0D 49 48 44 52   13 bytes of IHDR
  // 16  width, height             unsigned, 32 bits, big-endian
  init?(header bytes: [UInt8]) {
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    guard bytes.count >= 24, bytes.starts(with: start) else { return nil }
    width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
    guard width > 0, height > 0 else { return nil }
  }

  var text: String { "\(width)×\(height)" }
}
