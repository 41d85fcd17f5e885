/// Reading scalars out of UTF-8 that is known to be valid (it came from a `String`), by index.
struct UTF8Text {
  var bytes: [UInt8]

  var count: Int { bytes.count }

  /// The scalar that begins at `index`, and where the next one begins.
  func scalar(at index: Int) -> (value: UInt32, next: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), index + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    let next = min(index + length, bytes.count)
    for position in (index + 1)..<next { value = value << 6 | UInt32(bytes[position] & 0x3F) }
    return (value, next)
  }

  /// Where the scalar that ends at `index` begins.
  func start(before index: Int) -> Int {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The class of the scalar at `index`, and where the next one begins.
  func scalarClass(at index: Int) -> (value: ScalarClass, next: Int) {
    let (scalar, next) = scalar(at: index)
    return (ScalarClass(scalar), next)
  }
}
