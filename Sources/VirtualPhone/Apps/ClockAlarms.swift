import Imaging

/// The list of alarms; the one that is open shows its days and what can be done with it.
enum ClockAlarms {
  static func view(_ activity: Activity, _ phone: Phone, _ parts: AppParts) -> View {
    let alarms = phone.data.clock.alarms.sorted { ($0.hour, $0.minute, $0.id) < ($1.hour, $1.minute, $1.id) }
    let cards = alarms.map { card($0, activity, phone, parts) }
    return View.column((cards.isEmpty ? [parts.empty("No Alarms")] : cards) + [.space(height: 96)]).wide
  }

  private static func card(_ alarm: ClockData.Alarm, _ activity: Activity, _ phone: Phone, _ parts: AppParts) -> View {
    let theme = phone.theme
    let id = alarm.id
    let ids = ClockApp.name
    let isOpen = activity.values["open"] == String(id)
    let time = CivilTime(milliseconds: (alarm.hour * 60 + alarm.minute) * 60_000).clock(is24Hour: phone.is24Hour)
    let days =
      alarm.days.isEmpty
      ? (alarm.isOn ? "Today or tomorrow" : "Not scheduled")
      : (alarm.days.count == 7
        ? "Every day" : alarm.days.sorted().map { String(CivilTime.dayNames[$0].prefix(3)) }.joined(separator: ", "))
    let head = View.row([
      View.text(time, 44, alarm.isOn ? theme.text : theme.secondary, id: "\(ids):id/digital_clock").label(time).tap {
        phone in
        phone.activity.values["alarm"] = String(id)
        phone.openClockFace("time", hour: alarm.hour, minute: alarm.minute)
      }, .spring,
      View.stack([.icon(isOpen ? "keyboard_arrow_up" : "keyboard_arrow_down", theme.text)], .center).square(48)
        .label(isOpen ? "Collapse alarm" : "Expand alarm", "android.widget.ImageButton").tap {
          $0.activity.values["open"] = isOpen ? nil : String(id)
        },
    ]).wide
    let foot = View.row([
      View.text(days, 14, theme.secondary, id: "\(ids):id/days_of_week").weighted(),
      View(.toggle(isOn: alarm.isOn)).id("\(ids):id/onoff").label("\(time) alarm").tap { phone in
        if let index = phone.data.clock.alarms.firstIndex(where: { $0.id == id }) {
          phone.data.clock.alarms[index].isOn.toggle()
        }
      },
    ]).wide
    var content = [head]
    if !alarm.label.isEmpty { content.append(View.text(alarm.label, 14, theme.text, id: "\(ids):id/label")) }
    content.append(foot)
    if isOpen {
      content.append(
        View.row(
          (0..<7).map { day in
            let isOn = alarm.days.contains(day)
            let face = View.stack(
              [View.text(String(CivilTime.dayNames[day].prefix(1)), 14, isOn ? theme.onAccent : theme.text)], .center
            ).square(36).fill(isOn ? theme.accent : theme.tile, corner: 18).label(
              CivilTime.dayNames[day], "android.widget.CheckBox"
            )
            .checked(isOn).tap { phone in
              guard let index = phone.data.clock.alarms.firstIndex(where: { $0.id == id }) else { return }
              if phone.data.clock.alarms[index].days.remove(day) == nil {
                phone.data.clock.alarms[index].days.insert(day)
              }
            }
            return View.stack([face], .center).size(height: .fixed(48)).weighted()
          }
        ).wide)
      content.append(
        View.row([
          parts.pill("Label", filled: false) { phone in
            phone.activity.values["alarm"] = String(id)
            phone.activity.dialog = "label"
            phone.focus("edit", text: alarm.label)
          }, .space(width: 12),
          parts.pill("Delete", filled: false) { phone in
            phone.data.clock.alarms.removeAll { $0.id == id }
            phone.showToast("Alarm deleted")
          },
        ]).padding(0, 8))
    }
    return View.stack([View.column(content).padding(20, 12).wide.fill(theme.raised, corner: 24)]).padding(16, 4).wide
  }
}
