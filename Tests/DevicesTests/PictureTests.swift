import Imaging
import TestSupport
import Testing

@testable import Devices

@Suite("The PNG in what screencap printed") struct PNGExtractionTests {
  private let png = FakePhone.png(width: 4, height: 8)

  @Test func alone() throws {
    let found = try #require(PNGExtraction(png))
    #expect(found.png == png && found.message.isEmpty)
  }

  /// Devices with several displays print this in front of the picture.
  @Test func behindAWarning() throws {
    let warning = """
      [Warning] Multiple displays were found, but no display id was specified! Defaulting to the first display found,\r
      however this default is not guaranteed to be consistent across captures.

      """
    let found = try #require(PNGExtraction(Array(warning.utf8) + png + Array("\nbye\n".utf8)))
    #expect(found.png == png)
    #expect(found.message.hasPrefix("[Warning] Multiple displays were found"))
    #expect(!found.message.contains("\n"))
    #expect(try Image(decoding: found.png).width == 4)
  }

  @Test func cutOnesAreNone() {
    for count in 0..<png.count { #expect(PNGExtraction(Array(png[..<count])) == nil, "\(count) bytes") }
  }

  @Test func damagedOnesNeverTrap() {
    var mutator = Mutator(seed: 3)
    for _ in 0..<Mutator.inputs { _ = PNGExtraction(mutator.mutate(png)) }
  }
}

@Suite("Bare pixels") struct RawScreenshotTests {
  private let raw = FakePhone.raw(width: 4, height: 8)
  private var picture: Image { FakePhone.picture(width: 4, height: 8) }

  @Test func withAndWithoutAColourSpace() {
    #expect(RawScreenshot.image(raw) == picture)
    let old = Array(raw[..<12] + raw[16...])
    #expect(RawScreenshot.image(old) == picture)
  }

  @Test func threeBytesAPixel() {
    let bytes: [UInt8] = [1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 9, 8, 7]
    #expect(RawScreenshot.image(bytes) == Image(width: 1, height: 1, red: 9, green: 8, blue: 7))
  }

  @Test func whatDoesNotFitIsNone() {
    #expect(RawScreenshot.image([]) == nil)
    #expect(RawScreenshot.image(Array(raw.dropLast())) == nil)
    #expect(RawScreenshot.image(raw + [0]) == nil)
    var format = raw
    format[8] = 5
    #expect(RawScreenshot.image(format) == nil)
    #expect(RawScreenshot.image([UInt8](repeating: 0xFF, count: 64)) == nil)
  }

  @Test func damagedOnesNeverTrap() {
    var mutator = Mutator(seed: 5)
    for _ in 0..<Mutator.inputs { _ = RawScreenshot.image(mutator.mutate(raw)) }
  }
}

@Suite("Stillness and blackness") struct ImageStillnessTests {
  @Test func blackIsBlackAndDarkIsNot() {
    #expect(Image(width: 5, height: 5, red: 0, green: 0, blue: 0).isBlack)
    #expect(!Image(width: 5, height: 5, red: 9, green: 9, blue: 9).isBlack)
    var image = Image(width: 5, height: 5, red: 0, green: 0, blue: 0)
    image.pixels[40] = 255
    #expect(!image.isBlack)
  }

  @Test func differencesAreCounted() {
    let image = Image(width: 10, height: 10, red: 0, green: 0, blue: 0)
    var other = image
    #expect(image.difference(to: other) == 0)
    for index in 0..<30 { other.pixels[index] = 100 }
    #expect(image.difference(to: other) == 0.1)
    #expect(image.difference(to: Image(width: 5, height: 20, red: 0, green: 0, blue: 0)) == 1)
  }
}

@Suite("The faster format") struct ScreenshotChooserTests {
  @Test func eachIsMeasuredAndTheFasterKept() {
    var chooser = ScreenshotChooser(.fastest)
    #expect(!chooser.isRaw)
    chooser.record(isRaw: false, seconds: 0.9)
    #expect(chooser.isRaw)
    chooser.record(isRaw: true, seconds: 0.3)
    #expect(chooser.isRaw)
    for _ in 0..<48 { chooser.record(isRaw: true, seconds: 0.3) }
    #expect(!chooser.isRaw, "now and then the other has its chance")
    chooser.record(isRaw: false, seconds: 0.1)
    #expect(!chooser.isRaw)
  }

  @Test func wishesAreKept() {
    #expect(ScreenshotChooser(.raw).isRaw && !ScreenshotChooser(.png).isRaw)
  }

  @Test func pixelsThatCannotBeReadAreGivenUp() {
    var chooser = ScreenshotChooser(.fastest)
    chooser.record(isRaw: false, seconds: 0.9)
    chooser.rejectRaw()
    for _ in 0..<120 {
      #expect(!chooser.isRaw)
      chooser.record(isRaw: false, seconds: 0.9)
    }
  }
}
