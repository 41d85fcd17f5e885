extension MessagesApp {
  /// The telephony provider's database, with the columns of Android 13's table.
  static let database = AppDatabase(
    path: "/data/data/com.android.providers.telephony/databases/mmssms.db",
    schema: """
      PRAGMA user_version = 67;
      CREATE TABLE android_metadata (locale TEXT);
      INSERT INTO android_metadata VALUES ('en_US');
      CREATE TABLE sms (_id INTEGER PRIMARY KEY, thread_id INTEGER, address TEXT, person INTEGER, date INTEGER, \
      date_sent INTEGER DEFAULT 0, protocol INTEGER, read INTEGER DEFAULT 0, status INTEGER DEFAULT -1, type INTEGER, \
      reply_path_present INTEGER, subject TEXT, body TEXT, service_center TEXT, locked INTEGER DEFAULT 0, \
      sub_id INTEGER DEFAULT -1, error_code INTEGER DEFAULT -1, creator TEXT, seen INTEGER DEFAULT 0)
      """,
    tables: [
      AppDatabase.Table(
        name: "sms", key: "_id",
        columns: ["_id", "thread_id", "address", "date", "read", "status", "type", "body", "seen"],
        rows: { $0.data.messages.rows })
    ],
    restore: { phone, tables in
      phone.data.messages.conversations = MessagesData.conversations(tables["sms"] ?? [], now: phone.milliseconds)
    })
}

extension MessagesData {
  /// The messages as the telephony provider has them, the oldest first.
  var rows: [[String: String]] {
    let all = conversations.enumerated().flatMap { index, conversation in
      conversation.messages.map { (index, conversation, $0) }
    }.sorted { ($0.2.time, $0.1.number) < ($1.2.time, $1.1.number) }
    return all.enumerated().map { index, item in
      let (thread, conversation, message) = item
      return [
        "_id": "\(index + 1)", "thread_id": "\(thread + 1)", "address": conversation.number,
        "date": "\(message.time)", "type": message.isMine ? "2" : "1", "body": message.text, "status": "-1",
        "seen": "1", "read": conversation.isRead || message.isMine ? "1" : "0",
      ]
    }
  }

  /// Conversations of the provider's rows, the latest one first.
  static func conversations(_ rows: [[String: String]], now: Int) -> [Conversation] {
    var conversations: [Conversation] = []
    for row in rows.sorted(by: { ($0.time("date") ?? now) < ($1.time("date") ?? now) }) {
      let number = row["address"] ?? ""
      let message = Message(text: row["body"] ?? "", isMine: row["type"] != "1", time: row.time("date") ?? now)
      var conversation = Conversation(number: number)
      if let index = conversations.firstIndex(where: { $0.number == number }) {
        conversation = conversations.remove(at: index)
      }
      conversation.messages.append(message)
      conversation.isRead = message.isMine || row["read"] != "0"
      conversations.insert(conversation, at: 0)
    }
    return conversations
  }
}
