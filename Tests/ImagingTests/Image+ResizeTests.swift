import Foundation
import Testing

@testable import Imaging

@Suite struct ImageResizeTests {
  @Test(arguments: ["noise.png", "one-pixel.png"])
  func resizesAsPillowDoes(name: String) throws {
    let source = try Image(decoding: Fixtures.bytes(name))
    let all = try Fixtures.json("resized.json", as: [String: [Fixtures.Pixels]].self)
    let cases = try #require(all[name])
    #expect(cases.count == (name == "noise.png" ? 54 : 6))
    for expected in cases {
      let filter = try #require(expected.resample.flatMap(ResamplingFilter.init(rawValue:)))
      let image = source.resized(width: expected.width, height: expected.height, filter: filter)
      #expect(difference(image, expected.image) == nil, "\(filter) to \(expected.width)×\(expected.height)")
    }
  }

  @Test(arguments: ResamplingFilter.allCases)
  func aWindowIsThatPartOfTheWhole(filter: ResamplingFilter) throws {
    let source = try Image(decoding: Fixtures.bytes("noise.png"))
    for (width, height) in [(40, 31), (7, 19), (23, 5), (9, 8), (23, 19)] {
      let whole = source.resized(width: width, height: height, filter: filter)
      let part = source.resized(width: width, height: height, columns: 2..<6, rows: 1..<4, filter: filter)
      #expect(part == whole.cropped(left: 2, top: 1, width: 4, height: 3))
    }
  }

  @Test(arguments: ResamplingFilter.allCases)
  func aPlainPictureStaysPlain(filter: ResamplingFilter) {
    let plain = Image(width: 31, height: 17, red: 255, green: 0, blue: 128)
    for (width, height) in [(5, 4), (64, 64), (31, 3)] {
      #expect(
        plain.resized(width: width, height: height, filter: filter)
          == Image(width: width, height: height, red: 255, green: 0, blue: 128))
    }
  }

  /// Found with Pillow 13.0.0 by which order of passes gives its bytes.
  @Test(arguments: [
    ([1080, 2400], [384, 384], true), ([1080, 2400], [384, 854], true), ([1080, 240], [384, 30], false),
    ([400, 400], [200, 2], false), ([40, 40], [39, 38], false), ([40, 40], [41, 39], true),
    ([40, 40], [60, 50], false),
  ])
  func rowsComeFirstWhereHeightShrinksMost(from: [Int], to: [Int], rowsFirst: Bool) {
    #expect(Image.rowsComeFirst(from: (from[0], from[1]), to: (to[0], to[1])) == rowsFirst)
  }
}
