import Testing

@testable import Tokenizer

@Suite struct AddedTokenMatcherTests {
  private func pieces(_ text: String, _ tokens: [AddedToken], parsesSpecial: Bool = true) -> [String] {
    let utf8 = UTF8Text(bytes: Array(text.utf8))
    return AddedTokenMatcher(tokens).pieces(of: utf8, in: 0..<utf8.count, parsesSpecial: parsesSpecial).map { piece in
      switch piece {
      case .text(let range): String(decoding: utf8.bytes[range], as: UTF8.self)
      case .token(let id): "#\(id)"
      }
    }
  }

  @Test func theLongestTokenAtAPlaceWins() {
    let tokens = [
      AddedToken(id: 1, text: "<a", isSpecial: true), AddedToken(id: 2, text: "<ab>", isSpecial: true),
    ]
    #expect(pieces("x<ab><a<ab", tokens) == ["x", "#2", "#1", "#1", "b"])
    #expect(pieces("", tokens) == [])
  }

  @Test func specialTokensStayTextWhenTheyAreNotParsed() {
    let tokens = [
      AddedToken(id: 1, text: "<s>", isSpecial: true), AddedToken(id: 2, text: "<t>", isSpecial: false),
    ]
    #expect(pieces("<s><t>", tokens, parsesSpecial: false) == ["<s>", "#2"])
  }

  @Test func whitespaceGoesWithTokensThatStripIt() {
    var token = AddedToken(id: 1, text: "<m>", isSpecial: true)
    token.stripsLeft = true
    #expect(pieces("a \n\u{3000}<m> b", [token]) == ["a", "#1", " b"])
    token.stripsRight = true
    #expect(pieces(" <m> <m>  b", [token]) == ["#1", "#1", "b"])
  }

  @Test func singleWordsMayNotTouchOthers() {
    var token = AddedToken(id: 1, text: "ing", isSpecial: false)
    token.isSingleWord = true
    #expect(pieces("ing king inge 日ing -ing-", [token]) == ["#1", " king inge 日ing -", "#1", "-"])
  }
}
