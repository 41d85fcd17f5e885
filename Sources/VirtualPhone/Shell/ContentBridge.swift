/// Content providers whose rows are what the phone's own apps keep: people, messages, events, calls.
///
/// Before a command the tables are filled from the apps; after one that changed them, the apps are given what is there.
enum ContentBridge {
  private static let people = "com.android.contacts/raw_contacts"
  private static let numbers = "contacts/phones"
  private static let details = "com.android.contacts/data"
  private static let messages = "sms"
  private static let events = "com.android.calendar/events"
  private static let calls = "call_log/calls"

  private static let nameType = "vnd.android.cursor.item/name"
  private static let phoneType = "vnd.android.cursor.item/phone_v2"
  private static let emailType = "vnd.android.cursor.item/email_v2"

  /// Fills the tables.
  static func load(_ host: inout PhoneHost) {
    let data = host.phone.data
    let contacts = data.contacts.contacts
    host.content.replace(
      people, contacts.map { ["_id": "\($0.id)", "display_name": $0.name, "account_type": "com.google"] })
    host.content.replace(
      numbers,
      contacts.filter { !$0.phone.isEmpty }.map {
        ["_id": "\($0.id)", "display_name": $0.name, "number": $0.phone, "type": "\($0.phoneType)"]
      })
    host.content.replace(details, contacts.flatMap(rows))
    host.content.replace(messages, data.messages.rows)
    host.content.replace(events, data.calendar.events.map(row))
    host.content.replace(
      calls,
      data.dialer.calls.reversed().enumerated().map { index, call in
        ["_id": "\(index + 1)", "number": call.number, "date": "\(call.time)", "duration": "0", "type": "\(call.type)"]
      })
  }

  /// Gives a table's rows to the app that they belong to.
  static func save(_ table: String, _ host: inout PhoneHost) {
    let rows = host.content.tables[table]?.rows ?? []
    let now = host.phone.milliseconds
    switch table {
    case people:
      savePeople(&host.phone.data.contacts, ids: rows.compactMap { $0["_id"].flatMap(Int.init) })
      for row in rows {
        // A name that comes with the row; otherwise it comes with the details.
        guard let index = host.phone.data.contacts.contacts.firstIndex(where: { "\($0.id)" == row["_id"] }),
          host.phone.data.contacts.contacts[index].name.isEmpty, let name = row["display_name"]
        else { continue }
        setName(name, &host.phone.data.contacts.contacts[index])
      }
    case numbers:
      // Who has no number isn't in this table, and stays.
      let unnumbered = host.phone.data.contacts.contacts.filter { $0.phone.isEmpty }.map(\.id)
      savePeople(&host.phone.data.contacts, ids: unnumbered + rows.compactMap { $0["_id"].flatMap(Int.init) })
      for row in rows {
        guard let index = host.phone.data.contacts.contacts.firstIndex(where: { "\($0.id)" == row["_id"] }) else {
          continue
        }
        host.phone.data.contacts.contacts[index].phone = row["number"] ?? ""
        host.phone.data.contacts.contacts[index].phoneType = row["type"].flatMap(Int.init) ?? 2
        if let name = row["display_name"], name != host.phone.data.contacts.contacts[index].name {
          setName(name, &host.phone.data.contacts.contacts[index])
        }
      }
    case details:
      for index in host.phone.data.contacts.contacts.indices {
        var contact = host.phone.data.contacts.contacts[index]
        let own = rows.filter { $0["raw_contact_id"] == "\(contact.id)" }
        func value(_ type: String, _ column: String) -> String {
          own.last { $0["mimetype"] == type }?[column] ?? ""
        }
        contact.phoneType = Int(value(phoneType, "data2")) ?? 2
        (contact.phone, contact.email) = (value(phoneType, "data1"), value(emailType, "data1"))
        (contact.first, contact.last) = (value(nameType, "data2"), value(nameType, "data3"))
        if contact.first.isEmpty, contact.last.isEmpty { setName(value(nameType, "data1"), &contact) }
        host.phone.data.contacts.contacts[index] = contact
      }
    case messages:
      host.phone.data.messages.conversations = MessagesData.conversations(rows, now: now)
    case events:
      host.phone.data.calendar.events = rows.compactMap { event($0, now: now) }
      let largest = host.phone.data.calendar.events.map(\.id).max() ?? 0
      host.phone.data.calendar.nextID = max(host.phone.data.calendar.nextID, largest + 1)
    case calls:
      host.phone.data.dialer.calls = rows.map {
        DialerData.Call(
          number: $0["number"] ?? "", time: clamped(Int($0["date"] ?? "") ?? now), type: Int($0["type"] ?? "") ?? 2)
      }.sorted { $0.time > $1.time }
    default: break
    }
  }

