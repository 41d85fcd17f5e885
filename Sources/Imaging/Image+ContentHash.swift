extension Image {
  /// A 64-bit hash of size and pixels that stays the same between runs and machines, for keys of caches.
  ///
  /// Equal pictures have equal hashes; different ones collide by chance once in 2⁶⁴. It is no defence against someone
  /// who looks for a collision.
  public var contentHash: UInt64 {
    var hash = Self.mixed(Self.mixed(0x9E37_79B9_7F4A_7C15, UInt64(width)), UInt64(height))
    let bytes = pixels.span.bytes
    var at = 0
    while at + 8 <= bytes.byteCount {
      hash = Self.mixed(hash, UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var rest: UInt64 = 0
    for index in at..<pixels.count { rest = rest << 8 | UInt64(pixels[index]) }
    hash = Self.mixed(hash, rest)
    // SplitMix64's finish: each bit of the state reaches each bit of the result.
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }

  // One word more. For a given word, and for a given state, a bijection: two pictures that differ in one word never
  // collide.
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let state = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    return state << 29 | state >> 35
  }
}
