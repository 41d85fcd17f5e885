/// Which picture it is, by its content: equal pixels give equal keys.
///
/// 128 bits from two multiplicative hashes. It tells screenshots apart; it doesn't withstand someone who makes
/// collisions on purpose, and needn't, because the worst that happens is a wrong cache hit on their own pictures.
public struct ImageKey: Hashable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// The key of a picture's pixels.
  public init(pixels: [UInt8], width: Int, height: Int) {
    var first: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: width)
    var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F ^ UInt64(truncatingIfNeeded: height)
    func mix(_ word: UInt64) {
      first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
      first ^= first >> 32
      second = (second &+ word) &* 0xC4CE_B9FE_1A85_EC53
      second ^= second >> 29
    }
    let bytes = pixels.span.bytes
    let words = bytes.byteCount / 8
    for index in 0..<words { mix(bytes.unsafeLoadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
    for index in words * 8..<pixels.count { mix(UInt64(pixels[index])) }
    mix(UInt64(truncatingIfNeeded: pixels.count))
    self.first = first
    self.second = second
  }
}
