/// What commands read from.
struct ShellInput: Sendable, Equatable {
  private var bytes: [UInt8]
  private var position = 0
  /// Whether nothing will be added.
  var isComplete: Bool

  init(_ bytes: [UInt8], isComplete: Bool = true) {
    self.bytes = bytes
    self.isComplete = isComplete
  }

  /// Everything that is left.
  mutating func readAll() throws(ShellInterruption) -> [UInt8] {
    guard isComplete else { throw .needsInput }
    defer { position = bytes.count }
    return Array(bytes[position...])
  }

  /// The next line without its newline, or nil at the end.
  mutating func readLine() throws(ShellInterruption) -> [UInt8]? {
    if let end = bytes[position...].firstIndex(of: 10) {
      defer { position = end + 1 }
      return Array(bytes[position..<end])
    }
    guard isComplete else { throw .needsInput }
    guard position < bytes.count else { return nil }
    defer { position = bytes.count }
    return Array(bytes[position...])
  }
}
