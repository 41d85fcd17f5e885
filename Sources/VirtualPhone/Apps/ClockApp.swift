import Imaging

/// Alarms, world clock, timers, stopwatch.
struct ClockApp: App {
  static let name = "com.google.android.deskclock"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Clock", launcherActivity: "com.google.android.deskclock/com.android.deskclock.DeskClock",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon("schedule", background: 0x4285F4) }

  func reset(_ phone: inout Phone) { phone.data.clock = ClockData(seed: phone.configuration.seed) }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    switch intent.action {
    case "android.intent.action.SHOW_ALARMS": Activity(Self.name, "main", ["tab": "Alarm"])
    case "android.intent.action.SHOW_TIMERS": Activity(Self.name, "main", ["tab": "Timer"])
    default: nil
    }
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let tab = activity.values["tab"] ?? "Clock"
    let foot = parts.tabs(
      [("alarm", "Alarm"), ("access_time", "Clock"), ("hourglass_empty", "Timer"), ("timer", "Stopwatch")],
      selected: tab)
    let bar = parts.bar(tab, back: false)
    switch tab {
    case "Alarm":
      return parts.screen(
        bar, View.scroll("alarms", ClockAlarms.view(activity, phone, parts)),
        floating: parts.floating("add", "Add alarm") { phone in
          phone.activity.values["alarm"] = nil
          phone.openClockFace("time", hour: phone.time.hour, minute: phone.time.minute)
        }, foot: foot)
    case "Timer": return parts.screen(bar, ClockTimers.view(activity, phone, parts), foot: foot)
    case "Stopwatch": return parts.screen(bar, ClockStopwatch.view(phone, parts), foot: foot)
    default:
      let clock = clock(phone)
      return parts.screen(bar, phone.heightDP < 560 ? View.scroll("clock", clock) : clock, foot: foot)
    }
  }

  private func clock(_ phone: Phone) -> View {
    let theme = phone.theme
    let cities = ["America/New_York", "Europe/London", "Asia/Tokyo"].compactMap { name in
      TimeZones.all.first { $0.name == name }
    }
    let rows = cities.map { city in
      let time = CivilTime(milliseconds: phone.milliseconds + city.minutes * 60_000)
      return View.row([
        View.column([
          View.text(city.city, 18, theme.text), View.text(TimeZones.offset(city.minutes), 14, theme.secondary),
        ]).weighted(), View.text(time.clock(is24Hour: phone.is24Hour), 24, theme.text),
      ]).padding(24, 12).wide
    }
    return View.column(
      [
        View.text(
          phone.time.clock(is24Hour: phone.is24Hour), 72, theme.text, id: "\(Self.name):id/digital_clock"
        ).padding(24, 8),
        View.text(
          "\(phone.time.shortDay), \(phone.time.shortMonth) \(phone.time.day)", 18, theme.secondary,
          id: "\(Self.name):id/date"
        ).padding(left: 24, bottom: 16),
      ] + rows
    ).wide
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    switch name {
    case "time":
      return ClockFacePicker.view(phone, package: Self.name) { phone, hour, minute in
        if let id = Int(phone.value("alarm")), let index = phone.data.clock.alarms.firstIndex(where: { $0.id == id }) {
          phone.data.clock.alarms[index].hour = hour
          phone.data.clock.alarms[index].minute = minute
          phone.data.clock.alarms[index].isOn = true
        } else {
          phone.data.clock.alarms.append(ClockData.Alarm(id: phone.data.clock.nextID, hour: hour, minute: minute))
          phone.data.clock.nextID += 1
        }
        let time = CivilTime(milliseconds: (hour * 60 + minute) * 60_000)
        phone.showToast("Alarm set for \(time.clock(is24Hour: phone.is24Hour))")
      }
    case "label":
      return SettingsDialogs.text(phone, title: "Label", confirm: "OK") { phone, text in
        let id = Int(phone.value("alarm"))
        if let index = phone.data.clock.alarms.firstIndex(where: { $0.id == id }) {
          phone.data.clock.alarms[index].label = text
        }
      }
    case "ringing":
      let title = phone.data.clock.ringing ?? "Alarm"
      return Dialog.message(
        phone, title: title, text: phone.time.clock(is24Hour: phone.is24Hour),
        buttons: [
          Dialog.Button(
            title: "Stop",
            action: { phone in
              phone.data.clock.ringing = nil
              Dialog.dismiss(&phone)
            })
        ])
    default: return nil
    }
  }

  func tick(_ phone: inout Phone, since uptime: Int) {
    let now = phone.system.uptime
    for index in phone.data.clock.timers.indices {
      let timer = phone.data.clock.timers[index]
      if let end = timer.end, end <= now, !timer.hasRung {
        phone.data.clock.timers[index].hasRung = true
        ring("Time’s up", "Timer", &phone)
      }
    }
    // An alarm rings when a minute that it names begins between then and now; a day holds all of them.
    guard now - uptime > 0, !phone.data.clock.alarms.isEmpty else { return }
    let end = phone.milliseconds + phone.timeZoneOffset
    let start = end - min(now - uptime, 86_400_000)
    for (index, alarm) in phone.data.clock.alarms.enumerated() where alarm.isOn {
      for day in [CivilTime(milliseconds: start), CivilTime(milliseconds: end)].map(\.days) {
        let moment = (day * 1440 + alarm.hour * 60 + alarm.minute) * 60_000
        guard moment > start, moment <= end else { continue }
        guard alarm.days.isEmpty || alarm.days.contains(CivilTime(days: day).weekday) else { continue }
        if alarm.days.isEmpty { phone.data.clock.alarms[index].isOn = false }
        ring(alarm.label.isEmpty ? "Alarm" : alarm.label, "Alarm", &phone)
        break
      }
    }
  }

  private func ring(_ title: String, _ tab: String, _ phone: inout Phone) {
    phone.data.clock.ringing = title
    phone.notify(
      Self.name, app: "Clock", icon: tab == "Alarm" ? "alarm" : "hourglass_empty", title: title,
      text: phone.time.clock(is24Hour: phone.is24Hour), screen: "main", values: ["tab": tab])
    if phone.system.isAppInFront, phone.activity.package == Self.name, phone.activity.dialog == nil {
      phone.activity.dialog = "ringing"
    }
  }
}
