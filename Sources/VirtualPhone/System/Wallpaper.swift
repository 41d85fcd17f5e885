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
      (0xD8DCE4, 0xB9C8E8, 0x5B84C8, 0x0F1018), (0xF2D8C8, 0xE8A890, 0xB05A48, 0x1A1014),
      (0xD0E8DC, 0x90C8A8, 0x3A8060, 0x0C1612), (0xE4DCF0, 0xB8A0DC, 0x6A4AA0, 0x120E1C),
      (0xF0E8C8, 0xDCC080, 0x987030, 0x18140C), (0xD0E4F0, 0x80B8D8, 0x2C6C94, 0x0A141C),
    ]
    let palette = seed == 0 ? palettes[0] : random.pick(palettes)
    let deep = Color(hex: palette.deep)
    drawing.fill(x: 0, y: 0, width: width, height: height, color: deep)
    func jitter(_ value: Double) -> Double { value + (seed == 0 ? 0 : Double(random.below(100) - 50) / 500) }
    // A pale sky on the left above a hill that ends in the dark.
    drawing.blob(
      [(-0.2, -0.1), (1.05, -0.1), (1.02, 0.08), (0.6, 0.14), (0.25, 0.2), (-0.2, 0.25)].map {
        Canvas.Point(x: $0.0 * width, y: $0.1 * height)
      }, stops: [(0, deep.faded(0.9)), (0.35, Color(hex: palette.sky)), (1, Color(hex: palette.sky))])
    let hill = [
      (-0.1, 0.23), (0.22, 0.155), (0.6, 0.115), (0.97, 0.09), (0.96, 0.125), (0.86, 0.185), (0.68, 0.17), (0.5, 0.24),
      (0.25, 0.33), (-0.1, 0.362),
    ]
    drawing.blob(
      hill.map { Canvas.Point(x: jitter($0.0) * width, y: jitter($0.1) * height) },
      stops: [(0, Color(hex: palette.light)), (0.5, Color(hex: palette.hill)), (1, Color(hex: palette.light))])
    for _ in 0..<60 {
      let (x, y) = (Double(random.below(1000)) / 1000 * width, (0.4 + Double(random.below(600)) / 1000) * height)
      drawing.circle(
        x: x, y: y, radius: width * 0.001, color: Color(hex: 0xFFFFFF, opacity: 0.15 + Double(random.below(40)) / 100))
    }
    drawing.gradient(
      x: 0, y: 0, width: width, height: height * 0.1, stops: [(0, Color.black.faded(0.35)), (1, Color.black.faded(0))])
  }
}
