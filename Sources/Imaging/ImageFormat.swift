/// The file formats that are read, and what their headers say.
enum ImageFormat: String {
  case png = "PNG"
  case jpeg = "JPEG"

  /// What kind of file it is, by its first bytes.
  init(of bytes: [UInt8]) throws(ImageError) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else {
      throw .notRecognised
    }
  }

  /// What is said of a picture before its pixels.
  struct Header: Equatable {
    /// Pixels in a row.
    var width: Int
    /// Rows.
    var height: Int
    /// A file of fewer bytes can't hold that many pixels, however well they compress.
    var fewestBytes: Int
  }

  /// Reads the header and nothing else.
  func header(of bytes: [UInt8]) throws(ImageError) -> Header {
    let header =
      switch self {
      case .png: try pngHeader(bytes)
      case .jpeg: try jpegHeader(bytes)
      }
    guard header.width > 0, header.height > 0 else {
      throw damaged("its header says \(header.width)×\(header.height) pixels")
    }
    return header
  }

  func damaged(_ reason: String) -> ImageError { .damaged(format: rawValue, reason: reason) }

  //   0  8  signature
  //   8  8  00 00 00 0D "IHDR"
  //  16  4  width, big-endian
  //  20  4  height
  //  24  1  bits a channel
  //  25  1  colour type: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
  private func pngHeader(_ bytes: [UInt8]) throws(ImageError) -> Header {
    guard bytes.count >= 26 else { throw damaged("it ends in its header") }
    guard bytes[8..<16].elementsEqual([0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]) else {
      throw damaged("it doesn't begin with a header")
    }
    let width = Self.bigEndian(bytes[16..<20])
    let height = Self.bigEndian(bytes[20..<24])
    let channels = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][bytes[25]] ?? 1
    // Both are below 2³², so the product fits once a row is in bytes.
    let rowBytes = (width * channels * Int(bytes[24] & 31) + 7) / 8 + 1
    let (size, overflow) = rowBytes.multipliedReportingOverflow(by: height)
    // Deflate's longest match is 258 bytes in no less than 2 bits.
    return Header(width: width, height: height, fewestBytes: overflow ? .max : size / 1032)
  }

  // After FF D8, segments: FF, a marker byte, and for most a big-endian length that counts itself. A frame header has
  // marker C0 to CF without C4, C8 and CC, and holds length, bits a channel, height, width, channels.
  private func jpegHeader(_ bytes: [UInt8]) throws(ImageError) -> Header {
    var at = 2
    while at < bytes.count {
      // What is not a marker is skipped, as libjpeg does; so are the FF that may pad one.
      guard bytes[at] == 0xFF, at + 1 < bytes.count, bytes[at + 1] != 0xFF else {
        at += 1
        continue
      }
      let marker = bytes[at + 1]
      at += 2
      switch marker {
      case 0x00, 0x01, 0xD0...0xD8: continue
      case 0xD9, 0xDA: throw damaged("it has no frame header")
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        guard at + 7 <= bytes.count else { throw damaged("it ends in its header") }
        let height = Self.bigEndian(bytes[(at + 3)..<(at + 5)])
        let width = Self.bigEndian(bytes[(at + 5)..<(at + 7)])
        // Huffman codes spend at least a bit on each block of 8×8; arithmetic codes (C9 and up) may spend less.
        return Header(width: width, height: height, fewestBytes: marker > 0xC8 ? 0 : width * height / 512)
      default:
        guard at + 2 <= bytes.count else { throw damaged("it ends in its header") }
        at += max(2, Self.bigEndian(bytes[at..<(at + 2)]))
      }
    }
    throw damaged("it ends in its header")
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
