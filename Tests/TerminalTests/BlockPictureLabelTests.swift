import Imaging
import Interface
import Testing

@testable import Terminal

@Suite struct BlockPictureLabelTests {
  private func empty(_ columns: Int, _ rows: Int, depth: ColorDepth = .palette) -> BlockPicture {
    let block = BlockPicture.Block(scalar: 0x2E, foreground: -1, background: -1)
    return BlockPicture(
      columns: columns, rows: rows, blocks: Array(repeating: block, count: columns * rows), depth: depth)
  }

  private func text(_ picture: BlockPicture, row: Int) -> String {
    var text = ""
    for block in picture.blocks[(row * picture.columns)..<((row + 1) * picture.columns)] where block.scalar != 0 {
      text.unicodeScalars.append(Unicode.Scalar(block.scalar) ?? "?")
    }
    return text
  }

  @Test(
    "where there is room",
    arguments: [
      (2, "hi", ".. hi ...."), (8, "hi", "...... hi "), (0, "hello, world", " hello, w "),
      (0, "", "  ........"), (-5, "hi", " hi ......"),
    ] as [(Int, String, String)])
  func written(column: Int, label: String, line: String) {
    let picture = empty(10, 3).labelled(label, column: column, row: 1, role: .proposed, isUTF8: true)
    #expect(text(picture, row: 1) == line)
    #expect(text(picture, row: 0) == "..........")
  }

  @Test func controlCharactersAreReplaced() {
    let picture = empty(10, 1).labelled("a\u{1B}[2J", column: 0, row: 0, role: .proposed, isUTF8: true)
    #expect(text(picture, row: 0) == " a?[2J ...")
  }

  @Test func withoutUTF8ThereIsOnlyASCII() {
    let picture = empty(10, 1).labelled("aé", column: 0, row: 9, role: .proposed, isUTF8: false)
    #expect(text(picture, row: 0) == " a? ......")
  }

  @Test("a label in the colours that there are", arguments: ColorDepth.allCases) func colors(depth: ColorDepth) {
    let picture = empty(10, 1, depth: depth).labelled("a", column: 0, row: 0, role: .proposed, isUTF8: true)
    #expect((picture.blocks[1].background >= 0) == (depth != .none))
    #expect(picture.blocks[1].foreground != picture.blocks[1].background || depth == .none)
  }

  @Test func aTinyPictureHasATinyLabel() {
    #expect(text(empty(1, 1).labelled("abc", column: 0, row: 0, role: .proposed, isUTF8: true), row: 0) == " ")
  }
}
