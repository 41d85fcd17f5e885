import Testing

@testable import Episodes

@Suite struct PlainPageTests {
  @Test(arguments: [
    (0, "0 bytes"), (1023, "1023 bytes"), (1024, "1.0 KiB"), (1536, "1.5 KiB"), (2_000_000, "1.9 MiB"),
    (5 << 30, "5.0 GiB"), (.max, "8388608.0 TiB"),
  ])
  func sizesHaveUnits(count: Int, text: String) {
    #expect(PlainPage.bytes(count) == text)
  }

  @Test func longLinesAreCutAndShortColumnsFilled() {
    let page = PlainPage(width: 40)
    #expect(page.cut(String(repeating: "é", count: 41)) == String(repeating: "é", count: 39) + "…")
    #expect(page.cut(String(repeating: "é", count: 40)) == String(repeating: "é", count: 40))
    #expect(page.cut("a\r\nb\tc\u{7}") == "a b c ")
    #expect(page.left("ab", 4) == "ab  ")
    #expect(page.left("abcdef", 4) == "abc…")
    #expect(page.right("7", 3) == "  7")
    #expect(page.facts([("name", "value"), ("none", nil)]) == ["  name      value"])
  }
}
