internal import Imaging

/// A picture of lines of text, as a receipt or a list would be photographed; tabs part columns.
///
/// It is as wide as its longest line needs, and no higher than a phone's viewer shows between its bars: nothing is cut off.
struct TextPicture {
  private static let margin = 60.0
  private static let lineHeight = 64.0
  private static let columnGap = 40.0
  private static let least = 900.0
  /// What a screen of 1080×2400 has room for between the viewer's bars.
  private static let tallest = 1.65
  private static let body = TextStyle(size: 38, maximumLines: 1)
  private static let heading = TextStyle(size: 48, weight: 700, maximumLines: 1)

  private let title: String?
  private let lines: [[String]]
  /// The widths of the columns, by how many of them a line has.
  private let widths: [Int: [Double]]

  /// How large it is, in pixels.
  let size: (width: Double, height: Double)

  init(title: String?, lines: [String]) {
    self.title = title
    // Beyond this no phone shows a picture so that it can be read.
    self.lines = lines.prefix(300).map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    var widths: [Int: [Double]] = [:]
    for line in self.lines {
      let here = line.map { TextMeasure.size($0, Self.body).width.rounded(.up) + 2 }
      widths[line.count] = widths[line.count].map { zip($0, here).map { max($0, $1) } } ?? here
    }
    self.widths = widths
    let content = widths.values.map { $0.reduce(0, +) + Self.columnGap * Double($0.count - 1) }.max() ?? 0
    let heading = title.map { TextMeasure.size($0, Self.heading).width.rounded(.up) + 2 } ?? 0
    let height = Self.top(title) + Double(self.lines.count) * Self.lineHeight + Self.margin
    size = (max(Self.least, max(content, heading) + 2 * Self.margin, (height / Self.tallest).rounded(.up)), height)
  }

  /// The picture as a PNG file.
  static func png(title: String?, lines: [String]) throws(ImageError) -> [UInt8] {
    try TextPicture(title: title, lines: lines).png()
  }

  private static func top(_ title: String?) -> Double { margin + (title == nil ? 0 : 110) }

  private func png() throws(ImageError) -> [UInt8] {
    let margin = Self.margin
    let drawing = try Drawing(width: Int(size.width), height: Int(size.height), background: .white)
    if let title {
      drawing.text(
        title, x: margin, baseline: margin + 50, width: size.width - 2 * margin, style: Self.heading, color: .black)
      drawing.line(
        [Canvas.Point(x: margin, y: margin + 82), Canvas.Point(x: size.width - margin, y: margin + 82)], lineWidth: 3,
        color: .black)
    }
    for (index, line) in lines.enumerated() {
      let baseline = Self.top(title) + Double(index) * Self.lineHeight + 44
      for (column, text) in zip(columns(line.count), line) {
        var style = Self.body
        style.alignment = column.isRight ? .right : .left
        drawing.text(text, x: column.x, baseline: baseline, width: column.width, style: style, color: .black)
      }
    }
    return try drawing.picture().pngData()
  }

  // The last one is at the right edge; what room is left is between them.
  private func columns(_ count: Int) -> [(x: Double, width: Double, isRight: Bool)] {
    let natural = widths[count] ?? []
    let inner = size.width - 2 * Self.margin
    guard count > 1 else { return [(Self.margin, inner, false)] }
    let gap = (inner - natural.reduce(0, +)) / Double(count - 1)
    var x = Self.margin
    return natural.enumerated().map { index, width in
      defer { x += width + gap }
      return (x, width, index == count - 1)
    }
  }
}
