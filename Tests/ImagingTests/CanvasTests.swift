import Foundation
import TestSupport
import Testing

@testable import Imaging

@Suite struct CanvasTests {
  private let grey = Image(width: 200, height: 100, red: 120, green: 120, blue: 120)

  @Test func aCanvasWithoutMarksIsThePicture() throws {
    let noise = try Image(decoding: Fixtures.bytes("noise.png"))
    #expect(try Canvas(noise).drawn() == noise)
  }

  @Test func nothingElseChanges() throws {
    let noise = try Image(decoding: Fixtures.bytes("noise.png"))
    var canvas = Canvas(noise)
    canvas.box(from: .init(x: 1, y: 1), to: .init(x: 5, y: 5), color: .blue, lineWidth: 1)
    let drawn = try canvas.drawn()
    #expect(drawn != noise)
    let untouched = (left: 9, top: 0, width: 14, height: 19)
    let part = { (image: Image) in
      image.cropped(left: untouched.left, top: untouched.top, width: untouched.width, height: untouched.height)
    }
    #expect(part(drawn) == part(noise))
  }

  @Test func aRingHasItsColourALightOrDarkOutlineAndADot() throws {
    for (color, outline) in [(Canvas.Color.blue, Canvas.Color.white), (.orange, .black)] {
      var canvas = Canvas(grey)
      canvas.ring(around: .init(x: 100, y: 50), radius: 30, color: color, lineWidth: 10)
      let drawn = try canvas.drawn()
      #expect(pixel(drawn, 130, 50) == [color.red, color.green, color.blue])
      #expect(pixel(drawn, 100, 20) == [color.red, color.green, color.blue])
      #expect(pixel(drawn, 100, 50) == [color.red, color.green, color.blue])
      // The line reaches to 135, its outline to 138, at 85 %.
      let edge = pixel(drawn, 136, 50)
      #expect(edge.allSatisfy { outline == .white ? $0 > 200 : $0 < 40 }, "\(edge)")
      #expect(pixel(drawn, 142, 50) == [120, 120, 120])
      #expect(pixel(drawn, 117, 50) == [120, 120, 120])
    }
  }

  @Test func anArrowGrowsTowardsItsHead() throws {
    var canvas = Canvas(grey)
    canvas.arrow(along: [.init(x: 30, y: 50), .init(x: 170, y: 50)], color: .blue, lineWidth: 8)
    let drawn = try canvas.drawn()
    let blue: [UInt8] = [0, 114, 220]
    #expect(pixel(drawn, 30, 50) == blue)
    #expect(pixel(drawn, 100, 50) == blue)
    #expect(pixel(drawn, 166, 50) == blue)
    #expect(pixel(drawn, 185, 50) == [120, 120, 120])
    let thickness = { (x: Int) in (0..<100).count { pixel(drawn, x, $0) == blue } }
    #expect((7...8).contains(thickness(100)))
    #expect(thickness(138) > 20)
  }

  @Test func anArrowOfOnePointIsADot() throws {
    var canvas = Canvas(grey)
    canvas.arrow(along: [.init(x: 50, y: 50)], color: .blue, lineWidth: 8)
    canvas.arrow(along: [.init(x: 150, y: 50), .init(x: 150, y: 50)], color: .blue, lineWidth: 8)
    canvas.arrow(along: [], color: .blue, lineWidth: 8)
    let drawn = try canvas.drawn()
    #expect(pixel(drawn, 50, 50) == [0, 114, 220])
    #expect(pixel(drawn, 150, 50) == [0, 114, 220])
  }

  @Test func aPathIsShortenedFromItsEnd() {
    let path: [Canvas.Point] = [.init(x: 0, y: 0), .init(x: 30, y: 0), .init(x: 30, y: 40)]
    #expect(Canvas.length(of: path) == 70)
    #expect(Canvas.shortened(path, by: 0) == path)
    #expect(Canvas.shortened(path, by: 10) == [path[0], path[1], .init(x: 30, y: 30)])
    #expect(Canvas.shortened(path, by: 50) == [path[0], .init(x: 20, y: 0)])
    #expect(Canvas.shortened(path, by: 99) == [path[0]])
  }

