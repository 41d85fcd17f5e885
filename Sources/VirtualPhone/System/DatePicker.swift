import Imaging

/// The dialog with a month's days. The activity's values `date` (days since 1970) and `month` (a day in the month that is
/// shown) say what is chosen; `apply` is run by the app with the first.
enum DatePicker {
  static func view(_ phone: Phone, done: @escaping @Sendable (inout Phone, CivilTime) -> Void = setDate) -> View {
    let theme = phone.theme
    let chosen = CivilTime(days: Int(phone.value("date")) ?? phone.time.days)
    let shown = CivilTime(days: Int(phone.value("month")) ?? chosen.days)
    var first = shown
    first.day = 1
    let start = first.days
    func arrow(_ icon: String, _ label: String, _ days: Int) -> View {
      View.stack([.icon(icon, theme.secondary)], .center).square(48).label(label, "android.widget.ImageButton").tap {
        $0.activity.values["month"] = String(days)
      }
    }
    let title = View.row([
      View.text("\(shown.monthName) \(shown.year)", 14, theme.secondary, weight: 500).weighted(),
      arrow("chevron_left", "Previous month", start - 1),
      arrow("chevron_right", "Next month", start + first.daysInMonth),
    ]).padding(left: 24, right: 8).wide
    let names = View.row(
      ["S", "M", "T", "W", "T", "F", "S"].map {
        View.text($0, 12, theme.secondary, alignment: .center).weighted()
      }
    ).padding(12, 0).wide
    var rows: [View] = []
    let lead = first.weekday
    for week in 0..<6 where week * 7 - lead < first.daysInMonth {
      let cells = (0..<7).map { column -> View in
        let number = week * 7 + column - lead + 1
        guard (1...first.daysInMonth).contains(number) else { return View(.stack).size(height: .fixed(40)).weighted() }
        let days = start + number - 1
        let isChosen = days == chosen.days
        let face = View.stack(
          [
            View.text("\(number)", 14, isChosen ? theme.onAccent : theme.text)
          ], .center
        ).square(36)
        let day = CivilTime(days: days)
        return View.stack([isChosen ? face.fill(theme.accent, corner: 18) : face], .center)
          .size(height: .fixed(40)).weighted()
          .label("\(CivilTime.two(number)) \(day.monthName) \(day.year)", "android.view.View").selected(isChosen)
          .tap { $0.activity.values["date"] = String(days) }
      }
      rows.append(View.row(cells).padding(12, 0).wide)
    }
    let head = View.column([
      View.text("\(chosen.year)", 16, theme.onAccent.faded(0.8), id: "android:id/date_picker_header_year"),
      View.text(
        "\(chosen.shortDay), \(chosen.shortMonth) \(chosen.day)", 32, theme.onAccent, weight: 500,
        id: "android:id/date_picker_header_date"),
    ]).padding(24, 16).wide.fill(theme.accent, corner: 28)
    return Dialog.card(
      phone, title: "", content: [head, title, names] + rows,
      buttons: [
        Dialog.Button(title: "Cancel", action: Dialog.dismiss),
        Dialog.Button(
          title: "OK",
          action: { phone in
            let days = Int(phone.value("date")) ?? phone.time.days
            Dialog.dismiss(&phone)
            done(&phone, CivilTime(days: days))
          }),
      ])
  }

  static let setDate: @Sendable (inout Phone, CivilTime) -> Void = { phone, date in
    var time = phone.time
    (time.year, time.month, time.day) = (date.year, date.month, date.day)
    phone.setClock(milliseconds: time.milliseconds - phone.timeZoneOffset)
  }
}
