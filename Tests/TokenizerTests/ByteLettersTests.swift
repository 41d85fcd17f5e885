import Testing

@testable import Tokenizer

@Suite struct ByteLettersTests {
  @Test func spellsBytesAsGPT2Does() {
    #expect(ByteLetters.letters(of: Array(" a\n".utf8)) == "ĠaĊ")
    #expect(ByteLetters.letters(of: [0x00, 0x7F, 0xA0, 0xAD, 0xFF]) == "ĀġłŃÿ")
  }

  @Test func everyByteComesBack() {
    var bytes: [UInt8] = []
    #expect(ByteLetters.append(bytesOf: ByteLetters.letters(of: UInt8.min...UInt8.max), to: &bytes))
    #expect(bytes == Array(UInt8.min...UInt8.max))
  }

  @Test(arguments: ["a b", "日", "\u{AD}", "a\u{144}"])
  func otherLettersAreNotTaken(text: String) {
    var bytes: [UInt8] = [1]
    #expect(!ByteLetters.append(bytesOf: text, to: &bytes))
    #expect(bytes == [1])
  }
}
