import JSON
import Testing

@Suite struct JSONReaderTests {
  /// Whether all of the text is one value.
  private func isValue(_ json: String) -> Bool { isValue(Array(json.utf8)) }

  private func isValue(_ bytes: [UInt8]) -> Bool {
    var reader = JSONReader(bytes.span)
    do {
      try reader.skipValue()
      try reader.end()
      return true
    } catch {
      return false
    }
  }

  private func string(_ json: String) throws -> String {
    let bytes = Array(json.utf8)
    var reader = JSONReader(bytes.span)
    let string = try reader.string()
    try reader.end()
    return string
  }

  private func count(_ json: String) throws -> Int {
    let bytes = Array(json.utf8)
    var reader = JSONReader(bytes.span)
    let count = try reader.count()
    try reader.end()
    return count
  }

  @Test(arguments: [
    "0", "-0", "10", "-1.5e+10", "1E5", "0.25", "true", "false", "null", "\"\"", "[]", "{}", "[[],{}]", " [ 1 , 2 ] ",
    "{\"a\":{\"b\":[1]},\"c\":0}", "\t\r\n1",
  ])
  func valuesAreAccepted(json: String) { #expect(isValue(json)) }

  @Test(arguments: [
    "", " ", "01", "-", "+1", "1.", ".5", "1e", "tru", "nul", "True", "NaN", "[1,]", "[,1]", "[1 2]", "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}", "{a:1}", "{1:1}", "[", "{", "]", "[}", "{]", "\"", "\"a", "\"\\", "\"\u{1}\"", "1 2", "[1]]", "//",
    "'a'",
    "\u{FEFF}1", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\ud800\"", "\"\\udc00a\"",
  ])
  func otherTextIsRefused(json: String) { #expect(!isValue(json)) }

  @Test func escapesBecomeLetters() throws {
    #expect(try string(#""a\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00""#) == "a\"\\/\u{8}\u{C}\n\r\té\u{E9}😀")
    #expect(try string(#""é""#) == "é")
  }

  @Test func textThatIsNotUTF8IsRefused() { #expect(!isValue([0x22, 0xFF, 0x22])) }

  @Test func countsAreDigitsThatFit() throws {
    #expect(try count(" 0 ") == 0)
    #expect(try count("9223372036854775807") == .max)
    for json in ["9223372036854775808", "99999999999999999999999", "-1", "1.0", "1e3", "01", "", "x"] {
      #expect(throws: JSONError.self, "\(json)") { try count(json) }
    }
  }

  @Test func depthIsLimited() {
    #expect(isValue(String(repeating: "[", count: 128) + String(repeating: "]", count: 128)))
    #expect(!isValue(String(repeating: "[", count: 129) + String(repeating: "]", count: 129)))
    #expect(!isValue(String(repeating: "[", count: 1_000_000)))
    #expect(!isValue(String(repeating: "{\"a\":", count: 200_000)))
  }

  @Test func piecesAreReadOneByOne() throws {
    let bytes = Array(#"{"a": [1, 2, []], "b": {"c": "x"}, "a": 7} "#.utf8)
    var reader = JSONReader(bytes.span)
    try reader.beginObject()
    #expect(try reader.nextKey() == "a")
    try reader.beginArray()
    #expect(try reader.nextElement())
    #expect(try reader.count() == 1)
    #expect(try reader.nextElement())
    #expect(try reader.value() == 2)
    #expect(try reader.nextElement())
    try reader.skipValue()
    #expect(try !reader.nextElement())
    #expect(try reader.nextKey() == "b")
    #expect(try reader.value() == ["c": "x"])
    #expect(try reader.nextKey() == "a")
    #expect(throws: JSONError(.expected("a string"), offset: reader.offset + 1)) { try reader.string() }
    #expect(try reader.count() == 7)
    #expect(try reader.nextKey() == nil)
    try reader.end()
  }

  @Test func valuesFollowOneAnotherFromAnyByte() throws {
    let bytes = Array("xx 1 [2]\n{} ".utf8)
    var reader = JSONReader(bytes.span, from: 2)
    var values: [JSONValue] = []
    while !reader.isAtEnd { values.append(try reader.value()) }
    #expect(values == [1, [2], [:]])
    #expect(throws: JSONError(.ending(expected: "a value"), offset: bytes.count)) { try reader.value() }
  }
}
