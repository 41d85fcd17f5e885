import Testing

@testable import Weights

@Suite struct HeaderReaderTests {
  private func skip(_ json: String) throws {
    let bytes = Array(json.utf8)
    var reader = HeaderReader(bytes.span.bytes, path: "p", format: "f")
    try reader.skipValue()
    try reader.end()
  }

  @Test(arguments: [
    ("{\"a\":", "its JSON ends where a value should be"),
    ("[1", "its JSON ends where a comma or a closing bracket should be"),
    ("{\"a\":x}", "its JSON is wrong at byte 5: a value is expected"),
    ("[\"\\x\"]", "its JSON is wrong at byte 3: \\ is followed by a character that it can't stand before"),
    ("[] 1", "its JSON is wrong at byte 3: there is more after the value"),
  ])
  func errorsNameTheFileAndThePlace(json: String, reason: String) {
    #expect(throws: WeightsError.damaged(path: "p", format: "f", reason: reason)) { try skip(json) }
  }
}
