import Testing

@testable import Model

@Suite struct ConfigurationFieldsTests {
  private func fields(_ json: String) throws -> ConfigurationFields {
    try ConfigurationFields(Array(json.utf8), path: "c")
  }

  private func expect(_ reason: String, _ body: () throws -> Void, _ location: SourceLocation = #_sourceLocation) {
    #expect(throws: ModelError.configuration(path: "c", reason: reason), sourceLocation: location, performing: body)
  }

  @Test func whatIsNoObjectIsRefusedWithThePlace() {
    expect("it is not JSON at byte 6: a value is expected") { _ = try fields(#"{"a": }"#) }
    expect("it is not JSON at byte 6: it ends too early; complete it") { _ = try fields(#"{"a": "#) }
    expect("it is a list, and an object is expected") { _ = try fields("[]") }
  }

  @Test func absentAndNullAreTheSameButCanBeToldApart() throws {
    let fields = try fields(#"{"a": null, "b": 1}"#)
    #expect(try fields.value("a", default: 7) == 7 && fields.value("c", default: 7) == 7)
    #expect(fields.has("a") && !fields.isPresent("a") && !fields.has("c"))
    #expect(try fields.value("b", default: 7) == 1 && fields.value("b", default: 7.5) == 1)
  }

  @Test func errorsNameTheFieldWithItsPlace() throws {
    let inner = try #require(try fields(#"{"o": {"s": "x", "n": 1.5, "m": 1e30}}"#).object("o"))
    expect("o.s has an unexpected type") { _ = try inner.value("s", default: 1) }
    expect("o.s has an unexpected type") { _ = try inner.object("s") }
    expect("o.n is 1.5, which is an impossible value") { _ = try inner.value("n", default: 1) }
    expect("o.n has an unexpected type") { _ = try inner.value("n", default: "") }
    expect("a number in it is too large: o.m is 1e30") { _ = try inner.value("m", default: 1) }
    expect("o.x is missing") { let _: Double = try inner.need("x") }
    expect("o.s is x, which this program doesn't compute") { _ = try inner.activation("s", default: "gelu") }
  }
}
