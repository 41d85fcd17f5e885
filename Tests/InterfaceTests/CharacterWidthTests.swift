import Testing

@testable import Interface

@Suite struct CharacterWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("─", 1), ("…", 1), ("✓", 1), ("♥", 1),  // narrow, ambiguous too
      ("日", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("　", 2), ("、", 2),  // East Asian, half and full width
      ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("⌚", 2),  // emoji and their sequences
      ("❤\u{FE0F}", 2), ("❤", 1), ("1\u{FE0F}\u{20E3}", 2), ("☎\u{FE0E}", 1),  // variation selectors
      ("ก\u{E33}", 2), ("ก\u{E31}", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("नि", 2),  // vowels and Hangul made of parts
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{1B}", 0), ("\r\n", 0), ("\u{7F}", 0), ("\u{85}", 0),  // nothing of its own
    ] as [(Character, Int)])
  func clustersTakeTheirCells(character: Character, width: Int) {
    #expect(CharacterWidth.of(character) == width)
  }

  @Test func theRangesAreSortedAndApart() {
    for (a, b) in zip(CharacterWidth.wide, CharacterWidth.wide.dropFirst()) {
      #expect(a.first <= a.last && a.last + 1 < b.first, "\(String(a.first, radix: 16))")
    }
  }

  @Test func theEndsOfRangesAreWideAndTheirNeighboursNot() {
    for (value, width) in [
      (0x10FF, 1), (0x1100, 2), (0x115F, 2), (0xA4C6, 2), (0xAC00, 2), (0xD7A3, 2), (0xFF60, 2), (0xFF61, 1),
    ] {
      let scalar = Unicode.Scalar(UInt32(value))
      #expect(scalar.map { CharacterWidth.of($0) } == width, "\(String(value, radix: 16))")
    }
  }
}
