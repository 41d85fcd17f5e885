import Imaging
import Testing

@Suite("Drawing")
struct DrawingTests {
  private func pixel(_ image: Image, _ x: Int, _ y: Int) -> [UInt8] {
    let start = (y * image.width + x) * 3
    return Array(image.pixels[start..<start + 3])
  }

  @Test func shapesLandWhereTheyShouldAtAnyScale() throws {
    for scale in [0.5, 1, 2] {
      let drawing = try Drawing(width: 100, height: 60, scale: scale, background: .white)
      drawing.fill(x: 20, y: 10, width: 40, height: 30, color: .black)
      let image = drawing.picture()
      #expect(image.width == Int(100 * scale) && image.height == Int(60 * scale))
      #expect(pixel(image, Int(22 * scale), Int(12 * scale)) == [0, 0, 0])
      #expect(pixel(image, Int(16 * scale), Int(12 * scale)) == [255, 255, 255])
      #expect(pixel(image, Int(62 * scale), Int(38 * scale)) == [255, 255, 255])
    }
  }

  @Test func whatIsClippedOrNotFiniteStaysWhite() throws {
    let drawing = try Drawing(width: 40, height: 40, background: .white)
    drawing.clipped(x: 0, y: 0, width: 10, height: 40) {
      drawing.fill(x: 0, y: 0, width: 40, height: 40, color: .black)
    }
    drawing.fill(x: .nan, y: 0, width: 40, height: 40, color: .black)
    drawing.circle(x: .infinity, y: 0, radius: 5, color: .black)
    let image = drawing.picture()
    #expect(pixel(image, 5, 20) == [0, 0, 0])
    #expect(pixel(image, 20, 20) == [255, 255, 255])
  }

  @Test func textIsMeasuredAsItIsDrawn() throws {
    let style = TextStyle(size: 40)
    let size = TextMeasure.size("Settings", style)
    let drawing = try Drawing(width: 400, height: 80, background: .white)
    drawing.text("Settings", x: 0, baseline: 50, style: style, color: .black)
    let image = drawing.picture()
    var inked = 0
    for x in 0..<400 {
      for y in 0..<80 where pixel(image, x, y)[0] < 128 { inked = x }
    }
    // The last letter's side bearing is a pixel or two.
    #expect(abs(Double(inked) - size.width) < 5)
    #expect(TextMeasure.size("Settings of a phone", style, width: 150).lines > 1)
  }

  @Test(arguments: ["arrow_back", "wifi", "settings", "battery_full", "signal_wifi_4_bar"])
  func iconsAreOneGlyph(name: String) {
    // A name that the font doesn't have is spelled out, and as wide as its letters.
    #expect(TextMeasure.size(name, TextStyle(size: 24, family: "Material Icons")).width <= 25)
  }

  @Test func aPlaceInATextIsACharactersBoundary() {
    let style = TextStyle(size: 20)
    let text = "äöü👍x"
    for x in stride(from: -10.0, through: 200, by: 3) {
      let offset = TextMeasure.offset(in: text, style, x: x, y: 5)
      let index = text.utf8.index(text.startIndex, offsetBy: offset)
      #expect(index.samePosition(in: text) != nil)
    }
  }
}
