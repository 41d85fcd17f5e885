/// What content providers hold, by authority and path: contacts, messages, calendars. Every row has an `_id`.
public struct ContentTables: Sendable, Equatable, Codable {
  /// A row: values by column, all of them text; a missing column is NULL.
  public typealias Row = [String: String]

  /// A table.
  public struct Table: Sendable, Equatable, Codable {
    /// Columns in the order they are printed in.
    public var columns: [String]
    /// Rows in the order they came.
    public internal(set) var rows: [Row] = []
    var nextID = 1
  }

  /// Rows that one table may have.
  public static let rowLimit = 100_000

  /// The tables by name, for example `sms` or `com.android.calendar/events`.
  public private(set) var tables: [String: Table]

  /// Empty tables of the providers that Android has.
  public init() {
    tables = [
      "com.android.contacts/raw_contacts": Table(columns: ["_id", "account_type", "account_name", "display_name"]),
      "com.android.contacts/data": Table(columns: ["_id", "raw_contact_id", "mimetype", "data1", "data2", "data3"]),
      "contacts/phones": Table(columns: ["_id", "display_name", "number", "type"]),
      "sms": Table(
        columns: ["_id", "thread_id", "address", "date", "read", "status", "type", "body", "seen"]),
      "com.android.calendar/calendars": Table(
        columns: ["_id", "account_name", "account_type", "calendar_displayName", "visible"]),
      "com.android.calendar/events": Table(
        columns: [
          "_id", "calendar_id", "title", "description", "eventLocation", "dtstart", "dtend", "allDay", "eventTimezone",
          "rrule",
        ]),
      "call_log/calls": Table(columns: ["_id", "number", "date", "duration", "type", "name"]),
      "media/external/images/media": Table(columns: ["_id", "_display_name", "_data", "mime_type", "date_added"]),
      "media/external/video/media": Table(columns: ["_id", "_display_name", "_data", "mime_type", "date_added"]),
      "media/external/audio/media": Table(columns: ["_id", "_display_name", "_data", "mime_type", "date_added"]),
      "media/external/downloads": Table(columns: ["_id", "_display_name", "_data", "mime_type", "date_added"]),
      "media/external/file": Table(columns: ["_id", "_display_name", "_data", "mime_type", "date_added"]),
    ]
  }

  /// Where a URI leads: a table and what its rows have to be like; nil where there is no such provider.
  func place(of uri: String) -> (table: String, fixed: Row)? {
    guard uri.hasPrefix("content://") else { return nil }
    var parts = uri.dropFirst(10).split(separator: "?").first?.split(separator: "/").map(String.init) ?? []
    var fixed: Row = [:]
    if let last = parts.last, parts.count > 1, Int(last) != nil {
      fixed["_id"] = last
      parts.removeLast()
    }
    if parts.first == "sms", parts.count == 2 {
      let boxes = ["inbox": "1", "sent": "2", "draft": "3", "outbox": "4", "failed": "5", "queued": "6"]
      guard let box = boxes[parts[1]] else { return nil }
      fixed["type"] = box
      parts = ["sms"]
    }
    var name = parts.joined(separator: "/")
    let others = [
      "contacts/people": "com.android.contacts/raw_contacts",
      "com.android.contacts/contacts": "com.android.contacts/raw_contacts",
      "com.android.contacts/data/phones": "contacts/phones",
      "calendar/events": "com.android.calendar/events",
    ]
    name = others[name] ?? name
    return tables[name].map { _ in (name, fixed) }
  }

  /// Adds a row and returns its `_id`, or nil where the table is full or missing.
  @discardableResult public mutating func insert(_ row: Row, into name: String) -> Int? {
    guard var table = tables[name], table.rows.count < Self.rowLimit else { return nil }
    tables[name] = nil
    defer { tables[name] = table }
    var row = row
    let number = row["_id"].flatMap(Int.init) ?? table.nextID
    guard number > 0, number < Int.max else { return nil }
    row["_id"] = String(number)
    table.nextID = max(table.nextID, number + 1)
    table.rows.removeAll { $0["_id"] == row["_id"] }
    table.rows.append(row)
    for column in row.keys.sorted() where !table.columns.contains(column) { table.columns.append(column) }
    return number
  }

  /// Changes or removes (with nil) the rows of a table for which `body` says so; returns how many.
  @discardableResult public mutating func update(_ name: String, _ body: (Row) -> Row??) -> Int {
    guard var table = tables[name] else { return 0 }
    tables[name] = nil
    var count = 0
    var rows: [Row] = []
    for row in table.rows {
      guard let change = body(row) else {
        rows.append(row)
        continue
      }
      count += 1
      if let change { rows.append(change) }
    }
    table.rows = rows
    for column in rows.first?.keys.sorted() ?? [] where !table.columns.contains(column) { table.columns.append(column) }
    tables[name] = table
    return count
  }

  /// Gives a table other rows, which have their `_id`s.
  mutating func replace(_ name: String, _ rows: [Row]) {
    tables[name]?.rows = rows
    tables[name]?.nextID = (rows.compactMap { $0["_id"].flatMap(Int.init) }.max() ?? 0) + 1
  }

  /// Empties the tables of a provider whose data is cleared, and returns their names; nil where it is none.
  mutating func clear(providedBy package: String) -> [String]? {
    let owned = [
      "com.android.providers.contacts": ["com.android.contacts/", "contacts/", "call_log/"],
      "com.android.providers.telephony": ["sms"],
      "com.android.providers.calendar": ["com.android.calendar/"],
      "com.android.providers.media": ["media/"],
    ]
    guard let prefixes = owned[package] else { return nil }
    let names = tables.keys.filter { name in prefixes.contains { name.hasPrefix($0) } }.sorted()
    for name in names { tables[name]?.rows = [] }
    return names
  }
}
