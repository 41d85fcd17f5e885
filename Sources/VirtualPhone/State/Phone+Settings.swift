extension Phone {
  func flag(_ key: String, _ table: SettingsTable, default standard: Bool = false) -> Bool {
    guard let value = setting(key, in: table) else { return standard }
    return (Int(value) ?? 0) != 0
  }

  mutating func toggle(_ key: String, _ table: SettingsTable, default standard: Bool = false) {
    set(key, in: table, to: flag(key, table, default: standard) ? "0" : "1")
  }

  func number(_ key: String, _ table: SettingsTable, default standard: Int = 0) -> Int {
    setting(key, in: table).flatMap { Int($0) } ?? standard
  }

  var isDark: Bool { setting("ui_night_mode", in: .secure) == "2" }
  var theme: Theme { isDark ? .dark : .light }
  var is24Hour: Bool { setting("time_12_24", in: .system) == "24" }
  var fontScale: Double {
    let scale = setting("font_scale", in: .system).flatMap { Double($0) } ?? 1
    return scale.isFinite ? max(0.85, min(scale, 2)) : 1
  }
  var isWifiOn: Bool { flag("wifi_on", .global) }
  var isBluetoothOn: Bool { flag("bluetooth_on", .global) }
  var isAirplaneModeOn: Bool { flag("airplane_mode_on", .global) }
  var time: CivilTime { CivilTime(milliseconds: milliseconds + timeZoneOffset) }

  var zone: TimeZones.Zone { TimeZones.named(setting("time_zone", in: .global) ?? "GMT") ?? TimeZones.greenwich }

  /// What the zone adds to UTC, in milliseconds.
  var timeZoneOffset: Int { zone.minutes * 60_000 }

  /// Sets the zone; one that isn't known is taken for Greenwich's, as Android does.
  mutating func setTimeZone(_ name: String) {
    set("time_zone", in: .global, to: TimeZones.named(name)?.name ?? TimeZones.greenwich.name)
  }

  /// Seconds since 1970 as the phone's clocks show them.
  func localTime(seconds: Int) -> CivilTime {
    CivilTime(seconds: max(-1 << 58, min(seconds, 1 << 58)) + zone.minutes * 60)
  }

  /// How much of the brightness bar is filled: Android's slider is not linear, so that dark values have more room.
  ///
  /// From `BrightnessUtils.convertLinearToGammaFloat`, with R 0.5, A 0.17883277, B 0.28466892, C 0.55991073.
  var brightnessShare: Double {
    let value = Double(max(1, min(number("screen_brightness", .system, default: 102), 255)) - 1) / 254 * 12
    return value <= 1 ? value.squareRoot() * 0.5 : 0.178_832_77 * Self.log(value - 0.284_668_92) + 0.559_910_73
  }

  mutating func setBrightness(share: Double) {
    let share = max(0, min(share, 1))
    let value =
      share <= 0.5 ? (share / 0.5) * (share / 0.5) : Self.exp((share - 0.559_910_73) / 0.178_832_77) + 0.284_668_92
    set("screen_brightness", in: .system, to: String(max(1, min(1 + Int((value / 12 * 254).rounded()), 255))))
  }

  mutating func settingChanged(_ key: String, in table: SettingsTable, to value: String?) {
    switch (table, key) {
    case (.global, "airplane_mode_on"):
      // What the radios were is put back when it ends.
      if flag(key, table) {
        let (wifi, bluetooth) = (setting("wifi_on", in: .global), setting("bluetooth_on", in: .global))
        tables[.global]?["wifi_on_before"] = wifi
        tables[.global]?["bluetooth_on_before"] = bluetooth
        tables[.global]?["wifi_on"] = "0"
        tables[.global]?["bluetooth_on"] = "0"
      } else {
        for radio in ["wifi_on", "bluetooth_on"] {
          if let before = setting("\(radio)_before", in: .global) { tables[.global]?[radio] = before }
          tables[.global]?["\(radio)_before"] = nil
        }
      }
    case (.system, let key) where Self.streams.contains { $0.key == key }: volumeChanged(key)
    case (.system, let key) where key.hasSuffix("_speaker") && key.hasPrefix("volume_"):
      set(String(key.dropLast("_speaker".count)), in: .system, to: value)
    // The network's time is that of a clock that was never set.
    case (.global, "auto_time"): if flag(key, table) { system.clockOffset = configuration.startTime * 1000 }
    case (.global, "device_name"): tables[.secure]?["bluetooth_name"] = value
    case (.system, "accelerometer_rotation"), (.system, "user_rotation"), (.secure, "display_density_forced"),
      (.global, "display_size_forced"):
      updateScreen()
    case (.system, "screen_brightness"):
      if let value, let number = Int(value), !(1...255).contains(number) {
        tables[.system]?[key] = String(max(1, min(number, 255)))
      }
    default: break
    }
  }

  // Without Foundation there is no logarithm; these two are exact enough for a slider's 255 steps.

  /// The natural logarithm by Newton's method on `exp`.
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var y = 0.0
    for _ in 0..<60 { y += 2 * (x - exp(y)) / (x + exp(y)) }
    return y
  }

  /// e to the power of `x`, by its series at a small part of `x`.
  static func exp(_ x: Double) -> Double {
    let small = max(-700, min(x, 700)) / 1024
    var (sum, term) = (1.0, 1.0)
    for n in 1...8 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
