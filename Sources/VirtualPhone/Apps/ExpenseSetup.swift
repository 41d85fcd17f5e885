import Imaging

/// What the app asks when it is opened first: language, then currency.
enum ExpenseSetup {
  static let currencies = [
    (name: "US Dollar", symbol: "$"), (name: "Euro", symbol: "€"), (name: "Pound Sterling", symbol: "£"),
    (name: "Myanmar Kyat", symbol: "Ks"), (name: "Japanese Yen", symbol: "¥"), (name: "Indian Rupee", symbol: "₹"),
  ]

  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = ExpenseApp.parts(phone)
    let isSecond = activity.values["setup"] == "currency"
    let languages = ["English", "မြန်မာ", "中文"]
    let options = isSecond ? currencies.map { "\($0.name) (\($0.symbol))" } : languages
    let chosen =
      isSecond
      ? currencies.firstIndex { $0.symbol == phone.data.expense.currency } ?? 0
      : Int(activity.values["language"] ?? "") ?? 0
    let rows = options.enumerated().map { index, option in
      View.row([
        View.text(option, 16, parts.text).weighted(),
        View(.radio(isOn: index == chosen)).size(width: .fixed(32), height: .fixed(24)),
      ]).padding(24, 0).size(width: .fill, height: .fixed(56)).checked(index == chosen).tap { phone in
        if isSecond {
          phone.data.expense.currency = currencies[index].symbol
        } else {
          phone.activity.values["language"] = String(index)
        }
      }
    }
    let title = View.column([
      View.text("Hello! Welcome to Pro Expense", 22, parts.text, weight: 500), .space(height: 24),
      View.text(isSecond ? "Choose Currency" : "Choose Language", 18, parts.secondary),
    ]).padding(left: 24, top: Phone.statusBarHeight + 48, right: 24, bottom: 16).wide
    let next = parts.word(isSecond ? "Continue" : "Next", .white, id: "\(ExpenseApp.name):id/btn_continue") { phone in
      if isSecond {
        phone.data.expense.isSetUp = true
      } else {
        phone.activity.values["setup"] = "currency"
      }
    }
    return View.column([
      title, View.scroll("setup", View.column(rows).wide).weighted(),
      View.stack([next.wide.fill(parts.accent, corner: 4)]).padding(24, 16).wide,
    ]).filling.fill(parts.page)
  }
}
