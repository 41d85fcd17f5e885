/// Random numbers with mean 0 and variance 1, the same on every machine, at some nanoseconds each.
///
/// A number is the sum of twelve uniform ones, less its mean: normal for all that initial weights need (its tails end at
/// 6; the fourth moment is 2.9 in place of 3), in integers until the last step, with no logarithm whose last bit
/// depends on a library.
struct NormalSource {
  private var state: UInt64

  /// A stream of its own for every name, so that a tensor's values depend neither on the others nor on their order.
  init(seed: UInt64, name: String) {
    // FNV-1a
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed
    state = bits() ^ hash
    state = bits()
  }

  /// The next 64 bits of SplitMix64.
  @inline(__always) private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inline(__always) mutating func next() -> Float {
    // Three draws are twelve numbers of 16 bits; those of a word are added side by side, in two lanes of 32 bits.
    let lanes: UInt64 = 0x0000_FFFF_0000_FFFF
    let (a, b, c) = (bits(), bits(), bits())
    let sums =
      (a & lanes) &+ (a >> 16 & lanes) &+ (b & lanes) &+ (b >> 16 & lanes) &+ (c & lanes) &+ (c >> 16 & lanes)
    let sum = Int32(truncatingIfNeeded: (sums & 0xFFFF_FFFF) &+ (sums >> 32))
    // The mean of twelve is 6 · 65,535; twelve variances of 65,536² / 12 make one of 65,536².
    return Float(sum &- 6 * 65_535) * 0x1p-16
  }
}
