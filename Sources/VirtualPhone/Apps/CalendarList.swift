import Imaging

/// All events to come, day by day: the calendar's simple event list.
enum CalendarList {
  /// How many days ahead it looks.
  private static let days = 90

  static func view(_ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: CalendarApp.name)
    let today = phone.time.days
    var rows: [View] = []
    for day in today..<today + days {
      let events = phone.data.calendar.events(on: day)
      guard !events.isEmpty else { continue }
      let date = CivilTime(days: day)
      rows.append(
        View.text(
          "\(date.dayName), \(date.monthName) \(date.day), \(date.year)", 14, parts.theme.accent, weight: 500
        ).wide.padding(left: 16, top: 16, right: 16, bottom: 4))
      rows += events.map { CalendarApp.row($0, parts) }
    }
    if rows.isEmpty { rows = [parts.empty("No upcoming events.")] }
    return parts.screen(
      parts.bar("Simple Calendar", back: false, buttons: [CalendarApp.changeView]),
      View.scroll("events", View.column(rows + [.space(height: 96)]).wide),
      floating: CalendarApp.newEvent(parts, on: today))
  }
}
