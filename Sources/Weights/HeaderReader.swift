internal import JSON

/// Reads the JSON of safetensors headers and indexes piece by piece, with errors that name the file.
///
/// Nothing is built that the caller doesn't ask for, so a hostile header of a hundred megabytes costs no more than its
/// own size, and a key that is there twice is seen.
struct HeaderReader: ~Escapable {
  private var json: JSONReader
  private let path: String
  private let format: String

  /// - Parameters: `path` and `format` are what errors name.
  @_lifetime(copy bytes)
  init(_ bytes: RawSpan, path: String, format: String) {
    json = JSONReader(Span(_bytes: bytes))
    self.path = path
    self.format = format
  }

  func damaged(_ reason: String) -> WeightsError { .damaged(path: path, format: format, reason: reason) }

  private func damaged(_ error: JSONError) -> WeightsError {
    if case .ending(let expected) = error.problem { return damaged("its JSON ends where \(expected) should be") }
    return damaged("its JSON is wrong at byte \(error.offset): \(error.problem)")
  }

  mutating func beginObject() throws(WeightsError) {
    do { try json.beginObject() } catch { throw damaged(error) }
  }

  mutating func nextKey() throws(WeightsError) -> String? {
    do { return try json.nextKey() } catch { throw damaged(error) }
  }

  mutating func beginArray() throws(WeightsError) {
    do { try json.beginArray() } catch { throw damaged(error) }
  }

  mutating func nextElement() throws(WeightsError) -> Bool {
    do { return try json.nextElement() } catch { throw damaged(error) }
  }

  mutating func string() throws(WeightsError) -> String {
    do { return try json.string() } catch { throw damaged(error) }
  }

  mutating func count() throws(WeightsError) -> Int {
    do { return try json.count() } catch { throw damaged(error) }
  }

  mutating func skipValue() throws(WeightsError) {
    do { try json.skipValue() } catch { throw damaged(error) }
  }

  mutating func end() throws(WeightsError) {
    do { try json.end() } catch { throw damaged(error) }
  }
}
