import Testing

@testable import Terminal

@Suite struct PictureSentenceTests {
  @Test(
    "broken between words",
    arguments: [
      ("a b c", 3, 5, ["a b", "c"]), ("a b c", 80, 5, ["a b c"]), ("abcdefgh ij", 3, 5, ["abc", "def", "gh", "ij"]),
      ("one two three four", 5, 2, ["one", "two"]), ("x", 0, 5, []), ("x", 5, 0, []), ("", 5, 5, []),
      ("in /a/very/long/path it is", 8, 9, ["in", "/a/very/", "long/pat", "h it is"]),
    ] as [(String, Int, Int, [String])])
  func lines(sentence: String, columns: Int, rows: Int, lines: [String]) {
    #expect(PictureSentence.lines(sentence, columns: columns, rows: rows) == lines)
  }
}
