import Imaging

extension View {
  /// An app's icon on its disc.
  static func appIcon(_ icon: AppIcon, size: Double) -> View {
    .canvas(width: .fixed(size), height: .fixed(size)) { drawing, frame, dp in
      let radius = Double(frame.width) / 2
      let (x, y) = (Double(frame.x) + radius, Double(frame.y) + radius)
      let foreground = Color(hex: icon.foreground)
      drawing.circle(x: x, y: y, radius: radius, color: Color(hex: icon.background))
      switch icon.shape {
      case .symbol(let name):
        let side = radius * 1.14
        drawing.icon(name, x: x - side / 2, y: y - side / 2, size: side, color: foreground)
      case .settings:
        drawing.circle(x: x, y: y, radius: radius, color: Color(hex: 0x8EA8D6))
        drawing.circle(x: x, y: y, radius: radius * 0.82, color: Color(hex: 0x4285F4))
        let side = radius * 1.25
        drawing.icon("settings", x: x - side / 2, y: y - side / 2, size: side, color: .white)
      case .messages:
        drawing.circle(x: x, y: y, radius: radius, color: Color(hex: 0x1A73E8))
        let side = radius * 1.1
        drawing.icon("message", x: x - side / 2, y: y - side / 2, size: side, color: .white)
      case .browser:
        // Three blades, each between two tangents of the circle in the middle. Angles clockwise from the top.
        func point(_ degrees: Double, _ length: Double) -> Canvas.Point {
          let angle = degrees / 180 * Double.pi
          return Canvas.Point(
            x: x + length * Glass.cosine(angle - .pi / 2), y: y - length * Glass.cosine(angle))
        }
        for (index, color) in [0xEA4335, 0xFBBC04, 0x34A853].enumerated() {
          let first = Double(index) * 120 - 60
          let rim = stride(from: first, through: first + 120, by: 7.5).map { point($0, radius) }
          let middle = [point(first + 60, radius * 0.5), Canvas.Point(x: x, y: y), point(first - 60, radius * 0.5)]
          drawing.polygon(rim + middle, color: Color(hex: color))
        }
        drawing.circle(x: x, y: y, radius: radius * 0.5, color: .white)
        drawing.circle(x: x, y: y, radius: radius * 0.4, color: Color(hex: 0x1A73E8))
      }
    }
  }
}
