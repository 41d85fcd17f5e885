import Imaging

/// The form for an expense.
enum ExpenseEntry {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = ExpenseApp.parts(phone)
    let ids = ExpenseApp.name
    let isNew = activity.values["id"] == "0"
    let time = CivilTime(milliseconds: Int(activity.values["time"] ?? "") ?? phone.milliseconds + phone.timeZoneOffset)
    let bar = ExpenseApp.bar(
      isNew ? "Expense Entry" : "Update Data", leading: ClassicParts.back,
      buttons: [
        AppParts.Button("event", "Calendar") { phone in
          phone.activity.values["date"] = String(time.days)
          phone.activity.values["month"] = nil
          phone.activity.dialog = "date"
        },
        AppParts.Button("access_time", "Time") { phone in
          phone.activity.values["hour"] = String(time.hour)
          phone.activity.values["minute"] = String(time.minute)
          phone.activity.dialog = "time"
        },
      ], parts)
    let form = View.column([
      View.text(
        "\(time.day) \(time.shortMonth) \(time.year), \(time.clock(is24Hour: phone.is24Hour))", 14, parts.secondary,
        id: "\(ids):id/tv_date"
      ).padding(0, 12).wide,
      box("name", "Name", "edt_name", parts, limit: 20), .space(height: 20),
      box("amount", "Amount", "edt_amount", parts, limit: 10, isNumeric: true), .space(height: 20),
      chips(activity, phone, parts), .space(height: 20),
      box("note", "Note", "edt_note", parts, limit: 100, isMultiline: true), .space(height: 20),
      View.text(isNew ? "SAVE" : "UPDATE", 14, .white, weight: 500, alignment: .center)
        .size(width: .fill, height: .fixed(50)).fill(parts.accent, corner: 4)
        .id("\(ids):id/btn_save", "android.widget.Button").tap(save),
    ]).padding(20, 8).wide
    return parts.screen(bar, View.scroll("entry", View.column([form, .space(height: 32)]).wide))
  }

  private static func box(
    _ key: String, _ hint: String, _ id: String, _ parts: ClassicParts, limit: Int, isNumeric: Bool = false,
    isMultiline: Bool = false
  ) -> View {
    var field = View.Field(key: key, hint: hint, size: 16, color: parts.text, hintColor: parts.hint)
    field.isNumeric = isNumeric
    field.isMultiline = isMultiline
    // What is beyond the longest text isn't taken.
    field.onChange = { phone in
      let text = phone.activity.text(key)
      if text.count > limit { phone.activity.fields[key] = FieldText(String(text.prefix(limit))) }
    }
    let isFocused = parts.phone.activity.focus == key
    let view = View(.field(field)).padding(16, 14).wide.id("\(ExpenseApp.name):id/\(id)")
      .outline(isFocused ? parts.accent : parts.secondary.faded(0.6), corner: 4)
    return isMultiline ? view.atLeast(height: 100) : view.size(height: .fixed(56))
  }

  // One line of categories; a swipe shows those beside them.
  private static func chips(_ activity: Activity, _ phone: Phone, _ parts: ClassicParts) -> View {
    let chosen = Int(activity.values["category"] ?? "") ?? 1
    let all = ExpenseData.categories
    let start = max(0, min(Int(activity.values["chips"] ?? "") ?? 0, all.count - 1))
    var views: [View] = []
    var room = phone.widthDP - 40
    var shown = 0
    for category in all[start...] {
      let style = TextStyle(size: 14 * phone.fontScale, weight: 500)
      let width = TextMeasure.size(category.name, style).width + 58
      guard room >= width else { break }
      room -= width + 8
      shown += 1
      let isOn = category.number == chosen
      views += [
        View.row([
          .icon(category.icon, isOn ? .white : parts.secondary, size: 20), .space(width: 8),
          View.text(category.name, 14, isOn ? .white : parts.text, weight: 500, lines: 1).weighted(),
        ]).padding(14, 0).size(width: .fixed(width), height: .fixed(44))
          .fill(isOn ? parts.accent : (parts.isDark ? Color(hex: 0x2C2C2C) : Color(hex: 0xEEEEEE)), corner: 22)
          .label(category.name, "android.view.ViewGroup").selected(isOn)
          .tap { $0.activity.values["category"] = String(category.number) },
        .space(width: 8),
      ]
    }
    let step = max(1, shown)
    return View.row(views).size(width: .fill, height: .fixed(52)).id(
      "\(ExpenseApp.name):id/rv_category", "androidx.recyclerview.widget.RecyclerView"
    ).swipe { phone, direction in
      guard direction == .left || direction == .right else { return }
      // A swipe to the right may show fewer at a time than were left behind, so it goes by two.
      let next = direction == .left ? start + step : start - 2
      phone.activity.values["chips"] = String(max(0, min(next, all.count - 2)))
    }
  }

  private static let save: PhoneAction = { phone in
    let activity = phone.activity
    let text = activity.text("amount")
    guard !text.isEmpty else { return phone.showToast("Cost is Empty") }
    guard let amount = ExpenseData.amount(text) else { return phone.showToast("Invalid amount") }
    let local = phone.milliseconds + phone.timeZoneOffset
    let time = (Int(activity.values["time"] ?? "") ?? local) - phone.timeZoneOffset
    var expense =
      phone.data.expense.expense(activity.values["id"])
      ?? ExpenseData.Expense(id: 0, created: time, modified: time)
    expense.name = activity.text("name")
    expense.amount = amount
    expense.category = Int(activity.values["category"] ?? "") ?? 1
    expense.note = activity.text("note")
    expense.modified = time
    let isNew = expense.id == 0
    phone.data.expense.add(expense)
    phone.finish()
    phone.showToast(isNew ? "Data Saved!" : "Data Updated!")
  }

  static func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let local = Int(activity.values["time"] ?? "") ?? phone.milliseconds + phone.timeZoneOffset
    switch name {
    case "date":
      return DatePicker.view(phone) { phone, date in
        var time = CivilTime(milliseconds: local)
        (time.year, time.month, time.day) = (date.year, date.month, date.day)
        phone.activity.values["time"] = String(time.milliseconds)
      }
    case "time":
      return ClockFacePicker.view(phone, package: ExpenseApp.name) { phone, hour, minute in
        var time = CivilTime(milliseconds: local)
        (time.hour, time.minute) = (hour, minute)
        phone.activity.values["time"] = String(time.milliseconds)
      }
    default: return nil
    }
  }
}

extension Phone {
  /// Opens the form with an expense, or for a new one.
  mutating func editExpense(_ expense: ExpenseData.Expense?) {
    var activity = Activity(ExpenseApp.name, "entry", ["id": String(expense?.id ?? 0)])
    if let expense {
      activity.values["category"] = String(expense.category)
      activity.values["time"] = String(expense.modified + timeZoneOffset)
      activity.fields["name"] = FieldText(expense.name)
      activity.fields["amount"] = FieldText(ExpenseData.text(expense.amount))
      activity.fields["note"] = FieldText(expense.note)
    }
    push(activity)
  }
}
