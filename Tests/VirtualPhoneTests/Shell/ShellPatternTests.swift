import Testing

@testable import VirtualPhone

@Suite struct ShellPatternTests {
  @Test(arguments: [
    ("*", "", true), ("*", "abc", true), ("a*c", "abbc", true), ("a*c", "abcd", false), ("?", "é", true),
    ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]", "]", true), ("[", "[", true), ("a\\*", "a*", true),
    ("a\\*", "ab", false), ("*.tx?", "a.b.txt", true),
  ])
  func wildcardsMatch(pattern: String, text: String, matches: Bool) {
    #expect(ShellPattern(pattern).matches(text) == matches)
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = ShellPattern(String(repeating: "*a", count: 100) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
