import Imaging

/// What covers pixels of every screen of a Pixel 6: its camera and its round corners.
enum Glass {
  static func draw(_ drawing: Drawing, _ phone: Phone) {
    let (width, height) = (Double(phone.screen.width), Double(phone.screen.height))
    let (depth, size) = (24.4 * phone.dp, 12.6 * phone.dp)
    switch phone.quarterTurns {
    case 1: drawing.circle(x: depth, y: height / 2, radius: size, color: .black)
    case 2: drawing.circle(x: width / 2, y: height - depth, radius: size, color: .black)
    case 3: drawing.circle(x: width - depth, y: height / 2, radius: size, color: .black)
    default: drawing.circle(x: width / 2, y: depth, radius: size, color: .black)
    }
    let radius = 8 * phone.dp
    for (x, y, turn) in [(0.0, 0.0, 0.75), (width, 0, 0), (width, height, 0.25), (0, height, 0.5)] {
      let middle = (x: x == 0 ? radius : width - radius, y: y == 0 ? radius : height - radius)
      // Eight chords look round at this size.
      var points = [Canvas.Point(x: x, y: y)]
      for step in 0...8 {
        let angle = 2 * Double.pi * (turn + 0.25 * Double(step) / 8) - .pi / 2
        points.append(
          Canvas.Point(x: middle.x + radius * Self.cosine(angle), y: middle.y + radius * Self.cosine(angle - .pi / 2)))
      }
      drawing.polygon(points, color: .black)
    }
  }

  /// The cosine by its series, for angles of at most two turns.
  static func cosine(_ angle: Double) -> Double {
    var angle = angle
    while angle > .pi { angle -= 2 * .pi }
    while angle < -.pi { angle += 2 * .pi }
    var (sum, term) = (1.0, 1.0)
    for n in 1...10 {
      term *= -angle * angle / Double((2 * n - 1) * (2 * n))
      sum += term
    }
    return sum
  }
}
