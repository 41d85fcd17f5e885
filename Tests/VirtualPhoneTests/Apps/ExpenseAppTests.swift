import Testing

@testable import VirtualPhone

@Suite("The book of expenses")
struct ExpenseAppTests {
  static let path = "/data/data/com.arduia.expense/databases/accounting.db"

  private func host(_ before: String = "true") -> PhoneHost {
    var host = PhoneHost(Phone(PhoneConfiguration(seed: 2)))
    _ = host.run("\(before); am start -n com.arduia.expense/.ui.MainActivity")
    #expect(host.phone.foregroundActivity == "com.arduia.expense/com.arduia.expense.ui.MainActivity")
    return host
  }

  private func query(_ sql: String, _ host: inout PhoneHost) -> String {
    String(decoding: host.run("sqlite3 \(Self.path) \"\(sql)\"").output, as: UTF8.self)
  }

  @Test func anExpenseIsAddedAndLandsInTheDatabase() {
    var host = host()
    host.phone.tap(on: "Add expense")
    host.phone.tap(on: "SAVE")
    #expect(host.phone.system.toast == "Cost is Empty")
    host.phone.tap(on: "Name")
    host.phone.perform(.text("A name of more than twenty letters"))
    host.phone.tap(on: "Amount")
    host.phone.perform(.text("12.5"))
    host.phone.perform(.key(4))
    let chips = host.phone.hierarchy().find(id: "com.arduia.expense:id/rv_category")?.center ?? (x: 0, y: 0)
    for _ in 0..<4 where host.phone.hierarchy().find("Education") == nil {
      host.phone.perform(
        .swipe(fromX: chips.x, fromY: chips.y, toX: chips.x - 400, toY: chips.y, milliseconds: 300))
    }
    host.phone.tap(on: "Education")
    host.phone.tap(on: "Note")
    host.phone.perform(.text("For Ben"))
    host.phone.perform(.key(4))
    host.phone.tap(on: "SAVE")
    let now = host.phone.data.expense.sorted.first?.modified ?? 0
    #expect(
      query("SELECT name, amount, category, note, modified_date FROM expense ORDER BY expense_id DESC LIMIT 1", &host)
        == "A name of more than |1250|10|For Ben|\(now)\n")
    #expect(host.phone.hierarchy().find("12.50") != nil)
  }

  @Test func anExpenseIsChangedAndDeleted() {
    var host = host()
    let expense = host.phone.data.expense.sorted[0]
    host.phone.tap(on: expense.name)
    host.phone.tap(on: "EDIT")
    host.phone.tap(on: ExpenseData.text(expense.amount))
    host.phone.perform(.keyCombination([113, 29]))
    host.phone.perform(.text("7"))
    host.phone.perform(.key(4))
    host.phone.tap(on: "UPDATE")
    #expect(host.phone.data.expense.expense("\(expense.id)")?.amount == 700)
    #expect(host.phone.data.expense.expense("\(expense.id)")?.modified == expense.modified)
    host.phone.tap(on: expense.name)
    host.phone.tap(on: "Delete")
    #expect(host.phone.data.expense.expense("\(expense.id)") == nil)
    #expect(query("SELECT COUNT(*) FROM expense WHERE expense_id = \(expense.id)", &host) == "0\n")
  }

  @Test func severalAreDeletedFromTheLog() {
    var host = host()
    host.phone.tap(on: "Open navigation drawer")
    host.phone.tap(on: "Expense Logs")
    let expenses = host.phone.data.expense.sorted
    let place = host.phone.hierarchy().find(expenses[0].name)?.center ?? (x: 0, y: 0)
    host.phone.perform(
      .swipe(fromX: place.x, fromY: place.y, toX: place.x, toY: place.y, milliseconds: 1000))
    host.phone.tap(on: expenses[1].name)
    host.phone.tap(on: "Delete")
    host.phone.tap(on: "Confirm")
    #expect(host.phone.data.expense.expenses.count == expenses.count - 2)
  }

  @Test func aClearedAppAsksForLanguageAndCurrency() {
    var host = host("pm clear com.arduia.expense")
    host.phone.tap(on: "NEXT")
    host.phone.tap(on: "Euro (€)")
    host.phone.tap(on: "CONTINUE")
    #expect(host.phone.hierarchy().find("No spending logged yet this month") != nil)
    #expect(host.phone.data.expense.currency == "€")
    _ = query(
      "INSERT INTO expense VALUES (NULL, 'Tea', 450, 3, NULL, 1697300000000, 1697300000000)", &host)
    #expect(host.phone.hierarchy().find("Tea") != nil && host.phone.hierarchy().find("4.50") != nil)
  }

  @Test(arguments: [
    ("5", 500), ("12.5", 1250), ("0.015", 2), ("1,000.00", 100_000), ("", nil), ("0", nil), ("-3", nil), ("abc", nil),
    ("1e9", 100_000_000_000), ("99999999999", nil), ("nan", nil), ("inf", nil),
  ])
  func amountsAreRead(text: String, amount: Int?) {
    #expect(ExpenseData.amount(text) == amount)
  }
}
