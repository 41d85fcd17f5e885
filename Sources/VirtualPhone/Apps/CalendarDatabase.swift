extension CalendarApp {
  private static let day = 86_400

  /// Room's tables of Simple Calendar Pro 6. Its numbers have no defaults there; here they do, so that a row can be put in
  /// with what matters of it.
  static let database = AppDatabase(
    path: "/data/data/com.simplemobiletools.calendar.pro/databases/events.db",
    schema: """
      PRAGMA user_version = 9;
      CREATE TABLE android_metadata (locale TEXT);
      INSERT INTO android_metadata VALUES ('en_US');
      CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, start_ts INTEGER NOT NULL, end_ts INTEGER NOT NULL, \
      title TEXT NOT NULL DEFAULT '', location TEXT NOT NULL DEFAULT '', description TEXT NOT NULL DEFAULT '', \
      reminder_1_minutes INTEGER NOT NULL DEFAULT -1, reminder_2_minutes INTEGER NOT NULL DEFAULT -1, \
      reminder_3_minutes INTEGER NOT NULL DEFAULT -1, reminder_1_type INTEGER NOT NULL DEFAULT 0, \
      reminder_2_type INTEGER NOT NULL DEFAULT 0, reminder_3_type INTEGER NOT NULL DEFAULT 0, \
      repeat_interval INTEGER NOT NULL DEFAULT 0, repeat_rule INTEGER NOT NULL DEFAULT 0, \
      repeat_limit INTEGER NOT NULL DEFAULT 0, repetition_exceptions TEXT NOT NULL DEFAULT '[]', \
      attendees TEXT NOT NULL DEFAULT '', import_id TEXT NOT NULL DEFAULT '', time_zone TEXT NOT NULL DEFAULT 'UTC', \
      flags INTEGER NOT NULL DEFAULT 0, event_type INTEGER NOT NULL DEFAULT 1, parent_id INTEGER NOT NULL DEFAULT 0, \
      last_updated INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL DEFAULT 'simple-calendar', \
      availability INTEGER NOT NULL DEFAULT 0, color INTEGER NOT NULL DEFAULT 0, type INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE event_types (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, color INTEGER NOT NULL, \
      caldav_calendar_id INTEGER NOT NULL, caldav_display_name TEXT NOT NULL, caldav_email TEXT NOT NULL, \
      type INTEGER NOT NULL);
      INSERT INTO event_types VALUES (1, 'Regular event', -1683200, 0, '', '', 0)
      """,
    tables: [
      AppDatabase.Table(
        name: "events", key: "id",
        columns: [
          "id", "start_ts", "end_ts", "title", "location", "description", "repeat_interval", "repeat_rule",
        ],
        rows: { phone in
          phone.data.calendar.events.map { event in
            let start = (event.day * 1440 + event.start) * 60 - phone.timeZoneOffset / 1000
            // Bits from Monday on say on which days of the week it happens.
            let weekday = (CivilTime(days: event.day).weekday + 6) % 7
            return [
              "id": "\(event.id)", "start_ts": "\(start)", "end_ts": "\(start + event.length * 60)",
              "title": event.title, "location": event.location, "description": event.details,
              "repeat_interval": "\(event.interval * day)",
              "repeat_rule": event.interval == 7 ? "\(1 << weekday)" : "0",
            ]
          }
        })
    ],
    restore: { phone, tables in
      let century = 0...253_402_300_799
      phone.data.calendar.events = (tables["events"] ?? []).compactMap { row in
        guard let id = row.identity("id"), let start = row.number("start_ts", in: century) else { return nil }
        let end = row.number("end_ts", in: century) ?? start
        let minutes = max(0, start + phone.timeZoneOffset / 1000) / 60
        return CalendarData.Event(
          id: id, title: row["title"] ?? "", location: row["location"] ?? "", details: row["description"] ?? "",
          day: minutes / 1440, start: minutes % 1440, length: max(0, min((end - start) / 60, 100 * 1440)),
          interval: (row.number("repeat_interval", in: 0...(366 * day)) ?? 0) / day)
      }
      let largest = phone.data.calendar.events.map(\.id).max() ?? 0
      phone.data.calendar.nextID = max(phone.data.calendar.nextID, largest + 1)
    })
}
