/// The shell of devices before Android 7: no exit codes, errors among the output, and a terminal's line ends.
enum PlainShell {
  private static let marker = "infir-exit-code="

  /// The command, with its exit code printed after it.
  static func command(_ command: String) -> String { "\(command)\necho \(marker)$?" }

  /// The output and the code in front of it; nil where the code is missing, because the answer was cut.
  static func result(_ bytes: [UInt8]) -> ShellResult? {
    let text = bytes.filter { $0 != UInt8(ascii: "\r") }
    let mark = Array(marker.utf8)
    guard text.count >= mark.count else { return nil }
    var start = text.count - mark.count
    while !text[start...].starts(with: mark) {
      guard start > 0 else { return nil }
      start -= 1
    }
    let digits = text[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\n") }
    guard digits.count < text.count - start - mark.count,
      let code = Int32(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return ShellResult(output: Array(text[..<start]), code: code)
  }
}
