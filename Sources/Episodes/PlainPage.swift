/// Lays out lines of text of a width.
struct PlainPage {
  let width: Int

  init(width: Int) { self.width = max(width, 40) }

  /// One line of at most the page's width. Line breaks and control characters come from files and become spaces.
  func cut(_ text: String, keeping end: String = "") -> String { Self.cut(text, width - end.count) + end }

  /// Names and values in two columns, absent values left out.
  func facts(_ facts: [(name: String, value: String?)]) -> [String] {
    facts.compactMap { fact in fact.value.map { cut("  " + left(fact.name, 10) + $0) } }
  }

  /// Cut or filled on the right.
  func left(_ text: String, _ columns: Int) -> String {
    let line = Self.cut(text, columns)
    return line + String(repeating: " ", count: columns - line.count)
  }

  /// Filled on the left.
  func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private static func cut(_ text: String, _ columns: Int) -> String {
    let line = String(text.map { $0.isNewline || $0.unicodeScalars.contains(where: isControl) ? " " : $0 })
    return line.count <= columns ? line : String(line.prefix(max(columns - 1, 0))) + "…"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

  /// A size with one decimal where it has a unit: `1.9 MiB`.
  static func bytes(_ count: Int) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
    var unit = 0
    var value = Double(count)
    while value >= 1024, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    guard unit > 0 else { return "\(count) bytes" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
