import Testing

@testable import Terminal

@Suite struct BlockEncoderTests {
  private typealias Block = BlockPicture.Block

  private func picture(_ blocks: [Block], depth: ColorDepth) -> BlockPicture {
    BlockPicture(columns: 2, rows: blocks.count / 2, blocks: blocks, depth: depth)
  }

  private func text(_ picture: BlockPicture, previous: BlockPicture? = nil) -> String {
    String(decoding: BlockEncoder.encode(picture, column: 4, row: 2, previous: previous), as: UTF8.self)
  }

  private let half = UInt32(0x2580)

  @Test(
    "colours",
    arguments: [
      (ColorDepth.trueColor, Int32(0x01_80_FF), Int32(0), "\u{1B}[0;38;2;1;128;255;48;2;0;0;0m"),
      (.trueColor, 0xFF_FF_FF, -1, "\u{1B}[0;38;2;255;255;255m"), (.palette, 196, 21, "\u{1B}[0;38;5;196;48;5;21m"),
      (.sixteen, 9, 4, "\u{1B}[0;91;44m"), (.sixteen, 3, 15, "\u{1B}[0;33;107m"), (.eight, 1, 7, "\u{1B}[0;31;47m"),
    ] as [(ColorDepth, Int32, Int32, String)])
  func colors(depth: ColorDepth, foreground: Int32, background: Int32, sequence: String) {
    let block = Block(scalar: half, foreground: foreground, background: background)
    #expect(text(picture([block, block], depth: depth)) == "\u{1B}[3;5H\(sequence)▀▀\u{1B}[0m")
  }

  @Test func withoutColoursThereAreOnlyCharacters() {
    let picture = picture(
      "ab#.".unicodeScalars.map { Block(scalar: $0.value, foreground: 1, background: 2) }, depth: .none)
    #expect(text(picture) == "\u{1B}[3;5Hab\u{1B}[4;5H#.\u{1B}[0m")
  }

  @Test func onlyChangesAreSent() {
    let red = Block(scalar: half, foreground: 1, background: 1)
    let green = Block(scalar: half, foreground: 2, background: 2)
    let before = picture([red, red, red, red], depth: .eight)
    let after = picture([red, red, red, green], depth: .eight)
    #expect(text(after, previous: before) == "\u{1B}[4;6H\u{1B}[0;32;42m▀\u{1B}[0m")
    #expect(text(after, previous: after) == "")
  }

  @Test func aPictureOfAnotherSizeOrDepthIsSentWhole() {
    let red = Block(scalar: half, foreground: 1, background: 1)
    let small = picture([red, red], depth: .eight)
    #expect(text(small, previous: picture([red, red, red, red], depth: .eight)) == text(small))
    #expect(text(small, previous: picture([red, red], depth: .palette)) == text(small))
  }
}
