import Imaging
import TestSupport
import Testing

@testable import Devices

@Suite("Pictures as JSON") struct PixelScannerTests {
  private static let text = "{ \"pixels\" :\n[ [[0,1,2], [253,254 ,255]] ,[[ 10,20,30],[7,8,9]]] , \"ui_elements\":[]}"
  private static let picture = Image(
    width: 2, height: 2, pixels: [0, 1, 2, 253, 254, 255, 10, 20, 30, 7, 8, 9])

  private func image(_ text: String, pieces: Int = .max) throws -> Image {
    var scanner = PixelScanner()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      try scanner.append(Array(rest.prefix(pieces)))
      rest = rest.dropFirst(min(pieces, rest.count))
    }
    return try scanner.image()
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 1000]) func itIsTheSameInPiecesOfAnySize(size: Int) throws {
    #expect(try image(Self.text, pieces: size) == Self.picture)
  }

  @Test func aWholeScreenComesBack() throws {
    var generator = SeededGenerator(seed: 4)
    let picture = Image(
      width: 54, height: 120, pixels: (0..<54 * 120 * 3).map { _ in UInt8.random(in: 0...255, using: &generator) })
    #expect(try image(AndroidWorldPhone.pixels(picture), pieces: 4096) == picture)
  }

  @Test(arguments: [
    ("", "it ends after 0 bytes, in the middle of the picture"),
    ("{\"pixels\":[", "it ends after 11 bytes, in the middle of the picture"),
    ("{\"pixels\":[]}", "no row at byte 11"),
    ("{\"pixels\":[[]]}", "no pixel at byte 12"),
    ("{\"pixels\":[[[1,2,3]],[[1,2,3],[4,5,6]]]}", "rows of 1 and of 2 pixels at byte 37"),
    ("{\"pixels\":[[[1,2,3,4]]]}", "a pixel of other than three whole numbers at byte 18"),
    ("{\"pixels\":[[[1,2.5,3]]]}", "a pixel of other than three whole numbers at byte 16"),
    ("{\"pixels\":[[[-1,2,3]]]}", "no number from 0 to 255 at byte 13"),
    ("{\"pixels\":[[[1,2,256]]]}", "a colour above 255 at byte 19"),
    ("{\"pixels\":null}", "not {\"pixels\": [… at byte 10"),
    ("{\"detail\":1}", "not {\"pixels\": [… at byte 2"),
    ("{\"pix els\":[", "not {\"pixels\": [… at byte 5"),
  ]) func whatIsNoPictureSaysWhere(text: String, reason: String) {
    #expect(throws: PixelScanner.Problem(reason: reason)) { try image(text) }
    #expect(throws: PixelScanner.Problem(reason: reason)) { try image(text, pieces: 1) }
  }

  @Test func damagedPicturesNeverTrap() {
    var mutator = Mutator(seed: 21)
    for index in 0..<Mutator.inputs {
      let bytes = mutator.mutate(Array(Self.text.utf8))
      let whole = Result { try image(String(decoding: bytes, as: UTF8.self)) }
      let pieces = Result { try image(String(decoding: bytes, as: UTF8.self), pieces: 1 + index % 7) }
      switch (whole, pieces) {
      case (.success(let a), .success(let b)):
        #expect(a == b && a.pixels.count == a.width * a.height * 3)
      case (.failure, .failure): continue
      default: Issue.record("\(whole) and \(pieces) of \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
