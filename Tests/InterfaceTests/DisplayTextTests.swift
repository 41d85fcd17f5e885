import Testing

@testable import Interface

@Suite struct DisplayTextTests {
  private func shown(_ text: String, ascii: Bool = false) -> String {
    String(DisplayText.glyphs(of: text, ascii: ascii).map(\.character))
  }

  @Test func escapeSequencesBecomeVisible() {
    #expect(shown("\u{1B}[31mred\u{1B}]0;title\u{7}") == "␛[31mred␛]0;title␇")
    #expect(shown("\u{9B}2J\u{7F}\0") == "�2J␡␀")
  }

  @Test func textThatWouldReadBackwardsBecomesVisible() {
    for scalar in [
      "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
      "\u{200E}", "\u{200F}", "\u{61C}",
    ] {
      #expect(shown("a\(scalar)b") == "a�b", "\(scalar.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  @Test func hiddenTagsBecomeVisible() {
    #expect(shown("hi\u{E0041}\u{E0042}!") == "hi�!")
    #expect(shown("🏴\u{E0067}\u{E0062}\u{E007F}") == "🏴")
  }

  @Test func lineBreaksAndTabsAreSpaces() {
    #expect(shown("a\nb\r\nc\td\u{2028}e") == "a b c d e")
    #expect(shown("a\rb") == "a b")
  }

  @Test func lettersAndEmojiStayAsTheyAre() {
    let text = "Grüße, 日本語 👨‍👩‍👧 ❤️ क्ष e\u{301}"
    #expect(shown(text) == text)
  }

  @Test func invisibleCharactersAreLeftOut() {
    #expect(shown("a\u{200B}b\u{FEFF}c\u{AD}d\u{2060}e") == "abcde")
  }

  @Test func aLoneMarkGetsACircle() {
    #expect(shown("\u{301}") == "\u{25CC}\u{301}")
    #expect(shown("\u{200D}").isEmpty)
  }

  @Test func heapsOfMarksAreCutDown() {
    let heap = "a" + String(repeating: "\u{301}", count: 10_000)
    let glyphs = DisplayText.glyphs(of: heap, ascii: false)
    #expect(glyphs.count == 1)
    #expect(glyphs[0].character.unicodeScalars.count == DisplayText.longestCluster)
  }

  @Test func asciiHasNothingElse() {
    #expect(shown("“Grüße” – 日本 → 1…2 \u{1B}", ascii: true) == "\"Gr??e\" - ?? -> 1...2 ?")
  }

  @Test func everyScalarIsSafe() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 1)
    where value < 0x3000 || value % 97 == 0 || value >= 0xE0000 && value < 0xE0200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in DisplayText.glyphs(of: "a" + String(Character(scalar)), ascii: false) {
        #expect((1...2).contains(glyph.width))
        for part in glyph.character.unicodeScalars {
          let isJoiner = part.value == 0x200C || part.value == 0x200D
          let isUnsafe = [.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate].contains(
            part.properties.generalCategory)
          #expect(isJoiner || !isUnsafe, "\(String(value, radix: 16))")
        }
      }
    }
  }
}
