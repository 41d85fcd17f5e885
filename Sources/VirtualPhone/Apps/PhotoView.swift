import Imaging

extension View {
  /// A landscape drawn from a number: sky, sun, hills.
  static func photo(_ number: UInt64, corner: Double = 0) -> View {
    .canvas(width: .fill, height: .fill) { drawing, frame, dp in
      var random = SplitMix(number)
      let (x, y) = (Double(frame.x), Double(frame.y))
      let (width, height) = (Double(frame.width), Double(frame.height))
      let skies = [(0x4FC3F7, 0xE1F5FE), (0xFF8A65, 0xFFF3E0), (0x5C6BC0, 0xF8BBD0), (0x26A69A, 0xE0F2F1)]
      let hills = [0x2E7D32, 0x558B2F, 0x6D4C41, 0x37474F, 0x827717]
      let sky = random.pick(skies)
      let sun = (
        x: x + width * Double(20 + random.below(60)) / 100, y: y + height * Double(15 + random.below(25)) / 100
      )
      let ground = (0..<3).map { layer in
        (
          color: random.pick(hills),
          points: (0...4).map { step in
            Canvas.Point(
              x: x + width * Double(step) / 4,
              y: y + height * (0.5 + 0.14 * Double(layer) + Double(random.below(100)) / 700))
          }
        )
      }
      drawing.clipped(x: x, y: y, width: width, height: height, corner: corner * dp) {
        drawing.gradient(
          x: x, y: y, width: width, height: height, stops: [(0, Color(hex: sky.0)), (1, Color(hex: sky.1))])
        drawing.circle(x: sun.x, y: sun.y, radius: width * 0.08, color: Color(hex: 0xFFF59D))
        for layer in ground {
          drawing.polygon(
            layer.points + [Canvas.Point(x: x + width, y: y + height), Canvas.Point(x: x, y: y + height)],
            color: Color(hex: layer.color))
        }
      }
    }
  }
}
