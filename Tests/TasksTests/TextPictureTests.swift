import Imaging
import Testing

@testable import Tasks

@Suite("A picture of text") struct TextPictureTests {
  /// Where there is ink, in pixels from the left.
  private func ink(_ lines: [String]) throws -> (first: Int, last: Int, width: Int) {
    let picture = try Image(decoding: try TextPicture.png(title: nil, lines: lines))
    var columns: [Int] = []
    for x in 0..<picture.width
    where (0..<picture.height).contains(where: { picture.pixels[($0 * picture.width + x) * 3] < 128 }) {
      columns.append(x)
    }
    return (try #require(columns.first), try #require(columns.last), picture.width)
  }

  @Test func isAsWideAsItsLinesNeed() throws {
    #expect(TextPicture(title: nil, lines: ["Bread"]).size.width == 900)
    let line = String(repeating: "Museum ticket | ", count: 6) + "x"
    let long = TextPicture(title: nil, lines: [line])
    #expect(long.size.width > 1200)
    // The last letter is there: a longer line has its ink further right, and none in the margin.
    let (first, last, width) = try ink([line])
    #expect(first >= 60 && last < width - 60 && last > width - 80)
  }

  @Test func givesEachColumnTheRoomItNeeds() throws {
    let lines = ["Date\tItem\tAmount", "2023-09-22\tHardware store with a very long name indeed\t$69.51"]
    let (first, last, width) = try ink(lines)
    #expect(first >= 60 && last < width - 60 && last > width - 80)
    #expect(TextPicture(title: nil, lines: lines).size.width > 900)
  }

  @Test func isNoHigherThanAScreenShowsIt() {
    for count in [1, 10, 27, 100] {
      let size = TextPicture(title: "All", lines: Array(repeating: "Salt", count: count)).size
      #expect(size.height <= size.width * 1.65)
    }
  }
}
