import Imaging

/// The keypad that sets a timer, and the timers that run.
enum ClockTimers {
  static func view(_ activity: Activity, _ phone: Phone, _ parts: AppParts) -> View {
    if phone.data.clock.timers.isEmpty || activity.values["adding"] == "1" { return setup(activity, phone, parts) }
    let cards = phone.data.clock.timers.map { card($0, phone, parts) }
    return View.scroll(
      "timers",
      View.column(
        cards + [
          View.stack([parts.pill("Add timer") { $0.activity.values["adding"] = "1" }], .center).wide.padding(0, 16)
        ]
      ).wide)
  }

  /// For example `1:05:09`, or `05:09`.
  static func text(_ milliseconds: Int) -> String {
    let seconds = (abs(milliseconds) + (milliseconds > 0 ? 999 : 0)) / 1000
    let rest = "\(CivilTime.two(seconds / 60 % 60)):\(CivilTime.two(seconds % 60))"
    return (milliseconds < 0 ? "-" : "") + (seconds >= 3600 ? "\(seconds / 3600):\(rest)" : rest)
  }

  private static func setup(_ activity: Activity, _ phone: Phone, _ parts: AppParts) -> View {
    let theme = phone.theme
    let ids = ClockApp.name
    let digits = activity.values["digits"] ?? ""
    let padded = Array(String(repeating: "0", count: max(0, 6 - digits.count)) + digits.suffix(6))
    let (hours, minutes, seconds) = (String(padded[0...1]), String(padded[2...3]), String(padded[4...5]))
    let length = ((Int(hours) ?? 0) * 3600 + (Int(minutes) ?? 0) * 60 + (Int(seconds) ?? 0)) * 1000
    // On low screens the keys are smaller.
    let rest = Phone.statusBarHeight + 64 + 80 + 24 + 44 * 1.33 * phone.fontScale + 24 + 80 + 24
    let pitch = max(44, min(86, (phone.heightDP - rest) / 4))
    let side = min(pitch - 6, pitch * 76 / 86)
    let keys = [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["00", "0", "⌫"]].map { row in
      View.row(
        row.map { key in
          let isDelete = key == "⌫"
          let face: View = isDelete ? .icon("backspace", theme.text) : View.text(key, min(28, side * 0.42), theme.text)
          return View.stack(
            [
              View.stack([face], .center).square(side).fill(theme.raised, corner: side / 2).label(
                isDelete ? "Delete" : key, "android.widget.Button"
              ).tap { phone in
                let old = phone.value("digits")
                if isDelete {
                  phone.activity.values["digits"] = String(old.dropLast())
                } else if old.count + key.count <= 6, !(old.isEmpty && key.allSatisfy { $0 == "0" }) {
                  phone.activity.values["digits"] = old + key
                }
              }
            ], .center
          ).size(height: .fixed(pitch)).weighted()
        }
      ).padding(40, 0).wide
    }
    var buttons: [View] = [.spring]
    if !phone.data.clock.timers.isEmpty {
      buttons += [parts.pill("Cancel", filled: false) { $0.activity.values["adding"] = nil }, .space(width: 16)]
    }
    buttons.append(
      View.stack([.icon("play_arrow", theme.onAccent, size: 36)], .center).size(width: .fixed(96), height: .fixed(64))
        .fill(theme.accent.faded(length > 0 ? 1 : 0.3), corner: 32).label("Start", "android.widget.ImageButton")
        .enabled(length > 0).tap { phone in
          phone.data.clock.timers.append(
            ClockData.Timer(
              id: phone.data.clock.nextID, length: length, left: length, end: phone.system.uptime + length))
          phone.data.clock.nextID += 1
          phone.activity.values["digits"] = nil
          phone.activity.values["adding"] = nil
        })
    buttons.append(.spring)
    let column = View.column(
      [
        View.text(
          "\(hours)h \(minutes)m \(seconds)s", 44, theme.text, alignment: .center, id: "\(ids):id/timer_setup_time"
        )
        .label("\(Int(hours) ?? 0) hours, \(Int(minutes) ?? 0) minutes, \(Int(seconds) ?? 0) seconds").wide,
        .space(height: 16),
      ] + keys + [.space(height: 8), View.row(buttons).wide, .space(height: 8)]
    ).aligned(.bottom)
    // Where not even small keys have room, they scroll.
    return phone.heightDP < rest + 4 * 44 ? View.scroll("setup", column.wide) : column.filling
  }

  private static func card(_ timer: ClockData.Timer, _ phone: Phone, _ parts: AppParts) -> View {
    let theme = phone.theme
    let id = timer.id
    let left = timer.remaining(phone.system.uptime)
    let isRunning = timer.end != nil
    func change(_ body: @escaping @Sendable (inout ClockData.Timer, Int) -> Void) -> PhoneAction {
      { phone in
        let uptime = phone.system.uptime
        if let index = phone.data.clock.timers.firstIndex(where: { $0.id == id }) {
          body(&phone.data.clock.timers[index], uptime)
        }
      }
    }
    let title = "\(text(timer.length)) timer"
    let card = View.column([
      View.row([
        View.text(title, 16, theme.secondary).weighted(),
        parts.button(AppParts.Button("close", "Delete") { $0.data.clock.timers.removeAll { $0.id == id } }),
      ]).wide,
      View.text(text(left), 56, theme.text, alignment: .center, id: "\(ClockApp.name):id/timer_text").wide,
      .space(height: 12),
      View.row([
        .spring,
        parts.pill(
          "+1:00", filled: false,
          change { timer, uptime in
            if let end = timer.end { timer.end = max(end, uptime) + 60_000 } else { timer.left += 60_000 }
            timer.hasRung = false
          }), .space(width: 16),
        parts.pill(
          isRunning ? (left > 0 ? "Pause" : "Stop") : "Start",
          change { timer, uptime in
            if let end = timer.end {
              timer.left = end > uptime ? end - uptime : timer.length
              timer.end = nil
            } else {
              timer.end = uptime + timer.left
            }
            timer.hasRung = false
          }), .space(width: 16),
        parts.pill(
          "Reset", filled: false,
          change { timer, _ in
            timer.left = timer.length
            timer.end = nil
            timer.hasRung = false
          }), .spring,
      ]).wide,
    ]).padding(16).wide.fill(theme.raised, corner: 24)
    return View.stack([card]).padding(16, 4).wide
  }
}
