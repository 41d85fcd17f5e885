/// Reads little-endian values one after the other and never past the end.
struct ByteReader: ~Escapable {
  private let bytes: RawSpan
  private let path: String
  private let format: String
  /// The next byte to read.
  private(set) var offset = 0

  /// - Parameters: `path` and `format` are what errors name.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, path: String, format: String) {
    self.bytes = bytes
    self.path = path
    self.format = format
  }

  /// The bytes that are left.
  var remaining: Int { bytes.byteCount - offset }

  func damaged(_ reason: String) -> WeightsError { .damaged(path: path, format: format, reason: reason) }

  func unsupported(_ what: String) -> WeightsError { .unsupported(path: path, what: what) }

  /// Throws unless `count` more bytes are there; `what` goes into the error.
  func require(_ count: Int, for what: @autoclosure () -> String) throws(WeightsError) {
    guard count >= 0, count <= remaining else {
      throw damaged("it ends at byte \(bytes.byteCount), inside \(what())")
    }
  }

  mutating func read<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type, for what: @autoclosure () -> String
  ) throws(WeightsError) -> Number {
    try require(MemoryLayout<Number>.size, for: what())
    defer { offset += MemoryLayout<Number>.size }
    return Number(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// A 64-bit count; one that no file of this size can hold is damage.
  ///
  /// - Parameter bytesEach: the fewest bytes that each of the counted things takes.
  mutating func readCount(bytesEach: Int, of what: @autoclosure () -> String) throws(WeightsError) -> Int {
    let count = try read(UInt64.self, for: "the number of \(what())")
    guard count <= UInt64(remaining / bytesEach) else {
      throw damaged("it claims \(count) \(what()), but only \(remaining) bytes follow")
    }
    return Int(count)
  }

  /// The next `count` bytes, which `require` or `readCount` found there.
  @_lifetime(copy self)
  mutating func take(_ count: Int) -> RawSpan {
    defer { offset += count }
    return bytes.extracting(offset..<(offset + count))
  }
}
