internal import Imaging

/// A picture of lines of text, as a receipt or a list would be photographed; tabs part columns.
enum TextPicture {
  private static let width = 900.0
  private static let margin = 60.0
  private static let lineHeight = 64.0

  /// The picture as a PNG file.
  static func png(title: String?, lines: [String]) throws(ImageError) -> [UInt8] {
    // Beyond this no phone shows a picture so that it can be read.
    let lines = lines.prefix(300)
    let top = margin + (title == nil ? 0 : 110)
    let height = top + Double(lines.count) * lineHeight + margin
    let drawing = try Drawing(width: Int(width), height: Int(height), background: .white)
    if let title {
      drawing.text(
        title, x: margin, baseline: margin + 50, width: width - 2 * margin,
        style: TextStyle(size: 48, weight: 700, maximumLines: 1), color: .black)
      drawing.line(
        [Canvas.Point(x: margin, y: margin + 82), Canvas.Point(x: width - margin, y: margin + 82)], lineWidth: 3,
        color: .black)
    }
    for (index, line) in lines.enumerated() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let space = (width - 2 * margin) / Double(columns.count)
      for (column, text) in columns.enumerated() {
        drawing.text(
          String(text), x: margin + space * Double(column),
          baseline: top + Double(index) * lineHeight + 44, width: space - 12,
          style: TextStyle(
            size: 38, alignment: column > 0 && column == columns.count - 1 ? .right : .left, maximumLines: 1),
          color: .black)
      }
    }
    return try drawing.picture().pngData()
  }
}
