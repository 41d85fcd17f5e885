import Testing

@testable import Terminal

@Suite struct CellGlyphTests {
  private func scalars(_ character: Character?, isUTF8: Bool = true) -> [UInt32] {
    var scalars: [UInt32] = []
    let count = CellGlyph.append(character, isUTF8: isUTF8, to: &scalars)
    #expect(Int(count) == scalars.count)
    return scalars
  }

  @Test func lettersAreThemselves() {
    #expect(scalars("a") == [0x61])
    #expect(scalars("漢") == [0x6F22])
    #expect(scalars("e\u{301}") == [0x65, 0x301])
    #expect(scalars("👩\u{200D}🚀") == [0x1F469, 0x200D, 0x1F680])
  }

  @Test func theSecondHalfOfAWideCharacterIsNothing() { #expect(scalars(nil) == []) }

  @Test(
    "control characters can't get through",
    arguments: ["\u{1B}", "\u{07}", "\r\n", "\n", "\t", "\u{7F}"] as [Character])
  func ascii(character: Character) { #expect(scalars(character) == [0x3F]) }

  @Test(
    "nor the others", arguments: ["\u{9B}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{FEFF}"] as [Character])
  func unicode(character: Character) { #expect(scalars(character) == [0xFFFD]) }

  @Test func aHeapOfMarksIsCut() {
    #expect(scalars(Character("a" + String(repeating: "\u{301}", count: 50))).count == 5)
  }

  @Test func withoutUTF8EverythingElseIsAQuestionMark() {
    #expect(scalars("é", isUTF8: false) == [0x3F])
    #expect(scalars("a", isUTF8: false) == [0x61])
  }
}
