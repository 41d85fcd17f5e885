import Episodes
import Imaging
import Testing

@testable import Agent

@Suite("Stuck detector")
struct StuckDetectorTests {
  private let tap = Action.click(.point(Point(x: 10, y: 100)))

  private func screen(_ shade: UInt8, caret: Bool = false, clock: UInt8 = 0) -> Image {
    var image = Image(width: 300, height: 600, red: shade, green: shade, blue: shade)
    func fill(_ columns: Range<Int>, _ rows: Range<Int>, _ value: UInt8) {
      for y in rows { for x in columns { for c in 0..<3 { image.pixels[(y * 300 + x) * 3 + c] = value } } }
    }
    fill(10..<60, 5..<25, clock)
    if caret { fill(100..<105, 300..<360, 255) }
    return image
  }

  private func print(_ image: Image, _ elements: [UIElement] = []) -> ScreenFingerprint {
    ScreenFingerprint(image, elements: elements)
  }

  @Test("a clock and a caret don't make another screen, a dialog and other words do")
  func fingerprints() {
    let plain = print(screen(80))
    #expect(plain.resembles(print(screen(80, caret: true, clock: 200))))
    #expect(!plain.resembles(print(screen(120))))
    let text = { (text: String) in
      [UIElement(text: text, bounds: Bounds(left: 0, top: 100, right: 200, bottom: 140))]
    }
    #expect(print(screen(80), text("a")).resembles(print(screen(80), text("a"))))
    #expect(!print(screen(80), text("a")).resembles(print(screen(80), text("b"))))
    #expect(print(screen(80), text("a")).resembles(plain), "the words of one of them aren't known")
    let clock = { (text: String) in [UIElement(text: text, bounds: Bounds(left: 10, top: 5, right: 60, bottom: 25))] }
    #expect(print(screen(80), clock("9:41")).resembles(print(screen(80), clock("9:42"))))
  }

  @Test("twice the same on the same screen is warned of, three times is stuck")
  func repetition() {
    var detector = StuckDetector()
    let here = print(screen(80))
    detector.note(tap, on: here)
    #expect(detector.verdict(on: here) == .fine)
    detector.note(tap, on: print(screen(80, caret: true)))
    guard case .warning = detector.verdict(on: here) else { return #expect(Bool(false)) }
    #expect(detector.verdict(on: print(screen(120))) == .fine, "the last one helped")
    detector.note(tap, on: here)
    guard case .stuck = detector.verdict(on: here) else { return #expect(Bool(false)) }
    detector.reset()
    #expect(detector.verdict(on: here) == .fine)
  }

  @Test("circles of two to four screens are seen", arguments: 2...4)
  func circles(length: Int) {
    var detector = StuckDetector()
    let screens = (0..<length).map { print(screen(UInt8(50 + $0 * 40))) }
    for round in 1...3 {
      for (number, screen) in screens.enumerated() {
        #expect(detector.verdict(on: screen) == .fine || round > 1)
        detector.note(number == 0 ? .navigateBack : tap, on: screen)
      }
      let verdict = detector.verdict(on: screens[0])
      switch round {
      case 1: #expect(verdict == .fine)
      case 2: if case .warning = verdict {} else { #expect(Bool(false), "\(verdict)") }
      default: if case .stuck = verdict {} else { #expect(Bool(false), "\(verdict)") }
      }
    }
  }

  @Test("different actions on one screen, and one action on changing screens, are no circle")
  func progress() {
    var detector = StuckDetector()
    for shade in 1...8 { detector.note(.scroll(.down, nil), on: print(screen(UInt8(shade * 25)))) }
    #expect(detector.verdict(on: print(screen(230))) == .fine)
    detector = StuckDetector()
    for x in 1...8 { detector.note(.click(.point(Point(x: x, y: 100))), on: print(screen(80))) }
    #expect(detector.verdict(on: print(screen(80))) == .fine)
  }
}
