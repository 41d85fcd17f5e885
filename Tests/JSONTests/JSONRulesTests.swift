import JSON
import Testing

@Suite struct JSONRulesTests {
  private func parse(_ bytes: [UInt8], _ rules: JSONRules) throws -> JSONValue {
    try JSONValue(parsing: bytes, rules: rules)
  }

  private func parse(_ text: String, _ rules: JSONRules) throws -> JSONValue { try parse(Array(text.utf8), rules) }

  @Test(arguments: [JSONRules.strict, .lenient])
  func escapesAndSurrogatePairsBecomeLetters(rules: JSONRules) throws {
    #expect(
      try parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude42é""#, rules).string == "\"\\/\u{8}\u{C}\n\r\tAé🙂é")
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "{\"a\" 1}", "[1 2]", "nul", "tru", "01", "1.", "1e",
    "-", "+1", ".5", "\"", "\"a", "\"\\", "\"\\q\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "1 2", "{} {}",
    "\u{FEFF}1", "Nan", "-Inf", "\u{0}",
  ])
  func noRulesReadWhatIsNoJSON(text: String) {
    #expect(throws: JSONError.self) { try parse(text, .strict) }
    #expect(throws: JSONError.self) { try parse(text, .lenient) }
  }

  @Test(arguments: [
    "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "NaN", "Infinity", "-Infinity",
  ])
  func strictRulesRefuseWhatLenientOnesRead(text: String) throws {
    #expect(throws: JSONError.self) { try parse(text, .strict) }
    _ = try parse(text, .lenient)
  }

  @Test func strictRulesRefuseBytesThatAreNoUTF8() {
    #expect(throws: JSONError(.invalidUTF8, offset: 1)) { try parse([0x22, 0xFF, 0x22], .strict) }
    // Seen only after an escape, where the string is put together byte by byte.
    #expect(throws: JSONError.self) { try parse(Array("\"\\n".utf8) + [0xC3, 0x22], .strict) }
  }

  @Test func brokenUTF8BecomesAReplacement() throws {
    #expect(try parse([0x22, 0xFF, 0x22], .lenient).string == "\u{FFFD}")
    #expect(try parse(Array("\"\\n".utf8) + [0xC3, 0x22], .lenient).string == "\n\u{FFFD}")
  }

  @Test func halfASurrogateBecomesAReplacement() throws {
    #expect(try parse(#""\ud83dx""#, .lenient).string == "\u{FFFD}x")
    #expect(try parse(#""\ud83d\u0041""#, .lenient).string == "\u{FFFD}A")
    #expect(try parse(#""\ud83d\n""#, .lenient).string == "\u{FFFD}\n")
    #expect(try parse(#""\ude00""#, .lenient).string == "\u{FFFD}")
  }

  @Test func controlCharactersAreKept() throws {
    #expect(try parse("\"a\nb\u{1}\"", .lenient).string == "a\nb\u{1}")
  }

  @Test func pythonsNumbersThatAreNoneBecomeNull() throws {
    #expect(try parse("[NaN,Infinity,-Infinity]", .lenient) == .array([.null, .null, .null]))
  }

  @Test(arguments: [(JSONRules.strict, 128), (.lenient, 64)])
  func refusesNestingThatWouldExhaustTheStack(rules: JSONRules, depth: Int) throws {
    _ = try parse(String(repeating: "[", count: depth) + String(repeating: "]", count: depth), rules)
    for opening in ["[", "{\"a\":"] {
      let error = JSONError(.tooDeep(limit: depth), offset: depth * opening.utf8.count)
      #expect(throws: error) { try parse(String(repeating: opening, count: 1_000_000), rules) }
      #expect(error.reason == "it is nested deeper than \(depth) levels; flatten it")
    }
  }
}
