import Imaging

/// A book of expenses, in the manner of Pro Expense.
struct ExpenseApp: App {
  static let name = "com.arduia.expense"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Pro Expense", launcherActivity: "\(Self.name)/\(Self.name).ui.MainActivity",
      isSystem: false)
  }
  var icon: AppIcon { AppIcon("account_balance_wallet", background: 0x03A9F4) }
  var databases: [AppDatabase] { [Self.database] }

  func reset(_ phone: inout Phone) {
    phone.data.expense = ExpenseData(seed: phone.configuration.seed, now: phone.milliseconds)
  }

  func clear(_ phone: inout Phone) {
    phone.data.expense = ExpenseData()
    phone.data.expense.isSetUp = false
  }

  static func parts(_ phone: Phone) -> ClassicParts {
    ClassicParts(phone: phone, package: name, primary: Color(hex: 0x03A9F4), accent: Color(hex: 0x03A9F4))
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    if !phone.data.expense.isSetUp { return ExpenseSetup.view(activity, phone) }
    return switch activity.screen {
    case "entry": ExpenseEntry.view(activity, phone)
    case "logs": ExpenseLogs.view(activity, phone)
    case "statistics": statistics(phone)
    default: home(activity, phone)
    }
  }

  func back(_ phone: inout Phone) -> Bool {
    guard phone.activity.screen == "logs", !phone.value("selected").isEmpty else { return false }
    phone.activity.values["selected"] = nil
    return true
  }

  // MARK: - Home

  /// A bar without a colour of its own.
  static func bar(
    _ title: String, leading: AppParts.Button, buttons: [AppParts.Button] = [], _ parts: ClassicParts
  ) -> View {
    View.row(
      [
        parts.button(leading, parts.secondary), .space(width: 16),
        View.text(title, 20, parts.text, weight: 500, lines: 1).weighted(),
      ] + buttons.map { parts.button($0, parts.secondary) }
    ).size(width: .fill, height: .fixed(Phone.statusBarHeight + 56)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4, bottom: 0
    ).fill(parts.surface)
  }

  static let menu = AppParts.Button("menu", "Open navigation drawer") { $0.activity.dialog = "drawer" }

  private func home(_ activity: Activity, _ phone: Phone) -> View {
    let parts = Self.parts(phone)
    let expenses = phone.data.expense.sorted
    let card = View.column([
      View.text("Expenses in this Week", 14, .white.faded(0.85)), .space(height: 8),
      View.text(
        "\(ExpenseData.text(spentThisWeek(phone))) \(phone.data.expense.currency)", 30, .white, weight: 500,
        id: "\(Self.name):id/tv_total_cost"), .space(height: 12), graph(phone),
    ]).padding(20).wide.fill(parts.accent, corner: 12)
    let recent = expenses.prefix(7).map { expense -> View in
      let id = String(expense.id)
      return Self.row(expense, isSelected: false, phone, parts).tap { phone in
        phone.activity.values["id"] = id
        phone.activity.dialog = "detail"
      }
    }
    let head = View.row([
      View.text("Recent", 16, parts.text, weight: 500).weighted(),
      View.row([View.text("More", 14, parts.secondary, weight: 500), .icon("navigate_next", parts.secondary)])
        .padding(12, 0).size(height: .fixed(48)).id("\(Self.name):id/btn_more_expenses", "android.widget.Button").tap {
          $0.open("logs")
        },
    ]).padding(left: 20, right: 8).wide
    let none = View.text("No spending logged yet this month", 16, parts.secondary, alignment: .center).padding(24, 48)
      .wide
    return parts.screen(
      Self.bar("Home", leading: Self.menu, parts),
      View.scroll(
        "home",
        View.column(
          [View.stack([card]).padding(16, 8).wide, head] + (recent.isEmpty ? [none] : recent) + [.space(height: 96)]
        ).wide),
      floating: parts.floating("add", "Add expense", id: "fb_add") { $0.editExpense(nil) })
  }

  // Sunday begins a week.
  private func weekStart(_ phone: Phone) -> Int { phone.time.days - phone.time.weekday }

  private func day(of expense: ExpenseData.Expense, _ phone: Phone) -> Int {
    CivilTime(milliseconds: expense.modified + phone.timeZoneOffset).days
  }

  private func spentThisWeek(_ phone: Phone) -> Int {
    let start = weekStart(phone)
    return phone.data.expense.expenses.filter { $0.category != 2 && (start..<start + 7).contains(day(of: $0, phone)) }
      .reduce(0) { $0 &+ $1.amount }
  }

  private func graph(_ phone: Phone) -> View {
    let start = weekStart(phone)
    var sums = [Int](repeating: 0, count: 7)
    for expense in phone.data.expense.expenses where expense.category != 2 {
      let offset = day(of: expense, phone) - start
      if sums.indices.contains(offset) { sums[offset] = sums[offset] &+ expense.amount }
    }
    let days = sums
    let most = Double(max(1, days.max() ?? 1))
    let names = ["SU", "MO", "TU", "WE", "TH", "FR", "SAT"]
    return View.column([
      .canvas(width: .fill, height: .fixed(90)) { drawing, frame, dp in
        for (index, sum) in days.enumerated() {
          let step = Double(frame.width) / 7
          let height = max(2 * dp, Double(frame.height) * Double(max(0, sum)) / most)
          drawing.fill(
            x: Double(frame.x) + step * Double(index) + step * 0.3, y: Double(frame.bottom) - height,
            width: step * 0.4, height: height, corner: 3 * dp, color: .white.faded(sum > 0 ? 0.95 : 0.4))
        }
      },
      View.row(names.map { View.text($0, 11, .white.faded(0.85), alignment: .center).weighted() }).padding(0, 4).wide,
    ]).wide
  }

  /// An expense as lists show it.
  static func row(_ expense: ExpenseData.Expense, isSelected: Bool, _ phone: Phone, _ parts: ClassicParts) -> View {
    let time = CivilTime(milliseconds: expense.modified + phone.timeZoneOffset)
    return View.row([
      symbol(expense.category, isSelected: isSelected), .space(width: 16),
      View.column([
        View.text(expense.name, 16, parts.text, lines: 1, id: "\(name):id/tv_name"),
        View.text(
          "\(time.day) \(time.shortMonth) \(time.year), \(time.clock(is24Hour: phone.is24Hour))", 12, parts.secondary,
          id: "\(name):id/tv_date"),
      ]).weighted(), .space(width: 8),
      View.text(ExpenseData.text(expense.amount), 18, parts.text, weight: 500, id: "\(name):id/tv_amount"),
      .space(width: 2),
      View.text(phone.data.expense.currency, 14, parts.secondary, id: "\(name):id/tv_currency_symbol"),
    ]).padding(20, 0).size(width: .fill, height: .fixed(72)).id("\(name):id/cd_expense").selected(isSelected)
      .fill(isSelected ? parts.accent.faded(0.15) : parts.page)
  }

  static func category(_ number: Int) -> (number: Int, name: String, icon: String, color: Int) {
    ExpenseData.categories.first { $0.number == number } ?? ExpenseData.categories[0]
  }

  static func symbol(_ number: Int, isSelected: Bool = false) -> View {
    let category = category(number)
    return View.stack([.icon(isSelected ? "check" : category.icon, Color(hex: 0x424242))], .center).square(48)
      .fill(Color(hex: category.color), corner: 24)
  }

  // MARK: - Other pages, dialogs

  private func statistics(_ phone: Phone) -> View {
    let parts = Self.parts(phone)
    var sums: [Int: Int] = [:]
    for expense in phone.data.expense.expenses {
      sums[expense.category] = (sums[expense.category] ?? 0) &+ expense.amount
    }
    let total = Double(max(1, sums.values.reduce(0) { $0 &+ max(0, $1) }))
    let rows = ExpenseData.categories.compactMap { category -> View? in
      guard let sum = sums[category.number] else { return nil }
      let share = Double(max(0, sum)) / total
      return View.row([
        Self.symbol(category.number), .space(width: 16),
        View.column([
          View.row([
            View.text(category.name, 16, parts.text).weighted(),
            View.text("\(Int((share * 100).rounded()))%", 14, parts.secondary),
          ]).wide, .space(height: 6),
          .canvas(width: .fill, height: .fixed(8)) { drawing, frame, dp in
            drawing.fill(
              x: Double(frame.x), y: Double(frame.y), width: max(dp * 8, Double(frame.width) * share),
              height: Double(frame.height), corner: 4 * dp, color: Color(hex: 0x03A9F4))
          },
        ]).weighted(),
      ]).padding(20, 0).size(width: .fill, height: .fixed(72))
    }
    return parts.screen(
      Self.bar("Statistics", leading: Self.menu, parts),
      View.scroll(
        "statistics",
        View.column(
          [View.text("Category Statistics", 16, parts.text, weight: 500).padding(20, 12).wide]
            + (rows.isEmpty ? [parts.empty("No Data")] : rows)
        ).wide))
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let parts = Self.parts(phone)
    switch name {
    case "drawer":
      let head = View.column([
        .icon("account_balance_wallet", .white, size: 48), .space(height: 12),
        View.text("Pro Expense", 18, .white, weight: 500),
      ]).padding(left: 16, top: 64, right: 16, bottom: 16).wide.fill(parts.primary)
      return parts.drawer(
        head: head,
        [
          ("home", "Home", activity.screen == "main", { $0.showExpenses("main") }),
          ("list_alt", "Expense Logs", activity.screen == "logs", { $0.showExpenses("logs") }),
          ("pie_chart", "Statistics", activity.screen == "statistics", { $0.showExpenses("statistics") }),
          ("attach_money", "Currency", false, { $0.activity.dialog = "currency" }),
          ("info_outline", "About", false, { $0.activity.dialog = "about" }),
        ])
    case "about":
      return Dialog.message(
        phone, title: "About",
        text: "Pro Expense\nVersion 1.0.0\nA free and open-source software to simply and safely record daily expenses.",
        buttons: [Dialog.Button(title: "Okay", action: Dialog.dismiss)])
    case "currency":
      return Dialog.choice(
        phone, title: "Choose Currency", options: ExpenseSetup.currencies.map { "\($0.name) (\($0.symbol))" },
        selected: ExpenseSetup.currencies.firstIndex { $0.symbol == phone.data.expense.currency }
      ) { phone, index in phone.data.expense.currency = ExpenseSetup.currencies[index].symbol }
    case "detail": return detail(activity, phone, parts)
    case "deletemany": return ExpenseLogs.confirm(activity, phone)
    default: return ExpenseEntry.dialog(name, activity, phone)
    }
  }

  // A sheet at the bottom with all that is known of an expense.
  private func detail(_ activity: Activity, _ phone: Phone, _ parts: ClassicParts) -> View? {
    guard let expense = phone.data.expense.expense(activity.values["id"]) else { return nil }
    let id = expense.id
    let time = CivilTime(milliseconds: expense.modified + phone.timeZoneOffset)
    func line(_ title: String, _ text: String, _ name: String) -> View {
      View.row([
        View.text(title, 14, parts.secondary).size(width: .fixed(72)),
        View.text(text, 16, parts.text, id: "\(Self.name):id/\(name)").weighted(),
      ]).aligned(.topLeft).padding(16, 8).wide
    }
    let card = View.column([
      View.row([
        Self.symbol(expense.category), .space(width: 16),
        View.text(expense.name, 20, parts.text, weight: 500, id: "\(Self.name):id/tv_name_value").weighted(),
        View.stack([.icon("delete", parts.secondary)], .center).square(48).id("\(Self.name):id/btn_delete")
          .label("Delete", "android.widget.ImageView").tap { phone in
            Dialog.dismiss(&phone)
            phone.data.expense.expenses.removeAll { $0.id == id }
            phone.showToast("Item Deleted")
          },
      ]).padding(16, 12).wide,
      line("Amount", "\(ExpenseData.text(expense.amount)) \(phone.data.expense.currency)", "tv_amount_value"),
      line(
        "Date", "\(time.day) \(time.shortMonth) \(time.year), \(time.clock(is24Hour: phone.is24Hour))", "tv_date_value"),
      line("Note", expense.note, "tv_note_value"), .space(height: 16),
    ]).wide.fill(phone.isDark ? Color(hex: 0x2A2A2A) : Color(hex: 0xF5F5F5), corner: 8)
    let sheet = View.column([
      View.row([
        View.text("Expense Detail", 20, parts.text.faded(0.7), weight: 500).weighted(),
        parts.button(AppParts.Button("expand_more", "Close", Dialog.dismiss), parts.secondary),
      ]).padding(left: 20, top: 8, right: 8, bottom: 8).wide,
      View.stack([card]).padding(16, 0).wide,
      View.stack([
        View.row([
          .spring, .icon("edit", .white), .space(width: 8), View.text("EDIT", 14, .white, weight: 500), .spring,
        ])
        .size(width: .fill, height: .fixed(48)).fill(parts.accent, corner: 4).id(
          "\(Self.name):id/btn_edit", "android.widget.Button"
        )
        .tap { phone in
          Dialog.dismiss(&phone)
          phone.editExpense(expense)
        }
      ]).padding(16, 16).wide, .space(height: phone.navigationBarHeight),
    ]).wide.fill(parts.surface, corner: 8).blocking
    return sheet.placed(.bottom)
  }
}

extension Phone {
  fileprivate mutating func showExpenses(_ screen: String) {
    guard activity.screen != screen else { return }
    while activity.screen != "main", activity.package == ExpenseApp.name, system.isAppInFront { finish() }
    if screen != "main" { open(screen, of: ExpenseApp.name) }
  }
}
