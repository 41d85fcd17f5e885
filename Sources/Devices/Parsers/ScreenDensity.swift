/// What `wm density` says.
///
///     Physical density: 420
///     Override density: 480
enum ScreenDensity {
  /// Dots per inch in effect; nil where it doesn't say.
  static func effective(_ text: String) -> Int? {
    var physical: Int?
    var override: Int?
    for line in text.split(whereSeparator: \.isNewline) {
      if let value = LabelledLine.value(of: "Physical density:", in: line) { physical = physical ?? Int(value) }
      if let value = LabelledLine.value(of: "Override density:", in: line) { override = override ?? Int(value) }
    }
    return (override ?? physical).flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}
