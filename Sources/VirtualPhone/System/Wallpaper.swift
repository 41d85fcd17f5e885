import Imaging
internal import Randomness
internal import Synchronization

/// The picture behind the launcher's home: hills of colour over a night, by the seed.
///
/// Drawing it takes longer than the rest of the screen, so the last few are kept.
enum Wallpaper {
  private struct Key: Hashable {
    let width, height: Int
    let seed: UInt64
  }

  private static let known = Mutex<[Key: Image]>([:])

  static func draw(_ drawing: Drawing, _ phone: Phone) {
    let screen = phone.screen
    let size = drawing.size
    let key = Key(width: size.width, height: size.height, seed: phone.configuration.seed)
    let image: Image
    if let kept = known.withLock({ $0[key] }) {
      image = kept
    } else {
      guard
        let canvas = try? Drawing(
          width: screen.width, height: screen.height, scale: Double(size.width) / Double(screen.width))
      else { return }
      paint(canvas, width: Double(screen.width), height: Double(screen.height), seed: phone.configuration.seed)
      image = canvas.picture()
      known.withLock {
        if $0.count >= 8 { $0.removeAll() }
        $0[key] = image
      }
    }
    drawing.image(image, x: 0, y: 0, width: Double(screen.width), height: Double(screen.height))
  }

  private static func paint(_ drawing: Drawing, width: Double, height: Double, seed: UInt64) {
    var random = SplitMix64(seed: seed &+ 17)
    let palettes: [(sky: Int, light: Int, hill: Int, deep: Int)] = [
      (0xD9DBE8, 0xB4CAEA, 0x7089C8, 0x0F1018), (0xF2D8C8, 0xE8A890, 0xB05A48, 0x1A1014),
      (0xD0E8DC, 0x90C8A8, 0x3A8060, 0x0C1612), (0xE4DCF0, 0xB8A0DC, 0x6A4AA0, 0x120E1C),
      (0xF0E8C8, 0xDCC080, 0x987030, 0x18140C), (0xD0E4F0, 0x80B8D8, 0x2C6C94, 0x0A141C),
    ]
    let palette = seed == 0 ? palettes[0] : random.pick(palettes)
    let deep = Color(hex: palette.deep)
    drawing.fill(x: 0, y: 0, width: width, height: height, color: deep)
    // Other seeds have it higher or lower, steeper or flatter.
    let (lift, slope, stretch): (Double, Double, Double) =
      seed == 0
      ? (0, 0, 1)
      : (
        Double(random.below(100)) / 900, Double(random.below(100) - 50) / 900, 0.8 + Double(random.below(100)) / 150
      )
    func shape(_ points: [(Double, Double)], lower: Double = 0) -> [Canvas.Point] {
      points.map {
        Canvas.Point(x: $0.0 * width, y: (0.09 + ($0.1 - 0.09) * stretch + lift + slope * $0.0 + lower) * height)
      }
    }
    // A pale sky above a wave that ends softly in the dark.
    drawing.blob(
      [(-0.2, -0.1), (1.02, -0.1), (1.0, 0.06), (0.97, 0.1), (0.55, 0.14), (0.32, 0.17), (0.14, 0.22), (-0.2, 0.31)]
        .map { point in
          // Its lower edge goes with the wave.
          let isLow = point.1 > 0.05
          return Canvas.Point(
            x: point.0 * width,
            y: (isLow ? 0.09 + (point.1 - 0.09) * stretch + lift + slope * point.0 : point.1) * height)
        },
      stops: [(0, deep.faded(0.9)), (0.35, Color(hex: palette.sky)), (1, Color(hex: palette.sky))])
    let wave = [
      (-0.1, 0.28), (0, 0.245), (0.14, 0.202), (0.32, 0.153), (0.55, 0.124), (0.77, 0.11), (0.973, 0.092),
      (0.98, 0.115), (0.947, 0.156), (0.832, 0.19), (0.768, 0.184), (0.665, 0.21), (0.563, 0.236), (0.525, 0.2625),
      (0.256, 0.329), (0, 0.3575), (-0.1, 0.362),
    ]
    let (light, hill) = (Color(hex: palette.light), Color(hex: palette.hill))
    for step in 0..<12 {
      let lower = Double(12 - step) / 12 * 0.012
      drawing.blob(
        shape(wave, lower: lower), stops: [(0, hill.faded(0.02)), (0.35, hill.faded(0.09)), (1, hill.faded(0.09))])
    }
    drawing.blob(shape(wave), stops: [(0, light), (0.45, light.mixed(with: hill)), (1, hill)])
    for _ in 0..<60 {
      let (x, y) = (Double(random.below(1000)) / 1000 * width, (0.4 + Double(random.below(600)) / 1000) * height)
      drawing.circle(
        x: x, y: y, radius: width * 0.001, color: Color(hex: 0xFFFFFF, opacity: 0.15 + Double(random.below(40)) / 100))
    }
    drawing.gradient(
      x: 0, y: 0, width: width, height: height * 0.1, stops: [(0, Color.black.faded(0.35)), (1, Color.black.faded(0))])
  }
}
