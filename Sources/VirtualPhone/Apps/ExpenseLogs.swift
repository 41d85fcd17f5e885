import Imaging

/// All expenses, day by day.
enum ExpenseLogs {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = ExpenseApp.parts(phone)
    let selected = chosen(activity)
    var rows: [View] = []
    var lastDay: Int?
    for expense in phone.data.expense.sorted {
      let day = CivilTime(milliseconds: expense.modified + phone.timeZoneOffset).days
      if day != lastDay {
        rows.append(
          View.text(heading(day, phone), 14, parts.secondary, weight: 500, id: "\(ExpenseApp.name):id/tv_header")
            .padding(20, 10).wide)
        lastDay = day
      }
      rows.append(row(expense, selected, phone, parts))
    }
    let bar =
      selected.isEmpty
      ? ExpenseApp.bar("Expense Logs", leading: ExpenseApp.menu, parts)
      : ExpenseApp.bar(
        "\(selected.count)", leading: AppParts.Button("close", "Close") { $0.activity.values["selected"] = nil },
        buttons: [AppParts.Button("delete", "Delete") { $0.activity.dialog = "deletemany" }], parts)
    return parts.screen(
      bar,
      View.scroll(
        "logs", View.column((rows.isEmpty ? [parts.empty("No Data")] : rows) + [.space(height: 80)]).wide))
  }

  private static func chosen(_ activity: Activity) -> [Int] {
    (activity.values["selected"] ?? "").split(separator: ",").compactMap { Int($0) }
  }

  private static func heading(_ day: Int, _ phone: Phone) -> String {
    switch phone.time.days - day {
    case 0: return "Today"
    case 1: return "Yesterday"
    default:
      let date = CivilTime(days: day)
      return "\(date.day) \(date.shortMonth) \(date.year)"
    }
  }

  private static func row(
    _ expense: ExpenseData.Expense, _ selected: [Int], _ phone: Phone, _ parts: ClassicParts
  ) -> View {
    let id = expense.id
    let isSelected = selected.contains(id)
    let toggle: PhoneAction = { phone in
      let others = isSelected ? selected.filter { $0 != id } : selected + [id]
      phone.activity.values["selected"] = others.isEmpty ? nil : others.map(String.init).joined(separator: ",")
    }
    return ExpenseApp.row(expense, isSelected: isSelected, phone, parts).tap { phone in
      guard selected.isEmpty else { return toggle(&phone) }
      phone.activity.values["id"] = String(id)
      phone.activity.dialog = "detail"
    }.longPress(toggle)
  }

  static func confirm(_ activity: Activity, _ phone: Phone) -> View {
    let selected = chosen(activity)
    let text = "\(selected.count) \(selected.count == 1 ? "item" : "items") will be deleted!"
    return Dialog.confirm(phone, title: "Delete Items", text: text, yes: "Confirm") { phone in
      phone.data.expense.expenses.removeAll { selected.contains($0.id) }
      phone.activity.values["selected"] = nil
      phone.showToast(selected.count == 1 ? "Item Deleted" : "Items Deleted")
    }
  }
}
