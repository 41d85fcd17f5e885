import TestSupport
import Testing

@testable import Tokenizer

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws -> JSON { try JSONParser.parse(Array(text.utf8)) }

  @Test func readsEveryKindOfValueInOrder() throws {
    let json = try parse(#" {"b": [1, -2.5e+3, true, false, null], "a": {"": "x"}, "b": "last"} "#)
    #expect(json.members?.map(\.key) == ["b", "a", "b"])
    #expect(json["b"] == .string("last"))
    #expect(json["a"]?[""]?.string == "x")
    #expect(
      json.members?[0].value == .array([.number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null]))
    #expect(json.text == #"{"b": [1, -2.5e+3, true, false, null], "a": {"": "x"}, "b": "last"}"#)
  }

  @Test func readsEscapesAndSurrogatePairs() throws {
    #expect(try parse(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude42é""#).string == "\"\\/\u{8}\u{C}\n\r\té🙂é")
    #expect(try parse("\"a\u{7F}\u{2028}\"").text == "\"a\u{7F}\u{2028}\"")
    #expect(JSON.string("\u{1}\u{1F}\u{8}\"\\").text == #""\u0001\u001f\b\"\\""#)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "nul", "tru", "01", "1.", "1e", "-", "+1",
    ".5",
    "\"a", "\"\\q\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "1 2", "\u{FEFF}1",
    "NaN",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONFailure.self) { try parse(text) }
  }

  @Test func refusesBytesThatAreNoUTF8() {
    #expect(throws: JSONFailure(offset: 2, reason: "a string is not UTF-8")) {
      try JSONParser.parse([0x22, 0xFF, 0x22])
    }
    // Seen only after an escape, where the string is put together byte by byte.
    #expect(throws: JSONFailure.self) { try JSONParser.parse(Array("\"\\n".utf8) + [0xC3, 0x22]) }
  }

  @Test func refusesDeepNestingInsteadOfOverflowingTheStack() {
    #expect(throws: JSONFailure.self) { try parse(String(repeating: "[", count: 100_000)) }
    #expect(throws: JSONFailure.self) { try parse(String(repeating: "{\"a\":", count: 100_000)) }
  }

  @Test func survivesDamage() throws {
    let original = Array(#"{"a": [1, 2.5, "x\u00e9\ud83d\ude42", null], "b": {"c": [true, {"d": "é"}]}}"#.utf8)
    var mutator = Mutator(seed: 11)
    for _ in 0..<Mutator.inputs {
      // What it reads, it also writes and reads again.
      guard let json = try? JSONParser.parse(mutator.mutate(original)) else { continue }
      #expect(try JSONParser.parse(Array(json.text.utf8)) == json)
    }
  }
}
