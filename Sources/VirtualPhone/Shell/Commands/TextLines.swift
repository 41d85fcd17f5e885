/// Bytes as lines, without their newlines.
enum TextLines {
  static func of(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  static func joined(_ lines: some Sequence<[UInt8]>) -> [UInt8] { lines.reduce(into: []) { $0 += $1 + [10] } }
}
