import Imaging

/// The marks of the launcher's search bar, in their four colours.
enum SearchMarks {
  private static let red = Color(hex: 0xEA4335)
  private static let yellow = Color(hex: 0xFBBC04)
  private static let green = Color(hex: 0x34A853)
  private static let blue = Color(hex: 0x4285F4)

  static let letter = View.canvas(width: .fixed(23), height: .fixed(23)) { drawing, frame, dp in
    let radius = Double(frame.width) / 2 - 2.4 * dp
    let (x, y) = (Double(frame.x) + Double(frame.width) / 2, Double(frame.y) + Double(frame.height) / 2)
    let line = 4.6 * dp
    drawing.ring(x: x, y: y, radius: radius, from: 0.80, to: 1.11, lineWidth: line, color: red)
    drawing.ring(x: x, y: y, radius: radius, from: 0.66, to: 0.80, lineWidth: line, color: yellow)
    drawing.ring(x: x, y: y, radius: radius, from: 0.38, to: 0.66, lineWidth: line, color: green)
    drawing.ring(x: x, y: y, radius: radius, from: 0.25, to: 0.38, lineWidth: line, color: blue)
    drawing.fill(
      x: x, y: y - line / 2, width: radius + line / 2, height: line, color: blue)
  }

  static let microphone = View.canvas(width: .fixed(19), height: .fixed(27)) { drawing, frame, dp in
    let (x, y) = (Double(frame.x) + Double(frame.width) / 2, Double(frame.y))
    drawing.fill(x: x - 4 * dp, y: y, width: 8 * dp, height: 17.3 * dp, corner: 4 * dp, color: blue)
    let middle = y + 13.3 * dp
    drawing.ring(x: x, y: middle, radius: 8 * dp, from: 0.25, to: 0.62, lineWidth: 2.4 * dp, color: red)
    drawing.ring(x: x, y: middle, radius: 8 * dp, from: 0.62, to: 0.75, lineWidth: 2.4 * dp, color: yellow)
    drawing.fill(x: x - 1.4 * dp, y: middle + 9.2 * dp, width: 2.8 * dp, height: 4 * dp, corner: 0, color: green)
  }

  static let lens = View.canvas(width: .fixed(26.7), height: .fixed(24.5)) { drawing, frame, dp in
    let (x, y) = (Double(frame.x) + 1.4 * dp, Double(frame.y) + 4.1 * dp)
    let (width, height) = (Double(frame.width) - 2.8 * dp, Double(frame.height) - 5.5 * dp)
    // A frame whose sides change their colours.
    let parts: [(x: Double, y: Double, width: Double, height: Double, color: Color)] = [
      (0, 0, 0.75, 0.5, blue), (0.75, 0, 0.25, 0.25, green), (0.75, 0.25, 0.25, 0.75, red), (0.4, 0.5, 0.35, 0.5, red),
      (0, 0.5, 0.4, 0.5, yellow),
    ]
    let (outer, edge) = ((width: width + 2.8 * dp, height: height + 2.8 * dp), 1.4 * dp)
    for part in parts {
      drawing.clipped(
        x: x - edge + part.x * outer.width, y: y - edge + part.y * outer.height, width: part.width * outer.width,
        height: part.height * outer.height
      ) {
        drawing.outline(
          x: x, y: y, width: width, height: height, corner: 4 * dp, lineWidth: 2.7 * dp, color: part.color)
      }
    }
    drawing.polygon(
      [(0.28, 0.02), (0.38, -0.18), (0.62, -0.18), (0.72, 0.02)].map {
        Canvas.Point(x: x + $0.0 * width, y: y + $0.1 * height)
      }, color: blue)
    drawing.circle(x: x + width / 2, y: y + height / 2, radius: 4.7 * dp, color: blue)
  }
}
