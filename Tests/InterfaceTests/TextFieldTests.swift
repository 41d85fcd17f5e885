import Testing

@testable import Interface

@Suite struct TextFieldTests {
  private func field(_ text: String, _ keys: Key...) -> TextField {
    var field = TextField(text)
    for key in keys {
      let isTaken = field.type(key)
      #expect(isTaken)
    }
    return field
  }

  @Test func typesAtTheCursor() {
    let typed = field("ac", .left, .character("b"))
    #expect(typed.text == "abc")
    #expect(typed.cursor == 2)
  }

  @Test func deletesBothWays() {
    #expect(field("abc", .backspace).text == "ab")
    #expect(field("abc", .home, .delete).text == "bc")
    #expect(field("abc", .home, .backspace).text == "abc")
    #expect(field("abc", .delete).text == "abc")
  }

  @Test func controlKeysDeleteMore() {
    #expect(field("one two", .left, .control("u")).text == "o")
    #expect(field("one two", .home, .right, .control("k")).text == "o")
    #expect(field("one two ", .control("w")).text == "one ")
    #expect(field("~/models/InfiR", .control("w")).text == "~/models/")
    #expect(field("~/models/InfiR", .control("w"), .control("w")).text == "~/")
  }

  @Test func aCombiningMarkJoinsTheLetterBeforeIt() {
    let typed = field("e", .character("\u{301}"), .character("x"), .left, .backspace)
    #expect(typed.text == "x")
    #expect(typed.cursor == 0)
  }

  @Test func pastedLinesBecomeOne() {
    var typed = TextField("a")
    typed.insert("b\nc\td")
    #expect(typed.text == "ab c d")
    typed.insert(String(repeating: "x", count: 100_000))
    #expect(typed.text.count == TextField.longest)
  }

  @Test func otherKeysMeanNothing() {
    var typed = TextField("a")
    for key in [Key.enter, .control("q"), .up, .function(3)] {
      let isTaken = typed.type(key)
      #expect(!isTaken)
    }
  }

  @Test func theWindowFollowsTheCursor() {
    #expect(TextField("abc").window(columns: 10, ascii: false).cursor == 3)
    let long = TextField("abcdefghij").window(columns: 5, ascii: false)
    #expect(long.text == "ghij" && long.cursor == 4)
    let wide = TextField("日本語").window(columns: 5, ascii: false)
    #expect(wide.text == "本語" && wide.cursor == 4)
    #expect(field("日本語", .home).window(columns: 5, ascii: false).text == "日本語")
  }
}
