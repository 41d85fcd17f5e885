import TestSupport
import Testing

@testable import Interface

@Suite struct TextLayoutTests {
  private func wrap(_ text: String, _ columns: Int) -> [String] {
    TextLayout.wrap(text, columns: columns, ascii: false)
  }

  @Test func breaksAtSpaces() {
    #expect(wrap("the quick brown fox", 9) == ["the quick", "brown fox"])
    #expect(wrap("the quick brown fox", 10) == ["the quick", "brown fox"])
    #expect(wrap("the quick brown fox", 8) == ["the", "quick", "brown", "fox"])
  }

  @Test func keepsLineBreaksAndIndents() {
    #expect(wrap("one\n\n  * two three", 8) == ["one", "", "  * two", "three"])
    #expect(wrap("one\r\ntwo\u{2028}three", 8) == ["one", "two", "three"])
    #expect(wrap("", 8) == [""])
  }

  @Test func breaksWordsThatAreTooLong() {
    #expect(wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrap("x abcdefghij", 4) == ["x", "abcd", "efgh", "ij"])
  }

  @Test func breaksJSONAndPathsAfterCommasAndSlashes() {
    #expect(wrap("{\"type\":\"click\",\"x\":540}", 18) == ["{\"type\":\"click\",", "\"x\":540}"])
    #expect(wrap("/home/ada/episodes", 12) == ["/home/ada/", "episodes"])
  }

  @Test func breaksBetweenWideCharacters() {
    #expect(wrap("日本語のテキスト", 7) == ["日本語", "のテキ", "スト"])
    #expect(wrap("日本", 1) == ["?", "?"])
  }

  @Test func linesNeverExceedTheWidthAndNothingIsLost() {
    var generator = SeededGenerator(seed: 3)
    let alphabet: [Character] = ["a", "b", " ", " ", "日", "👨‍👩‍👧", "e\u{301}", ",", "/", "\n", "\u{1B}", "x"]
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      let columns = Int.random(in: 2...12, using: &generator)
      let lines = wrap(text, columns)
      for line in lines {
        #expect(DisplayText.width(of: line, ascii: false) <= columns, "\(text.debugDescription) at \(columns)")
      }
      let before = String(DisplayText.glyphs(of: text, ascii: false).map(\.character)).filter { $0 != " " }
      #expect(lines.joined().filter { $0 != " " } == before, "\(text.debugDescription) at \(columns)")
    }
  }

  @Test func cutsWithDots() {
    #expect(TextLayout.cut("wallpaper", columns: 9, ascii: false) == "wallpaper")
    #expect(TextLayout.cut("wallpaper", columns: 5, ascii: false) == "wall…")
    #expect(TextLayout.cut("wallpaper", columns: 7, ascii: true) == "wall...")
    #expect(TextLayout.cut("wallpaper", columns: 3, ascii: true) == "wal")
    #expect(TextLayout.cut("日本語", columns: 4, ascii: false) == "日…")
    #expect(TextLayout.cut("wallpaper", columns: 0, ascii: false) == "")
  }

  @Test func cutsPathsAtTheirBeginning() {
    #expect(TextLayout.cutStart("/home/ada/episodes", columns: 10, ascii: false) == "…/episodes")
    #expect(TextLayout.cutStart("/home/ada/episodes", columns: 12, ascii: true) == ".../episodes")
  }

  @Test func veryLongTextsAreCut() {
    let lines = wrap(String(repeating: "word ", count: 100_000), 80)
    #expect(lines.count < 1_000)
    #expect(lines.last?.hasSuffix("…") == true)
  }
}
