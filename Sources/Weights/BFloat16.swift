/// The upper half of a float32, which is what BF16 stores.
enum BFloat16 {
  /// The bits of the nearest BF16 value, ties to even, as PyTorch rounds; NaN stays NaN.
  @inline(__always) static func bits(nearestTo value: Float) -> UInt16 {
    let bits = value.bitPattern
    // Rounding a NaN up could carry into its exponent's end; its upper half may be an infinity's.
    guard value == value else { return UInt16(bits >> 16) | 0x0040 }
    return UInt16((bits + 0x7FFF + (bits >> 16 & 1)) >> 16)
  }
}
