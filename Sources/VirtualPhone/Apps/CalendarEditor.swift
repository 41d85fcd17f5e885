import Imaging

/// An event's title, place, time.
enum CalendarEditor {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: CalendarApp.name)
    let theme = phone.theme
    let isNew = activity.values["id"] == "0"
    func number(_ key: String) -> Int { Int(activity.values[key] ?? "") ?? 0 }
    let day = CivilTime(days: number("day"))
    let start = number("start")
    let end = start + number("length")
    var buttons = [AppParts.Button("check", "Save", save)]
    if !isNew { buttons.append(AppParts.Button("delete_outline", "Delete") { $0.activity.dialog = "delete" }) }
    let picks = [
      parts.row(
        "\(day.monthName) \(day.day) (\(day.shortDay)), \(day.year)", "Date", icon: .icon("event", theme.secondary),
        tap: { phone in
          phone.activity.values["date"] = phone.value("day")
          phone.activity.values["month"] = nil
          phone.activity.dialog = "date"
        }),
      time(parts, "Start", start, "start", phone), time(parts, "End", end, "end", phone),
      parts.row(
        ["0": "No repetition", "1": "Daily", "7": "Weekly"][activity.values["interval"] ?? "0"] ?? "No repetition",
        "Repetition", icon: .icon("repeat", theme.secondary), tap: { $0.activity.dialog = "repeat" }),
    ]
    let fields = [("title", "Title"), ("location", "Location"), ("details", "Description")].map { key, hint in
      View.stack([parts.field(key, hint, isMultiline: key == "details")]).padding(16, 6).wide
    }
    return parts.screen(
      parts.bar(isNew ? "New Event" : "Edit Event", buttons: buttons),
      View.scroll("event", View.column(fields + picks + [.space(height: 32)]).wide))
  }

  private static func time(_ parts: AppParts, _ title: String, _ minutes: Int, _ dialog: String, _ phone: Phone) -> View
  {
    parts.row(
      CalendarApp.clock(minutes, phone), title, icon: .icon("access_time", phone.theme.secondary),
      tap: { phone in
        phone.openClockFace(dialog, hour: minutes / 60 % 24, minute: minutes % 60)
      })
  }

  private static let save: PhoneAction = { phone in
    let activity = phone.activity
    func number(_ key: String) -> Int { Int(activity.values[key] ?? "") ?? 0 }
    guard !activity.text("title").isEmpty else { return phone.showToast("Title cannot be empty") }
    let event = CalendarData.Event(
      id: number("id"), title: activity.text("title"), location: activity.text("location"),
      details: activity.text("details"), day: number("day"), start: number("start"), length: number("length"),
      interval: number("interval"))
    if let index = phone.data.calendar.events.firstIndex(where: { $0.id == event.id }) {
      phone.data.calendar.events[index] = event
    } else {
      phone.data.calendar.add(event)
    }
    phone.finish()
    phone.activity.values["day"] = String(event.day)
    phone.activity.values["shown"] = String(event.day)
  }
}

extension Phone {
  mutating func openEvent(_ event: CalendarData.Event, isNew: Bool) {
    var activity = Activity(
      CalendarApp.name, "event",
      [
        "id": String(isNew ? 0 : event.id), "day": String(event.day), "start": String(event.start),
        "length": String(event.length), "interval": String(event.interval),
      ])
    for (key, text) in [("title", event.title), ("location", event.location), ("details", event.details)] {
      activity.fields[key] = FieldText(text)
    }
    push(activity)
    if isNew { focus("title") }
  }
}
