import Imaging
import Testing

@testable import Terminal

@Suite struct BlockPictureTests {
  /// Upper half one colour, lower half another; 16×32 pixels are two cells.
  private func halves(_ upper: [UInt8], _ lower: [UInt8]) -> Image {
    Image(width: 16, height: 32, pixels: BlockPictureTests.pixels(512, 256, upper, lower))
  }

  /// So many pixels, the first few in one colour and the others in another.
  private static func pixels(_ count: Int, _ first: Int, _ upper: [UInt8], _ lower: [UInt8]) -> [UInt8] {
    (0..<count).flatMap { $0 < first ? upper : lower }
  }

  @Test func trueColourKeepsTheColours() {
    let image = Image(width: 8, height: 16, pixels: BlockPictureTests.pixels(128, 64, [250, 10, 20], [10, 20, 250]))
    let picture = BlockPicture(image, columns: 1, rows: 1, depth: .trueColor, isUTF8: true, symbols: .quadrants)
    let block = picture.blocks[0]
    let found = Set([block.foreground, block.background].map { RGB(packed: $0) })
    #expect(found == [RGB(250, 10, 20), RGB(10, 20, 250)])
    #expect(["▀", "▄"].contains(Unicode.Scalar(block.scalar).map(String.init) ?? ""))
  }

  @Test(
    "colours that the terminal has",
    arguments: [(.eight, 0..<8), (.sixteen, 0..<16), (.palette, 16..<256)] as [(ColorDepth, Range<Int32>)])
  func colorsAreInRange(depth: ColorDepth, range: Range<Int32>) {
    let picture = BlockPicture(
      halves([200, 30, 30], [30, 30, 200]), columns: 2, rows: 2, depth: depth, isUTF8: true, symbols: .quadrants)
    for block in picture.blocks {
      for color in [block.foreground, block.background] where color >= 0 { #expect(range.contains(color)) }
    }
  }

  @Test("characters that the terminal has", arguments: ColorDepth.allCases)
  func withoutUTF8ThereIsOnlyASCII(depth: ColorDepth) {
    let picture = BlockPicture(
      halves([255, 255, 255], [0, 0, 0]), columns: 2, rows: 2, depth: depth, isUTF8: false, symbols: .sextants)
    #expect(picture.blocks.allSatisfy { (0x20..<0x7F).contains($0.scalar) })
  }

  @Test func halvesAreHalves() {
    // A quarter of the cell.
    let row = (0..<8).flatMap { $0 < 4 ? [255, 255, 255] : [0, 0, 0] as [UInt8] }
    let quarter = (0..<16).flatMap { $0 < 8 ? row : [UInt8](repeating: 0, count: 24) }
    let image = Image(width: 8, height: 16, pixels: quarter)
    let few = BlockPicture(image, columns: 1, rows: 1, depth: .trueColor, isUTF8: true, symbols: .halves)
    let more = BlockPicture(image, columns: 1, rows: 1, depth: .trueColor, isUTF8: true, symbols: .quadrants)
    // Upper left and its complement.
    #expect([0x2598, 0x259F].contains(more.blocks[0].scalar))
    #expect([0x20, 0x2580, 0x2584, 0x2588, 0x258C, 0x2590].contains(few.blocks[0].scalar))
  }

  @Test func sextantsOnlyWhereTheyAreWanted() {
    // A third of the cell.
    let image = Image(width: 8, height: 24, pixels: BlockPictureTests.pixels(192, 64, [255, 255, 255], [0, 0, 0]))
    let with = BlockPicture(image, columns: 1, rows: 1, depth: .trueColor, isUTF8: true, symbols: .sextants)
    let without = BlockPicture(image, columns: 1, rows: 1, depth: .trueColor, isUTF8: true, symbols: .quadrants)
    #expect((0x1FB00...0x1FB3B).contains(with.blocks[0].scalar))
    #expect(!(0x1FB00...0x1FB3B).contains(without.blocks[0].scalar))
  }
}
