extension ExpenseApp {
  /// Room's tables of Pro Expense.
  static let database = AppDatabase(
    path: "/data/data/com.arduia.expense/databases/accounting.db",
    schema: """
      PRAGMA user_version = 6;
      CREATE TABLE android_metadata (locale TEXT);
      INSERT INTO android_metadata VALUES ('en_US');
      CREATE TABLE expense (expense_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT, \
      amount INTEGER NOT NULL, category INTEGER NOT NULL, note TEXT, created_date INTEGER NOT NULL, \
      modified_date INTEGER NOT NULL);
      CREATE TABLE backup (backup_id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL, \
      path TEXT NOT NULL, created_date INTEGER NOT NULL, item_total INTEGER NOT NULL, worker_id TEXT NOT NULL, \
      is_completed INTEGER NOT NULL)
      """,
    tables: [
      AppDatabase.Table(
        name: "expense", key: "expense_id",
        columns: ["expense_id", "name", "amount", "category", "note", "created_date", "modified_date"],
        rows: { phone in
          phone.data.expense.expenses.map { expense in
            [
              "expense_id": "\(expense.id)", "name": expense.name, "amount": "\(expense.amount)",
              "category": "\(expense.category)", "note": expense.note, "created_date": "\(expense.created)",
              "modified_date": "\(expense.modified)",
            ]
          }
        })
    ],
    restore: { phone, tables in
      phone.data.expense.expenses = (tables["expense"] ?? []).compactMap { row in
        guard let id = row.identity("expense_id") else { return nil }
        let created = row.time("created_date") ?? 0
        return ExpenseData.Expense(
          id: id, name: row["name"] ?? "", amount: row.number("amount", in: -(1 << 40)...(1 << 40)) ?? 0,
          category: row.number("category", in: 0...1000) ?? 1, note: row["note"] ?? "", created: created,
          modified: row.time("modified_date") ?? created)
      }
      let largest = phone.data.expense.expenses.map(\.id).max() ?? 0
      phone.data.expense.nextID = max(phone.data.expense.nextID, largest + 1)
    })
}
