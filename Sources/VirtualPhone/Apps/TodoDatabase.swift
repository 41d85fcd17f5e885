extension TodoApp {
  /// Room's table of Tasks 13. Its numbers have no defaults there; here they do, so that a row can be put in with what
  /// matters of it.
  static let database = AppDatabase(
    path: "/data/data/org.tasks/databases/database",
    schema: """
      PRAGMA user_version = 87;
      CREATE TABLE android_metadata (locale TEXT);
      INSERT INTO android_metadata VALUES ('en_US');
      CREATE TABLE tasks (_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, title TEXT, \
      importance INTEGER NOT NULL DEFAULT 3, dueDate INTEGER NOT NULL DEFAULT 0, hideUntil INTEGER NOT NULL DEFAULT 0, \
      created INTEGER NOT NULL DEFAULT 0, modified INTEGER NOT NULL DEFAULT 0, completed INTEGER NOT NULL DEFAULT 0, \
      deleted INTEGER NOT NULL DEFAULT 0, notes TEXT, estimatedSeconds INTEGER NOT NULL DEFAULT 0, \
      elapsedSeconds INTEGER NOT NULL DEFAULT 0, timerStart INTEGER NOT NULL DEFAULT 0, \
      notificationFlags INTEGER NOT NULL DEFAULT 0, lastNotified INTEGER NOT NULL DEFAULT 0, recurrence TEXT, \
      repeat_from INTEGER NOT NULL DEFAULT 0, calendarUri TEXT, remoteId TEXT, \
      collapsed INTEGER NOT NULL DEFAULT 0, parent INTEGER NOT NULL DEFAULT 0, "order" INTEGER, \
      read_only INTEGER NOT NULL DEFAULT 0);
      CREATE UNIQUE INDEX t_rid ON tasks (remoteId);
      CREATE INDEX active_and_visible ON tasks (completed, deleted, hideUntil)
      """,
    tables: [
      AppDatabase.Table(
        name: "tasks", key: "_id",
        columns: [
          "_id", "title", "importance", "dueDate", "hideUntil", "created", "modified", "completed", "deleted", "notes",
        ],
        rows: { phone in
          phone.data.todo.todos.map { todo in
            var row = [
              "_id": "\(todo.id)", "title": todo.title, "importance": "\(todo.importance)", "dueDate": "\(todo.due)",
              "hideUntil": "\(todo.hiddenUntil)", "created": "\(todo.created)", "modified": "\(todo.modified)",
              "completed": "\(todo.completed)", "deleted": "\(todo.deleted)",
            ]
            if !todo.notes.isEmpty { row["notes"] = todo.notes }
            return row
          }
        })
    ],
    restore: { phone, tables in
      phone.data.todo.todos = (tables["tasks"] ?? []).compactMap { row in
        guard let id = row.identity("_id") else { return nil }
        return TodoData.Todo(
          id: id, title: row["title"] ?? "", importance: row.number("importance", in: 0...3) ?? 3,
          due: row.time("dueDate") ?? 0, hiddenUntil: row.time("hideUntil") ?? 0, created: row.time("created") ?? 0,
          modified: row.time("modified") ?? 0, completed: row.time("completed") ?? 0, deleted: row.time("deleted") ?? 0,
          notes: row["notes"] ?? "")
      }
      phone.data.todo.nextID = max(phone.data.todo.nextID, (phone.data.todo.todos.map(\.id).max() ?? 0) + 1)
    })
}
