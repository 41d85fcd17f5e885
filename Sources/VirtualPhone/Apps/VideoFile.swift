/// A video's file: an MP4 container that says how long it is, and has no pictures.
///
/// Boxes as in ISO/IEC 14496-12: `ftyp` (4.3), and `moov` with `mvhd` (8.2).
enum VideoFile {
  static func bytes(milliseconds: Int) -> [UInt8] {
    let length = UInt32(clamping: milliseconds)
    var header: [UInt8] = [0, 0, 0, 0]
    // Times of creation and change, ticks in a second, length; rate 1, volume 1, then what is reserved.
    for number in [0, 0, 1000, length, 0x0001_0000, 0x0100_0000, 0, 0] as [UInt32] { header += bytes(of: number) }
    for number in [0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000] as [UInt32] { header += bytes(of: number) }
    header += [UInt8](repeating: 0, count: 24) + bytes(of: 1)
    return box("ftyp", Array("isom".utf8) + bytes(of: 512) + Array("isommp42".utf8)) + box("moov", box("mvhd", header))
  }

  /// A video's length in milliseconds, if this is one of ours.
  static func length(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 64, Array(bytes[28..<32]) == Array("moov".utf8) else { return nil }
    return bytes[56..<60].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    bytes(of: UInt32(content.count + 8)) + Array(name.utf8) + content
  }

  private static func bytes(of number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
