import Testing

@testable import Interface

@Suite struct FrameDrawingTests {
  private let wide = Glyph(character: "日", width: 2)
  private let narrow = Glyph(character: "a", width: 1)

  private func frame(_ puts: (Glyph, Int)...) -> Frame {
    var frame = Frame(size: Size(columns: 5, rows: 1))
    for (glyph, column) in puts { frame.put(glyph, column: column, row: 0, role: .text, isBold: false) }
    return frame
  }

  @Test func aWideGlyphTakesTwoCells() {
    let drawn = frame((wide, 1))
    #expect(drawn[1, 0].character == "日" && drawn[2, 0].character == nil)
    #expect(drawn.text == " 日")
  }

  @Test func halfAWideGlyphIsBlanked() {
    #expect(frame((wide, 1), (narrow, 1)).cells.map(\.character) == [" ", "a", " ", " ", " "])
    #expect(frame((wide, 1), (narrow, 2)).cells.map(\.character) == [" ", " ", "a", " ", " "])
    #expect(frame((wide, 1), (wide, 2)).cells.map(\.character) == [" ", " ", "日", nil, " "])
    #expect(frame((wide, 2), (wide, 1)).cells.map(\.character) == [" ", "日", nil, " ", " "])
  }

  @Test func nothingIsWrittenBesideTheFrame() {
    #expect(frame((wide, 4)).text == "")
    #expect(frame((narrow, 5), (narrow, -1)).text == "")
  }
}
