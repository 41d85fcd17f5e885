import Imaging

/// The stopwatch and its laps.
enum ClockStopwatch {
  static func view(_ phone: Phone, _ parts: AppParts) -> View {
    let theme = phone.theme
    let clock = phone.data.clock
    let time = clock.stopwatchTime(phone.system.uptime)
    let isRunning = clock.stopwatchStart != nil
    let laps = clock.laps.enumerated().reversed().prefix(20).map { index, lap in
      View.row([
        View.text("# \(index + 1)", 16, theme.secondary).size(width: .fixed(64)),
        View.text(text(lap - (index > 0 ? clock.laps[index - 1] : 0)), 16, theme.text).weighted(),
        View.text(text(lap), 16, theme.secondary),
      ]).padding(48, 8).wide
    }
    func round(_ icon: String, _ label: String, filled: Bool, isEnabled: Bool = true, _ action: @escaping PhoneAction)
      -> View
    {
      View.stack([.icon(icon, filled ? theme.onAccent : theme.text, size: 32)], .center).square(filled ? 80 : 64)
        .fill(filled ? theme.accent : theme.tile.faded(isEnabled ? 1 : 0.4), corner: filled ? 40 : 32)
        .label(label, "android.widget.ImageButton").enabled(isEnabled).tap(action)
    }
    let isNew = time == 0 && !isRunning
    // On low screens there is less around it, and the buttons stand where the laps would.
    let isLow = phone.heightDP < 480
    return View.column([
      .space(height: isLow ? 0 : 48),
      View.text(
        text(time), isLow ? 40 : 64, theme.text, alignment: .center, id: "\(ClockApp.name):id/stopwatch_time_text"
      ).wide,
      .space(height: isLow ? 0 : 24), View.scroll("laps", View.column(laps).wide).weighted(),
      View.row([
        .spring,
        round("replay", "Reset", filled: false, isEnabled: !isNew) { phone in
          phone.data.clock.stopwatch = 0
          phone.data.clock.stopwatchStart = nil
          phone.data.clock.laps = []
        }, .space(width: 24),
        round(isRunning ? "pause" : "play_arrow", isRunning ? "Pause" : "Start", filled: true) { phone in
          let uptime = phone.system.uptime
          if phone.data.clock.stopwatchStart != nil {
            phone.data.clock.stopwatch = phone.data.clock.stopwatchTime(uptime)
            phone.data.clock.stopwatchStart = nil
          } else {
            phone.data.clock.stopwatchStart = uptime
          }
        }, .space(width: 24),
        round("timer", "Lap", filled: false, isEnabled: isRunning) { phone in
          if phone.data.clock.laps.count < 99 {
            phone.data.clock.laps.append(phone.data.clock.stopwatchTime(phone.system.uptime))
          }
        }, .spring,
      ]).padding(0, isLow ? 4 : 24).wide,
    ]).filling
  }

  /// For example `01:05.32`.
  static func text(_ milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let hours = seconds >= 3600 ? "\(seconds / 3600):" : ""
    return
      "\(hours)\(CivilTime.two(seconds / 60 % 60)):\(CivilTime.two(seconds % 60)).\(CivilTime.two(milliseconds / 10 % 100))"
  }
}
