import JSON
import Testing

@Suite struct JSONValueTextTests {
  @Test func escapesWhatPythonEscapes() {
    #expect(
      JSONValue.string("\"\\\n\r\t\u{8}\u{C}\u{1}\u{1F}\u{7F}\u{2028}é/").text
        == "\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u001f\u{7F}\u{2028}é/\"")
    #expect(JSONValue.string("\u{1}\u{1F}\u{8}\"\\").text == #""\u0001\u001f\b\"\\""#)
    #expect(JSONValue.string("a\u{7F}\u{2028}").text == "\"a\u{7F}\u{2028}\"")
  }

  // As Python 3's json.dumps writes them.
  @Test func formsArePythons() throws {
    let value: JSONValue = ["a": [1, 2], "b": [:], "c": []]
    #expect(value.text == #"{"a":[1,2],"b":{},"c":[]}"#)
    #expect(value.text(.spaced) == #"{"a": [1, 2], "b": {}, "c": []}"#)
    #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}")
    #expect(try JSONValue(parsing: value.text(.indented)) == value)
  }

  @Test func piecesAreAppended() {
    var text = "x = "
    JSONValue.string("é\n").write(to: &text)
    #expect(text == #"x = "é\n""#)
  }
}
