import JSON
import Testing

@Suite struct JSONObjectTests {
  @Test func theLastOfTwoEqualKeysCounts() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#).object?["a"] == .number("2"))
  }

  @Test func settingKeepsTheKeysPlaceAndNilRemoves() {
    var object: JSONObject = ["a": .null, "b": .null]
    object["a"] = .bool(true)
    object["c"] = .integer(3)
    object["b"] = nil
    #expect(object.text == #"{"a":true,"c":3}"#)
  }

  @Test func nullIsNotPresent() {
    let object: JSONObject = ["a": .null, "b": false]
    #expect(object.present("a") == nil)
    #expect(object.present("b") == .bool(false))
    #expect(object.present("c") == nil)
  }
}
