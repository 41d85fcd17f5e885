import Testing

@testable import Tokenizer

@Suite struct Base64Tests {
  @Test(arguments: [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar")])
  func decodesTheExamplesOfTheRFC(text: String, bytes: String) {
    #expect(Base64.decode(Array(text.utf8)[...]) == Array(bytes.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Zg", "Z===", "====", "Zm9v Zm9v", "Zm-v", "=m9v"])
  func refusesOtherText(text: String) {
    #expect(Base64.decode(Array(text.utf8)[...]) == nil)
  }
}
