import JSON
import TestSupport
import Testing

@Suite struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: text) }

  @Test func readsEveryKindOfValueInOrder() throws {
    let json = try parse(#" {"b": [1, -2.5e+3, true, false, null], "a": {"": "x"}, "b": "last"} "#)
    #expect(json.object?.members.map(\.key) == ["b", "a", "b"])
    #expect(json["b"] == .string("last"))
    #expect(json["a"]?[""]?.string == "x")
    #expect(
      json.object?.members[0].value == .array([.number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null]))
    #expect(json.text(.spaced) == #"{"b": [1, -2.5e+3, true, false, null], "a": {"": "x"}, "b": "last"}"#)
  }

  @Test func keepsOrderDigitsAndLetters() throws {
    let text = #"{"z":1,"a":[true,null,-0.50,1e+3,12345678901234567890],"é":"ü😀"}"#
    #expect(try parse(text).text == text)
  }

  @Test func tellsNumbersFromTruthValues() throws {
    let list = try #require(try parse("[1,true,1.0,\"1\",2.5,1e2,1e99]").array)
    #expect(list.map(\.integer) == [1, nil, 1, nil, nil, 100, nil])
    #expect(list.map(\.bool) == [nil, true, nil, nil, nil, nil, nil])
    #expect(list.map(\.double) == [1, nil, 1, nil, 2.5, 100, 1e99])
  }

  @Test func numbersThatJSONHasNotBecomeNull() {
    #expect(JSONValue.real(Double.nan) == .null)
    #expect(JSONValue.real(-Float.infinity) == .null)
  }

  @Test func realNumbersHaveTheFewestDigitsThatReadBack() {
    #expect(JSONValue.real(0.1) == .number("0.1"))
    #expect(JSONValue.real(Float(0.1)) == .number("0.1"))
    #expect(JSONValue.real(1e-6) == .number("1e-06"))
  }

  @Test func literalsAreValues() {
    let value: JSONValue = ["a": [1, true, "x", ["b": .null]]]
    #expect(value.text == #"{"a":[1,true,"x",{"b":null}]}"#)
  }

  @Test func saysWhereItStopsBeingJSON() {
    #expect(throws: JSONError(.expected("a value"), offset: 5)) { try parse(#"{"a":x}"#) }
    #expect(throws: JSONError(.more, offset: 2)) { try parse("1 2") }
  }

  @Test func survivesDamage() throws {
    let original = Array(#"{"a": [1, 2.5, "x\u00e9\ud83d\ude42", null], "b": {"c": [true, {"d": "é"}]}}"#.utf8)
    var mutator = Mutator(seed: 11)
    for _ in 0..<Mutator.inputs {
      let damaged = mutator.mutate(original)
      // What it reads, it also writes and reads again.
      let strict = try? JSONValue(parsing: damaged)
      if let strict {
        #expect(try parse(strict.text) == strict)
        #expect(try parse(strict.text(.indented)) == strict)
      }
      // The lenient rules read all that the strict ones do, and nothing else in it.
      let lenient = try? JSONValue(parsing: damaged, rules: .lenient)
      #expect(strict == nil || lenient == strict)
      if let lenient { #expect(try parse(lenient.text(.spaced)) == lenient) }
    }
  }
}
