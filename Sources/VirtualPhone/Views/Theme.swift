import Imaging

extension Canvas.Color {
  /// A colour from 0xRRGGBB.
  init(hex: Int, opacity: Double = 1) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex), opacity: opacity)
  }

  /// Halfway to another colour.
  func mixed(with other: Canvas.Color) -> Canvas.Color {
    func half(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Int(a) + Int(b)) / 2) }
    return Canvas.Color(
      red: half(red, other.red), green: half(green, other.green), blue: half(blue, other.blue), opacity: opacity)
  }

  func faded(_ opacity: Double) -> Canvas.Color {
    var color = self
    color.opacity *= opacity
    return color
  }
}

/// The system's colours; those of the light theme are read off recorded screens.
struct Theme: Sendable {
  let isDark: Bool
  let background, surface, text, secondary, accent, onAccent, divider: Color
  let trackOn, thumbOn, trackOff, thumbOff: Color
  /// Behind dialogs and chips.
  let raised, tile, tileOn, tileOnText, statusText: Color

  static let light = Theme(
    isDark: false, background: Color(hex: 0xF0F0F3), surface: .white, text: Color(hex: 0x191C1E),
    secondary: Color(hex: 0x40484D), accent: Color(hex: 0x00668B), onAccent: .white, divider: Color(hex: 0xC5C7C9),
    trackOn: Color(hex: 0x00668B), thumbOn: Color(hex: 0xC1E8FF), trackOff: Color(hex: 0x656C70),
    thumbOff: Color(hex: 0xA5ACB2), raised: Color(hex: 0xE3E6EA), tile: Color(hex: 0xDFE3E7),
    tileOn: Color(hex: 0xC1E8FF), tileOnText: Color(hex: 0x001E2D), statusText: Color(hex: 0x5F6062))

  static let dark = Theme(
    isDark: true, background: Color(hex: 0x191C1E), surface: Color(hex: 0x2B3134), text: Color(hex: 0xE1E2E5),
    secondary: Color(hex: 0xC0C7CD), accent: Color(hex: 0x7CD0FF), onAccent: Color(hex: 0x00344A),
    divider: Color(hex: 0x41484D), trackOn: Color(hex: 0x004C69), thumbOn: Color(hex: 0x7CD0FF),
    trackOff: Color(hex: 0x41484D), thumbOff: Color(hex: 0x8A9297), raised: Color(hex: 0x2B3134),
    tile: Color(hex: 0x2B3134), tileOn: Color(hex: 0x7CD0FF), tileOnText: Color(hex: 0x001E2D),
    statusText: Color(hex: 0xE1E2E5))
}
