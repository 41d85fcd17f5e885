extension MutableRawSpan {
  /// Copies all of `source` to the bytes from `offset` on.
  ///
  /// Eight bytes a step: the standard library has no bulk copy between raw spans yet.
  mutating func copy(_ source: RawSpan, to offset: Int) {
    let words = source.byteCount / 8 * 8
    var index = 0
    while index < words {
      storeBytes(
        of: source.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self), toByteOffset: offset + index,
        as: UInt64.self)
      index += 8
    }
    while index < source.byteCount {
      storeBytes(
        of: source.unsafeLoad(fromByteOffset: index, as: UInt8.self), toByteOffset: offset + index, as: UInt8.self)
      index += 1
    }
  }
}