  @Test func aLabelStaysInsideThePicture() throws {
    var canvas = Canvas(grey)
    canvas.label("Wi‑Fi", at: .init(x: 1000, y: -50), background: .blue, fontSize: 20)
    let drawn = try canvas.drawn()
    // The plate's upper edge, right of its middle, and white letters on it.
    #expect(pixel(drawn, 180, 1) == [0, 114, 220])
    #expect(pixel(drawn, 100, 90) == [120, 120, 120])
    #expect((0..<200).contains { x in (0..<40).contains { pixel(drawn, x, $0).allSatisfy { $0 > 200 } } })
  }

  @Test func aLongLabelEndsInAnEllipsis() throws {
    var canvas = Canvas(grey)
    canvas.label(String(repeating: "long ", count: 400), at: .init(x: 0, y: 0), background: .blue, fontSize: 20)
    let drawn = try canvas.drawn()
    #expect(pixel(drawn, 198, 15) == [0, 114, 220] || pixel(drawn, 190, 15) == [0, 114, 220])
    #expect(pixel(drawn, 100, 60) == [120, 120, 120])
  }

  @Test func survivesSillyMarks() throws {
    var canvas = Canvas(Image(width: 7, height: 3, red: 0, green: 0, blue: 0))
    let numbers: [Double] = [.nan, .infinity, -.infinity, 1e300, -1e6, 1e6, -1, 0, 3]
    for number in numbers {
      let point = Canvas.Point(x: number, y: -number)
      canvas.ring(around: point, radius: number, color: .blue, lineWidth: number)
      canvas.arrow(along: [point, .init(x: 1, y: 1), point], color: .blue, lineWidth: number)
      canvas.box(from: point, to: .init(x: 1, y: 1), color: .blue, lineWidth: number)
      canvas.label(
        "a\0b\nc\u{301}👩‍👩‍👧", at: point, background: .init(red: 0, green: 9, blue: 0, opacity: number), fontSize: number)
    }
    #expect(try canvas.drawn().width == 7)
  }

  @Test func refusesWhatCairoCannotHold() {
    let strip = Image(width: 40_000, height: 1, red: 0, green: 0, blue: 0)
    var canvas = Canvas(strip)
    canvas.ring(around: .init(x: 5, y: 0), radius: 1, color: .blue, lineWidth: 1)
    #expect(throws: ImageError.tooLarge(width: 40_000, height: 1)) { try canvas.drawn() }
  }

  /// For looking at: INFIR_PICTURES names a folder to write to.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["INFIR_PICTURES"] != nil && Shared.has("data")))
  func drawsPicturesToLookAt() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["INFIR_PICTURES"])
    for episode in ["androidgen-1720594731", "t3a-SystemBrightnessMin", "aitz-GOOGLE_APPS-523638528775825151"] {
      let screen = try Image(contentsOf: Shared.path("data/episodes/\(episode)/screens/0000.png"))
      let unit = Double(screen.width) / 1080
      let at = { (x: Double, y: Double) in Canvas.Point(x: x * unit, y: y * unit) }
      var canvas = Canvas(screen)
      canvas.ring(around: at(300, 700), radius: 60 * unit, color: .orange, lineWidth: 12 * unit)
      canvas.ring(around: at(700, 300), radius: 60 * unit, color: .blue, lineWidth: 12 * unit)
      canvas.arrow(along: [at(540, 1900), at(540, 1100)], color: .orange, lineWidth: 14 * unit)
      canvas.arrow(
        along: [at(100, 1500), at(200, 1450), at(330, 1470), at(420, 1600)], color: .blue, lineWidth: 14 * unit)
      canvas.arrow(along: [at(800, 1500), at(830, 1500)], color: .orange, lineWidth: 14 * unit)
      canvas.box(from: at(620, 1600), to: at(1000, 1800), color: .blue, lineWidth: 8 * unit)
      canvas.label("click (300, 700)", at: at(380, 660), color: .black, background: .orange, fontSize: 44 * unit)
      canvas.label("type “Grüße, 你好” ⏎", at: at(900, 1820), background: .blue, fontSize: 44 * unit)
      try canvas.drawn().writePNG(to: folder + "/\(episode).png")
    }
  }

  private func pixel(_ image: Image, _ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * image.width + x) * 3
    return Array(image.pixels[at..<(at + 3)])
  }
}
