extension String {
  /// The text of well-formed UTF-8, or nil.
  init?(validUTF8 bytes: RawSpan) {
    guard let span = try? UTF8Span(validating: Span(_bytes: bytes)) else { return nil }
    self.init(copying: span)
  }

  /// The text of UTF-8 with U+FFFD in place of what is not well formed.
  init(repairingUTF8 bytes: RawSpan) {
    if let string = String(validUTF8: bytes) {
      self = string
    } else {
      let units = (0..<bytes.byteCount).map { bytes.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
      self.init(decoding: units, as: UTF8.self)
    }
  }
}
