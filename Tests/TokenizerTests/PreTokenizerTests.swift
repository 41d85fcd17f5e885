import Testing

@testable import Tokenizer

@Suite struct PreTokenizerTests {
  private func words(_ text: String, _ steps: [PreTokenizerStep]) -> [String] {
    var utf8 = UTF8Text(bytes: Array(text.utf8))
    let words = PreTokenizer(steps: steps).words(of: &utf8)
    return words.map { String(decoding: utf8.bytes[$0], as: UTF8.self) }
  }

  @Test func smolLMCutsDigitsOutFirst() {
    let steps: [PreTokenizerStep] = [
      .digits(individual: true), .byteLevel(addsPrefixSpace: false, usesPattern: true),
    ]
    #expect(words("it's 12:30 x²", steps) == ["it", "'s", " ", "1", "2", ":", "3", "0", " x", "²"])
  }

  @Test func digitsMayStayTogether() {
    #expect(words("a12b٣٤", [.digits(individual: false)]) == ["a", "12", "b", "٣٤"])
  }

  @Test func aSpaceIsPutBeforeEveryPieceThatLacksOne() {
    #expect(words("a b", [.byteLevel(addsPrefixSpace: true, usesPattern: true)]) == [" a", " b"])
    #expect(words(" a", [.byteLevel(addsPrefixSpace: true, usesPattern: false)]) == [" a"])
    #expect(
      words("é1", [.digits(individual: true), .byteLevel(addsPrefixSpace: true, usesPattern: false)]) == [" é", " 1"])
    #expect(words("", [.byteLevel(addsPrefixSpace: true, usesPattern: true)]) == [])
  }
}
