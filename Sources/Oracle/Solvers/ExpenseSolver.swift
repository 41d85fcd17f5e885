internal import Episodes
internal import Tasks

/// Adds expenses to Pro Expense, and deletes them.
struct ExpenseSolver: Solver {
  private static let adding = [
    "ExpenseAddSingle", "ExpenseAddMultiple", "ExpenseAddMultipleFromGallery", "ExpenseAddMultipleFromMarkor",
  ]
  private static let duplicates = ["ExpenseDeleteDuplicates", "ExpenseDeleteDuplicates2"]

  /// The names of the tasks that it solves.
  let tasks =
    adding + duplicates + ["ExpenseDeleteSingle", "ExpenseDeleteMultiple", "ExpenseDeleteMultiple2"]

  private struct Expense {
    var name: String
    var amount: String
    var category: String
    var note: String
  }

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Enters another amount, leaves one, or deletes both of two.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    if Self.adding.contains(task.definition.name) {
      var expenses = try await expenses(of: task, hands)
      if wrongly, !expenses.isEmpty { expenses[expenses.count - 1].amount = "1.00" }
      try await hands.openApp("Pro Expense")
      for expense in expenses { try await add(expense, hands) }
    } else if Self.duplicates.contains(task.definition.name) {
      try await hands.openApp("Pro Expense")
      try await deleteDuplicate(hands, both: wrongly)
    } else {
      guard var names = task.list("names")?.compactMap(\.text) else {
        throw .parameter(task: task.definition.name, name: "names")
      }
      if wrongly { names.removeLast() }
      try await hands.openApp("Pro Expense")
      if names.contains(where: { hands.find($0) == nil }) { try await openLog(hands) }
      for name in names {
        try await delete(try await hands.reach(name, "I look for “\(name)”."), hands)
      }
    }
    try await hands.done("That is all that was asked for.")
  }

  // MARK: - Adding

  private func expenses(of task: TaskInstance, _ hands: Hands) async throws(OracleError) -> [Expense] {
    if task.definition.name == "ExpenseAddMultipleFromMarkor" {
      let note = try await NotesReading.text(of: "my_expenses.txt", hands)
      return note.split(whereSeparator: \.isNewline).filter { $0.contains("Reimbursable") }.compactMap(Self.expense)
    }
    if task.definition.name == "ExpenseAddMultipleFromGallery" { try await PictureReading.open("expenses.jpg", hands) }
    let told = task.list("wanted")?.compactMap { $0.field("told")?.text }
    guard let told else { throw .parameter(task: task.definition.name, name: "wanted") }
    return told.compactMap { Self.expense($0[...]) }
  }

  // `Cinema | $12.50 | Social | Paid by card`
  private static func expense(_ line: Substring) -> Expense? {
    let parts = line.split(separator: "|").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard parts.count == 4 else { return nil }
    return Expense(name: parts[0], amount: parts[1].filter { $0 != "$" }, category: parts[2], note: parts[3])
  }

  private func add(_ expense: Expense, _ hands: Hands) async throws(OracleError) {
    try await hands.tap("Add expense", "I begin a new expense.")
    try await hands.type(expense.name, into: "edt_name", "It is called \(expense.name).")
    try await hands.type(expense.amount, into: "edt_amount", "It was \(expense.amount).")
    for _ in 0..<8 where hands.find(expense.category) == nil {
      guard let chip = chip(hands), let bounds = chip.bounds else { break }
      try await hands.perform(
        .swipe(.left, .point(bounds.middle)), "There are more categories to the right.")
    }
    try await hands.tap(expense.category, "The category is \(expense.category).")
    try await hands.type(expense.note, into: "edt_note", "The note says “\(expense.note)”.")
    try await hands.tap("SAVE", "Everything is filled in; I save it.")
  }

  // Any of the categories that are shown: they lie between the amount and the note.
  private func chip(_ hands: Hands) -> UIElement? {
    guard let amount = hands.field("edt_amount")?.bounds, let note = hands.field("edt_note")?.bounds else { return nil }
    return hands.elements.filter { element in
      guard let bounds = element.bounds, element.isClickable else { return false }
      return bounds.top > amount.bottom && bounds.bottom < note.top
    }.last
  }

  // MARK: - Deleting

  private func openLog(_ hands: Hands) async throws(OracleError) {
    guard let more = hands.find(id: "btn_more_expenses") else { throw hands.missing("More") }
    try await hands.tap(more, "The log has all of them.")
  }

  private func delete(_ row: UIElement, _ hands: Hands) async throws(OracleError) {
    try await hands.tap(row, "I open “\(row.says)”.")
    try await hands.tap("Delete", "The bin deletes it.")
  }

  private struct Row {
    var text: String
    var name: UIElement
  }

  // Name, day and amount of the rows that can be seen in whole.
  private func rows(_ hands: Hands) -> [Row] {
    var rows: [Row] = []
    for element in hands.elements {
      switch element.resourceID?.split(separator: "/").last {
      case "tv_name": rows.append(Row(text: element.says, name: element))
      case "tv_date", "tv_amount":
        if let last = rows.indices.last { rows[last].text += "|\(element.says)" }
      default: break
      }
    }
    return rows.filter { $0.text.split(separator: "|").count == 3 }
  }

  private func deleteDuplicate(_ hands: Hands, both: Bool) async throws(OracleError) {
    func twice(_ hands: Hands) -> UIElement? {
      let rows = rows(hands)
      return rows.first { row in rows.count { $0.text == row.text } > 1 }?.name
    }
    if twice(hands) == nil { try await openLog(hands) }
    // The log is sorted by time, so equal ones are neighbours.
    guard let found = try await hands.reach(atMost: 12, "I look for one that is there twice.", twice) else {
      throw hands.missing("an expense that is there twice")
    }
    let text = rows(hands).first { $0.name == found }?.text
    try await delete(found, hands)
    guard both else { return }
    guard let other = rows(hands).first(where: { $0.text == text }) else { throw hands.missing("the other one") }
    try await delete(other.name, hands)
  }
}