  // MARK: - People

  private static func rows(_ contact: ContactsData.Contact) -> [ContentTables.Row] {
    var rows: [ContentTables.Row] = []
    func add(_ number: Int, _ type: String, _ values: ContentTables.Row) {
      let fixed = [
        "_id": "\(contact.id * 4 + number)", "raw_contact_id": "\(contact.id)", "mimetype": type,
        "display_name": contact.name,
      ]
      rows.append(values.merging(fixed) { _, fixed in fixed })
    }
    add(0, nameType, ["data1": contact.name, "data2": contact.first, "data3": contact.last])
    if !contact.phone.isEmpty { add(1, phoneType, ["data1": contact.phone, "data2": "\(contact.phoneType)"]) }
    if !contact.email.isEmpty { add(2, emailType, ["data1": contact.email, "data2": "1"]) }
    return rows
  }

  private static func savePeople(_ data: inout ContactsData, ids: [Int]) {
    data.contacts.removeAll { !ids.contains($0.id) }
    // Beyond this, the details' numbers would run over.
    for id in ids where id > 0 && id < 1 << 40 && !data.contacts.contains(where: { $0.id == id }) {
      data.contacts.append(ContactsData.Contact(id: id))
      data.nextID = max(data.nextID, id + 1)
    }
  }

  private static func setName(_ name: String, _ contact: inout ContactsData.Contact) {
    let parts = name.split(separator: " ", maxSplits: 1)
    contact.first = parts.first.map(String.init) ?? ""
    contact.last = parts.count > 1 ? String(parts[1]) : ""
  }

  // MARK: - Events

  private static func row(_ event: CalendarData.Event) -> ContentTables.Row {
    let start = (event.day * 1440 + event.start) * 60_000
    var row = [
      "_id": "\(event.id)", "calendar_id": "1", "title": event.title, "description": event.details,
      "eventLocation": event.location, "dtstart": "\(start)", "dtend": "\(start + event.length * 60_000)",
      "allDay": "0",
      "eventTimezone": "UTC",
    ]
    if event.interval > 0 {
      row["rrule"] = event.interval == 7 ? "FREQ=WEEKLY" : "FREQ=DAILY;INTERVAL=\(event.interval)"
    }
    return row
  }

  private static func event(_ row: ContentTables.Row, now: Int) -> CalendarData.Event? {
    guard let id = row["_id"].flatMap(Int.init), id < 1 << 40 else { return nil }
    let start = clamped(Int(row["dtstart"] ?? "") ?? now) / 60_000
    let end = clamped(row["dtend"].flatMap(Int.init) ?? (start + 60) * 60_000) / 60_000
    let rule = row["rrule"] ?? ""
    let interval = rule.contains("WEEKLY") ? 7 : rule.contains("DAILY") ? 1 : 0
    return CalendarData.Event(
      id: id, title: row["title"] ?? "", location: row["eventLocation"] ?? "", details: row["description"] ?? "",
      day: start / 1440, start: start % 1440, length: max(0, min(end - start, 100 * 1440)), interval: interval)
  }

  // Times between 1970 and 9999, so that sums stay in range.
  private static func clamped(_ milliseconds: Int) -> Int { max(0, min(milliseconds, 253_402_300_799_000)) }
}
