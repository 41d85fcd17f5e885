/// Finds the PNG in what `screencap -p` printed.
///
/// Devices with several displays print a warning in front of it, and some shells something behind.
struct PNGExtraction: Equatable {
  /// From the signature to the end of IEND.
  var png: [UInt8]
  /// What stood in front, as one line; empty where nothing did.
  var message: String

  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Takes it out; nil where there is none, or it ends before IEND.
  init?(_ bytes: [UInt8]) {
    guard let start = Self.firstIndex(of: Self.signature, in: bytes) else { return nil }
    // A chunk is its length, four letters, so many bytes, and a checksum.
    var position = start + Self.signature.count
    while true {
      guard position + 8 <= bytes.count else { return nil }
      let length = bytes[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
      let isEnd = bytes[position + 4..<position + 8].elementsEqual("IEND".utf8)
      guard length <= bytes.count - position - 8, position + 12 + length <= bytes.count else { return nil }
      position += 12 + length
      if isEnd { break }
    }
    png = start == 0 && position == bytes.count ? bytes : Array(bytes[start..<position])
    message = Self.line(bytes[..<start])
  }

  /// A message as one line.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func firstIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count, let first = pattern.first else { return nil }
    for start in 0...(bytes.count - pattern.count) where bytes[start] == first {
      if bytes[start..<start + pattern.count].elementsEqual(pattern) { return start }
    }
    return nil
  }
}
