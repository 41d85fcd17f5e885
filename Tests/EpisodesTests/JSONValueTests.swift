import Episodes
import Testing

@Suite struct JSONValueTests {
  @Test func keepsOrderDigitsAndLetters() throws {
    let text = #"{"z":1,"a":[true,null,-0.50,1e+3,12345678901234567890],"é":"ü😀"}"#
    #expect(try JSONValue(parsing: text).text == text)
  }

  @Test func tellsNumbersFromTruthValues() throws {
    let list = try #require(try JSONValue(parsing: "[1,true,1.0,\"1\",2.5,1e2,1e99]").array)
    #expect(list.map(\.integer) == [1, nil, 1, nil, nil, 100, nil])
    #expect(list.map(\.bool) == [nil, true, nil, nil, nil, nil, nil])
    #expect(list.map(\.double) == [1, nil, 1, nil, 2.5, 100, 1e99])
  }

  @Test func unescapes() throws {
    let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00""#)
    #expect(value.string == "\"\\/\u{8}\u{C}\n\r\tAé😀")
  }

  @Test func escapesWhatPythonEscapes() {
    #expect(
      JSONValue.string("\"\\\n\r\t\u{8}\u{C}\u{1}\u{1F}\u{7F}\u{2028}é/").text
        == "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u001f\u{7F}\u{2028}é/\"")
  }

  @Test func halfASurrogateBecomesAReplacement() throws {
    #expect(try JSONValue(parsing: #""\ud83dx""#).string == "\u{FFFD}x")
    #expect(try JSONValue(parsing: #""\ud83d\u0041""#).string == "\u{FFFD}A")
    #expect(try JSONValue(parsing: #""\ude00""#).string == "\u{FFFD}")
  }

  @Test func brokenUTF8BecomesAReplacement() throws {
    #expect(try JSONValue(parsing: [0x22, 0xFF, 0x22]).string == "\u{FFFD}")
  }

  @Test func pythonsNumbersThatAreNoneBecomeNull() throws {
    #expect(try JSONValue(parsing: "[NaN,Infinity,-Infinity]") == .array([.null, .null, .null]))
    #expect(JSONValue.real(.nan) == .null)
  }

  @Test func theLastOfTwoEqualKeysCounts() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#).object?["a"] == .number("2"))
  }

  @Test func settingKeepsTheKeysPlaceAndNilRemoves() {
    var object: JSONObject = ["a": .null, "b": .null]
    object["a"] = .bool(true)
    object["c"] = .integer(3)
    object["b"] = nil
    #expect(JSONValue.object(object).text == #"{"a":true,"c":3}"#)
  }

  @Test func indentsForPeople() throws {
    let value = try JSONValue(parsing: #"{"a":[1,2],"b":{},"c":[]}"#)
    #expect(value.indentedText == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}")
    #expect(try JSONValue(parsing: value.indentedText) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\":1,}", "{\"a\"}", "{a:1}", "01", "-", "1.", "1e", "+1", ".5", "tru", "nul", "\"",
    "\"\\",
    "\"\\u12\"", "\"\\u12g4\"", "\"\\x\"", "1 2", "{} {}", "[1 2]", "Nan", "-Inf", "\u{0}",
  ])
  func refuses(text: String) {
    #expect(throws: EpisodeError.self) { try JSONValue(parsing: text) }
  }

  @Test func saysWhereItStopsBeingJSON() {
    #expect(throws: EpisodeError.json(reason: "a value is expected", offset: 5)) {
      try JSONValue(parsing: #"{"a":x}"#)
    }
  }

  @Test func refusesNestingThatWouldExhaustTheStack() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(throws: EpisodeError.json(reason: "it is nested deeper than 64 levels; flatten it", offset: 64)) {
      try JSONValue(parsing: deep)
    }
  }
}
