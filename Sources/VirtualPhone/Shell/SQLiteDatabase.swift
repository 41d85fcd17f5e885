internal import CSQLite

/// Databases that are bytes in memory.
enum SQLiteDatabase {
  struct Result: Sendable, Equatable {
    /// 0, or SQLite's error code.
    var code: Int32
    /// Rows, a line each.
    var output: [UInt8]
    var message: String
    /// The database afterwards, where it changed.
    var image: [UInt8]?
  }

  /// Runs statements on a database's image; no bytes are an empty one.
  static func run(
    _ statements: String, on image: [UInt8], separator: String = "|", showsHeader: Bool = false
  ) -> Result {
    // C's strings end at a NUL.
    let text = String(statements.unicodeScalars.prefix { $0.value != 0 })
    guard let run = cq_start(image, image.count, text, separator, showsHeader) else {
      return Result(code: 7, output: [], message: "out of memory")
    }
    defer { cq_end(run) }
    func bytes(_ part: cq_part) -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: cq_size(run, part))
      guard !bytes.isEmpty else { return [] }
      cq_copy(run, part, &bytes)
      return bytes
    }
    let saved = bytes(cq_part.image)
    return Result(
      code: cq_code(run), output: bytes(.output), message: String(decoding: bytes(.message), as: UTF8.self),
      image: saved.isEmpty ? nil : saved)
  }
}
