import Testing

@testable import Terminal

@Suite struct ITerm2EncoderTests {
  @Test func aPictureInCells() {
    let bytes = ITerm2Encoder.show(png: Array("PNG!".utf8), columns: 20, rows: 22)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{1B}]1337;File=size=4;width=20;height=22;preserveAspectRatio=1;doNotMoveCursor=1;inline=1:UE5HIQ==\u{07}")
  }
}
