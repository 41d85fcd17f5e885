/// An SQLite database that is what an app keeps: for whoever looks at its file, the app's data; for the app, what was
/// written there.
///
/// The file is made when a command or `sync` names its path, and read back when that has changed it; until somebody looks
/// there is nothing to do.
struct AppDatabase: Sendable {
  /// A row: values by column, all of them text that the column's affinity turns into what it is; a missing one is NULL.
  typealias Row = [String: String]

  struct Table: Sendable {
    var name: String
    /// The column that tells rows apart; without one all rows are written anew.
    var key: String?
    /// The columns that the app knows. Others keep what they have.
    var columns: [String]
    /// The app's data as rows.
    var rows: @Sendable (Phone) -> [Row]
  }

  /// Absolute, for example `/data/data/com.flauschcode.broccoli/databases/broccoli`.
  var path: String
  /// Statements that make an empty database.
  var schema: String
  var tables: [Table]
  /// Gives the app what its tables hold, by their names.
  var restore: @Sendable (inout Phone, [String: [Row]]) -> Void

  /// More than a person ever scrolls through; what comes after them stays in the file alone.
  static let rowLimit = 2000

  /// The databases of all apps.
  static let all: [AppDatabase] = Apps.all.flatMap(\.databases)

  /// `/data/data/PACKAGE` as other commands and links may spell it: what stands before the package differs.
  var package: String { path.split(separator: "/").dropFirst(2).first.map(String.init) ?? "" }

  /// Whether a command line's word may lead to the file, seen from a directory.
  func isMeant(by word: String, in directory: String) -> Bool {
    if Self.isWithin(word, package) || Self.isWithin(directory, package) { return true }
    // From above, as `find /data` and `ls -R /` do; a wildcard may stand for the package.
    let path = PhoneFileSystem.path(word, from: directory)
    if path.hasPrefix("/data/"), path.contains(where: { "*?[".contains($0) }) { return true }
    return Self.isAbove(path) || directory != "/" && Self.isAbove(directory)
  }

  private static func isAbove(_ path: String) -> Bool {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return [[], ["data"], ["data", "data"], ["data", "user"], ["data", "user", "0"]].contains(parts.map(String.init))
  }

  private static func isWithin(_ path: String, _ package: String) -> Bool {
    path.hasSuffix("/\(package)") || path.contains("/\(package)/")
  }

  // MARK: - Between rows and bytes

  /// Puts rows into a database's image, or a new one's; nil where the image is not a database with these tables.
  func image(_ rows: [[Row]], over old: [UInt8]) -> [UInt8]? {
    var script = old.isEmpty ? schema + ";\nBEGIN;\n" : "BEGIN;\n"
    for (table, rows) in zip(tables, rows) {
      let name = Self.identifier(table.name)
      if let key = table.key {
        let kept = rows.compactMap { $0[key] }.map(Self.literal).joined(separator: ", ")
        script += "DELETE FROM \(name) WHERE \(Self.identifier(key)) NOT IN (\(kept));\n"
      } else {
        script += "DELETE FROM \(name);\n"
      }
      let columns = table.columns.map(Self.identifier).joined(separator: ", ")
      let changes = table.columns.filter { $0 != table.key }
        .map { "\(Self.identifier($0)) = excluded.\(Self.identifier($0))" }.joined(separator: ", ")
      let conflict = table.key.map { " ON CONFLICT(\(Self.identifier($0))) DO UPDATE SET \(changes)" } ?? ""
      for row in rows {
        let values = table.columns.map { row[$0].map(Self.literal) ?? "NULL" }.joined(separator: ", ")
        script += "INSERT INTO \(name) (\(columns)) VALUES (\(values))\(conflict);\n"
      }
    }
    let result = SQLiteDatabase.run(script + "COMMIT;", on: old)
    guard result.code == 0 else { return nil }
    return result.image ?? old
  }

  /// A table's rows in a database's image; none where it has no such table.
  func rows(of table: Table, in image: [UInt8]) -> [Row] {
    guard !image.isEmpty else { return [] }
    // Hexadecimal digits, since values may hold whatever would stand between them.
    let columns = table.columns.map(Self.identifier).map { "CASE WHEN \($0) IS NULL THEN '-' ELSE hex(\($0)) END" }
    let result = SQLiteDatabase.run(
      "SELECT \(columns.joined(separator: ", ")) FROM \(Self.identifier(table.name)) ORDER BY rowid"
        + " LIMIT \(Self.rowLimit)", on: image)
    guard result.code == 0 else { return [] }
    return result.output.split(separator: UInt8(ascii: "\n")).map { line in
      var row: Row = [:]
      for (column, digits) in zip(
        table.columns, line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false))
      where digits.first != UInt8(ascii: "-") {
        row[column] = String(decoding: Self.bytes(digits), as: UTF8.self)
      }
      return row
    }
  }

  private static func bytes(_ digits: ArraySlice<UInt8>) -> [UInt8] {
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : digit - 0x37 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var index = digits.startIndex
    while index + 1 < digits.endIndex {
      bytes.append(value(digits[index]) << 4 | value(digits[index + 1]))
      index += 2
    }
    return bytes
  }

  private static func identifier(_ name: String) -> String { "\"\(name)\"" }

  // SQLite's scripts end at a NUL.
  private static func literal(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars where scalar.value != 0 {
      if scalar == "'" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }
}

extension [String: String] {
  /// A whole number of a row, brought into a range; nil where there is none.
  func number(_ column: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = self[column] else { return nil }
    if let number = Int(text) { return Swift.max(range.lowerBound, Swift.min(number, range.upperBound)) }
    guard let number = Double(text), number.isFinite else { return nil }
    return Int(Swift.max(Double(range.lowerBound), Swift.min(number.rounded(.down), Double(range.upperBound))))
  }

  /// A row's number, as keys are.
  func identity(_ column: String) -> Int? { number(column, in: 0...(1 << 40)) }

  /// Milliseconds since 1970, from then to the year 9999.
  func time(_ column: String) -> Int? { number(column, in: 0...253_402_300_799_000) }
}
