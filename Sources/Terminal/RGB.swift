/// A colour: red, green and blue in sRGB.
struct RGB: Sendable, Equatable, Hashable {
  /// 0…255.
  var red: UInt8
  /// 0…255.
  var green: UInt8
  /// 0…255.
  var blue: UInt8

  /// A colour.
  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour 0xRRGGBB.
  init(packed: Int32) {
    let bits = UInt32(bitPattern: packed)
    self.init(UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255))
  }

  /// 0xRRGGBB.
  var packed: Int32 { Int32(red) << 16 | Int32(green) << 8 | Int32(blue) }

  /// Colour 16…255 of xterm's palette: a cube of 6×6×6 colours, then 24 greys. The first sixteen are the user's.
  init(palette index: Int32) {
    if index >= 232 {
      let grey = UInt8(clamping: 8 + 10 * (index - 232))
      self.init(grey, grey, grey)
    } else {
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(max(0, index - 16))
      self.init(levels[cube / 36 % 6], levels[cube / 6 % 6], levels[cube % 6])
    }
  }
}
