import Imaging
internal import Randomness
internal import Synchronization

/// What the camera sees: a landscape drawn from a number, and a photo of it as a JPEG file.
enum PhotoScene {
  /// How many there are; the camera's numbers are taken modulo this.
  static let count: UInt64 = 48

  private static let photos = Mutex<[UInt64: [UInt8]]>([:])

  /// Draws a scene into a rectangle: sky, sun, hills.
  static func draw(_ number: UInt64, _ drawing: Drawing, x: Double, y: Double, width: Double, height: Double) {
    var random = SplitMix64(seed: number % count)
    let skies = [(0x4FC3F7, 0xE1F5FE), (0xFF8A65, 0xFFF3E0), (0x5C6BC0, 0xF8BBD0), (0x26A69A, 0xE0F2F1)]
    let hills = [0x2E7D32, 0x558B2F, 0x6D4C41, 0x37474F, 0x827717]
    let sky = random.pick(skies)
    let sun = (x: x + width * Double(20 + random.below(60)) / 100, y: y + height * Double(15 + random.below(25)) / 100)
    drawing.gradient(
      x: x, y: y, width: width, height: height, stops: [(0, Color(hex: sky.0)), (1, Color(hex: sky.1))])
    drawing.circle(x: sun.x, y: sun.y, radius: width * 0.08, color: Color(hex: 0xFFF59D))
    for layer in 0..<3 {
      let color = random.pick(hills)
      let ridge = (0...4).map { step in
        Canvas.Point(
          x: x + width * Double(step) / 4,
          y: y + height * (0.5 + 0.14 * Double(layer) + Double(random.below(100)) / 700))
      }
      drawing.polygon(
        ridge + [Canvas.Point(x: x + width, y: y + height), Canvas.Point(x: x, y: y + height)], color: Color(hex: color)
      )
    }
  }

  /// A photo of a scene, 480×640. Made once: phones with the same scenes share the bytes.
  static func jpeg(_ number: UInt64) -> [UInt8] {
    let number = number % count
    return photos.withLock { photos in
      if let photo = photos[number] { return photo }
      guard let drawing = try? Drawing(width: 480, height: 640) else { return [] }
      draw(number, drawing, x: 0, y: 0, width: 480, height: 640)
      let photo = (try? drawing.picture().jpegData()) ?? []
      photos[number] = photo
      return photo
    }
  }

  /// The scene that a file is the photo of; nil for other files.
  static func number(of file: [UInt8]) -> UInt64? {
    guard file.starts(with: [0xFF, 0xD8]) else { return nil }
    return photos.withLock { photos in photos.first { $0.value == file }?.key }
  }
}

extension View {
  /// What the camera sees, as large as there is room.
  static func scene(_ number: UInt64) -> View {
    .canvas(width: .fill, height: .fill) { drawing, frame, _ in
      let (x, y) = (Double(frame.x), Double(frame.y))
      let (width, height) = (Double(frame.width), Double(frame.height))
      drawing.clipped(x: x, y: y, width: width, height: height) {
        PhotoScene.draw(number, drawing, x: x, y: y, width: width, height: height)
      }
    }
  }
}
