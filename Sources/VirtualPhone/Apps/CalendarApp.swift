import Imaging

/// A calendar: a month with the events of the day that is chosen, and an editor.
struct CalendarApp: App {
  static let name = "com.simplemobiletools.calendar.pro"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Simple Calendar Pro",
      launcherActivity: "\(Self.name)/com.simplemobiletools.calendar.pro.activities.MainActivity", isSystem: false)
  }
  var icon: AppIcon { AppIcon("event", background: 0xE64A19) }
  var databases: [AppDatabase] { [Self.database] }

  func component(of screen: String) -> String {
    screen == "event"
      ? "\(Self.name)/com.simplemobiletools.calendar.pro.activities.EventActivity"
      : package.launcherActivity ?? Self.name
  }

  func reset(_ phone: inout Phone) {
    phone.data.calendar = CalendarData(seed: phone.configuration.seed, today: phone.time.days)
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    if activity.screen == "event" { return CalendarEditor.view(activity, phone) }
    return activity.values["view"] == "list" ? CalendarList.view(phone) : month(activity, phone)
  }

  private func month(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let today = phone.time.days
    let chosen = Int(activity.values["day"] ?? "") ?? today
    let shown = CivilTime(days: Int(activity.values["shown"] ?? "") ?? chosen)
    var first = shown
    first.day = 1
    let (start, count) = (first.days, first.daysInMonth)
    let bar = parts.bar(
      "\(shown.monthName) \(shown.year)", back: false,
      buttons: [
        Self.changeView,
        AppParts.Button("chevron_left", "Previous month") { $0.activity.values["shown"] = String(start - 1) },
        AppParts.Button("chevron_right", "Next month") { $0.activity.values["shown"] = String(start + count) },
        AppParts.Button("today", "Go to today") { phone in
          phone.activity.values["shown"] = nil
          phone.activity.values["day"] = nil
          phone.showToast("Today")
        },
      ])
    let names = View.row(
      ["S", "M", "T", "W", "T", "F", "S"].map { View.text($0, 12, theme.secondary, alignment: .center).weighted() }
    ).padding(8, 4).wide
    var weeks: [View] = []
    let lead = first.weekday
    for week in 0..<6 where week * 7 - lead < count {
      weeks.append(
        View.row(
          (0..<7).map { column in
            let number = week * 7 + column - lead + 1
            guard (1...count).contains(number) else { return View(.stack).size(height: .fixed(54)).weighted() }
            return day(start + number - 1, number, chosen: chosen, today: today, phone)
          }
        ).padding(8, 0).wide)
    }
    let events = phone.data.calendar.events(on: chosen)
    let date = CivilTime(days: chosen)
    let rows = events.map { Self.row($0, parts) }
    let list =
      [
        View.text("\(date.dayName), \(date.monthName) \(date.day)", 14, theme.accent, weight: 500).wide.padding(16, 8)
      ] + (rows.isEmpty ? [View.text("No events", 16, theme.secondary).wide.padding(16, 8)] : rows)
    return parts.screen(
      bar, View.scroll("month", View.column([names] + weeks + list + [.space(height: 96)]).wide),
      floating: Self.newEvent(parts, on: chosen))
  }

  /// What changes the view.
  static let changeView = AppParts.Button("view_agenda", "Change view") { $0.activity.dialog = "view" }

  /// An event in a list.
  static func row(_ event: CalendarData.Event, _ parts: AppParts) -> View {
    parts.row(
      event.title,
      "\(clock(event.start, parts.phone)) – \(clock(event.start + event.length, parts.phone))"
        + (event.location.isEmpty ? "" : ", \(event.location)"),
      icon: View(.stack).size(width: .fixed(4), height: .fixed(40)).fill(parts.theme.accent, corner: 2),
      tap: { $0.openEvent(event, isNew: false) })
  }

  /// The button that makes an event.
  static func newEvent(_ parts: AppParts, on day: Int) -> View {
    parts.floating("add", "New Event") { phone in
      phone.openEvent(
        CalendarData.Event(id: 0, title: "", day: day, start: min(phone.time.hour + 1, 23) * 60, length: 60),
        isNew: true)
    }
  }

  private func day(_ days: Int, _ number: Int, chosen: Int, today: Int, _ phone: Phone) -> View {
    let theme = phone.theme
    let count = phone.data.calendar.events(on: days).count
    let isChosen = days == chosen
    let color = isChosen ? theme.onAccent : (days == today ? theme.accent : theme.text)
    let face = View.stack([View.text("\(number)", 14, color, weight: days == today ? 700 : 400)], .center).square(34)
    let dots = View.row(
      (0..<min(count, 3)).map { _ in
        View.stack([View(.stack).square(5).fill(theme.accent, corner: 2.5)], .center).square(7)
      }
    ).size(height: .fixed(8))
    let date = CivilTime(days: days)
    return View.column([isChosen ? face.fill(theme.accent, corner: 17) : face, dots]).aligned(.top)
      .size(height: .fixed(54)).padding(left: 0, top: 4).weighted()
      .label("\(date.monthName) \(number)\(count > 0 ? ", \(count) events" : "")", "android.view.View").selected(
        isChosen
      )
      .tap { $0.activity.values["day"] = String(days) }
  }

  /// For example `09:30`, from minutes since midnight.
  static func clock(_ minutes: Int, _ phone: Phone) -> String {
    CivilTime(milliseconds: minutes % 1440 * 60_000).clock(is24Hour: phone.is24Hour)
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    switch name {
    case "date":
      return DatePicker.view(phone) { phone, date in phone.activity.values["day"] = String(date.days) }
    case "start":
      return ClockFacePicker.view(phone, package: Self.name) { phone, hour, minute in
        phone.activity.values["start"] = String(hour * 60 + minute)
      }
    case "end":
      return ClockFacePicker.view(phone, package: Self.name) { phone, hour, minute in
        let length = hour * 60 + minute - (Int(phone.value("start")) ?? 0)
        guard length >= 0 else { return phone.showToast("The event cannot end earlier than it starts") }
        phone.activity.values["length"] = String(length)
      }
    case "view":
      return Dialog.choice(
        phone, title: "Change view", options: ["Monthly and daily view", "Simple event list"],
        selected: activity.values["view"] == "list" ? 1 : 0
      ) { phone, index in phone.activity.values["view"] = index == 1 ? "list" : nil }
    case "repeat":
      let intervals = ["0", "1", "7"]
      return Dialog.choice(
        phone, title: "Repetition", options: ["No repetition", "Daily", "Weekly"],
        selected: intervals.firstIndex(of: activity.values["interval"] ?? "0")
      ) { phone, index in phone.activity.values["interval"] = intervals[index] }
    case "delete":
      let id = Int(activity.values["id"] ?? "")
      return AppParts(phone: phone, package: package.name).confirm("Delete event", "Proceed with deletion?", "Yes") {
        phone in
        phone.data.calendar.events.removeAll { $0.id == id }
        phone.finish()
      }
    default: return nil
    }
  }
}
