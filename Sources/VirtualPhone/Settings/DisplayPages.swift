/// The display.
enum DisplayPages {
  static let timeouts: [(label: String, value: String)] = [
    ("15 seconds", "15000"), ("30 seconds", "30000"), ("1 minute", "60000"), ("2 minutes", "120000"),
    ("5 minutes", "300000"), ("10 minutes", "600000"), ("30 minutes", "1800000"),
  ]
  static let fontScales = [0.85, 1, 1.15, 1.3, 1.5, 1.8, 2]
  /// What the density is multiplied by (`DisplayDensityUtils`).
  static let displaySizes = [0.85, 1, 1.1, 1.2, 1.3]

  private static func nightLight(_ phone: Phone) -> String {
    let isOn = phone.flag("night_display_activated", .secure)
    let schedule = phone.number("night_display_auto_mode", .secure)
    let turn = isOn ? "off" : "on"
    return schedule == 0
      ? "Will never turn \(turn) automatically"
      : "Will turn \(turn) at \(schedule == 2 ? (isOn ? "sunrise" : "sunset") : isOn ? "6:00 AM" : "10:00 PM")"
  }

  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let setDark: PhoneAction = { $0.set("ui_night_mode", in: .secure, to: $0.isDark ? "1" : "2") }
    switch activity.screen {
    case "display":
      let percent = Int((phone.brightnessShare * 100).rounded())
      let showsAll = phone.flag("lock_screen_show_notifications", .secure)
      return SettingsPage(
        title: "Display",
        items: [
          .group("Brightness"),
          .action(
            icon: nil, title: "Brightness level", summary: "\(percent)%", action: { $0.system.isBrightnessOpen = true }),
          .group("Lock display"),
          .to("Lock screen", showsAll ? "Show all notification content" : "Don’t show notifications", "lockscreen"),
          .choice(title: "Screen timeout", key: "screen_off_timeout", table: .system, options: timeouts),
          .group("Appearance"),
          .linkWithToggle(
            title: "Dark theme",
            summary: phone.isDark ? "Will never turn off automatically" : "Will never turn on automatically",
            screen: "dark", isOn: phone.isDark, action: setDark),
          .to("Screen saver", phone.flag("screensaver_enabled", .secure) ? "On / Clock" : "Off", "screensaver"),
          .to("Display size and text", nil, "textsize"), .group("Color"),
          .choice(
            title: "Colors", key: "display_color_mode", table: .system,
            options: [("Natural", "0"), ("Boosted", "1"), ("Adaptive", "3")]),
          .linkWithToggle(
            title: "Night Light", summary: nightLight(phone), screen: "nightlight",
            isOn: phone.flag("night_display_activated", .secure),
            action: { $0.toggle("night_display_activated", .secure) }),
          .group("Other display controls"),
          .flip(
            title: "Auto-rotate screen", isOn: phone.flag("accelerometer_rotation", .system),
            action: { $0.toggleAutoRotate() }),
        ])
    case "lockscreen":
      return SettingsPage(
        title: "Lock screen",
        items: [
          .group("What to show"),
          .choice(
            title: "Privacy", key: "lock_screen_show_notifications", table: .secure,
            options: [("Show all notification content", "1"), ("Don’t show notifications at all", "0")]),
          // What needs a screen lock, which there isn't.
          .action(icon: nil, title: "Add text on lock screen", summary: "None", isEnabled: false, action: { _ in }),
          .disabledToggle(title: "Show device controls", summary: "To use, first set a screen lock", isOn: true),
          .disabledToggle(
            title: "Control from locked device",
            summary:
              "Control external devices without unlocking your phone or tablet if allowed by the device controls app",
            isOn: false),
          .toggle(
            title: "Double-line clock", summary: "Show double-line clock when available",
            key: "lockscreen_use_double_line_clock", table: .secure, standard: true),
          .action(
            icon: nil, title: "Now Playing", summary: "Identify songs playing nearby",
            action: { $0.showToast("Now Playing isn’t available in this country") }),
        ])
    case "dark":
      return SettingsPage(
        title: "Dark theme",
        items: [
          .radio(title: "Off", isOn: !phone.isDark, action: { $0.set("ui_night_mode", in: .secure, to: "1") }),
          .radio(title: "On", isOn: phone.isDark, action: { $0.set("ui_night_mode", in: .secure, to: "2") }),
          .footer("Dark theme uses a black background to help keep your battery alive longer on some screens."),
        ])
    case "textsize":
      let scale = phone.fontScale
      let share = Double(phone.system.panel.density) / Double(phone.configuration.density)
      let size = displaySizes.indices.min { abs(displaySizes[$0] - share) < abs(displaySizes[$1] - share) } ?? 1
      let step = fontScales.firstIndex { $0 >= scale - 0.01 } ?? 1
      return SettingsPage(
        title: "Display size and text",
        items: [
          .slider(
            title: "Font size", icon: "format_size", value: Double(step) / Double(fontScales.count - 1),
            set: { phone, share in
              let index = Int((share * Double(fontScales.count - 1)).rounded())
              phone.set("font_scale", in: .system, to: "\(fontScales[index])")
            }),
          .slider(
            title: "Display size", icon: "zoom_in", value: Double(size) / Double(displaySizes.count - 1),
            set: { $0.setDisplaySize(Int(($1 * Double(displaySizes.count - 1)).rounded())) }),
          .action(
            icon: "add", title: "Make text bigger", summary: nil, isEnabled: step < fontScales.count - 1,
            action: { $0.set("font_scale", in: .system, to: "\(fontScales[min(step + 1, fontScales.count - 1)])") }),
          .action(
            icon: "remove", title: "Make text smaller", summary: nil, isEnabled: step > 0,
            action: { $0.set("font_scale", in: .system, to: "\(fontScales[max(step - 1, 0)])") }),
          .flip(
            title: "Bold text", isOn: phone.number("font_weight_adjustment", .secure) > 0,
            action: { phone in
              let isBold = phone.number("font_weight_adjustment", .secure) > 0
              phone.set("font_weight_adjustment", in: .secure, to: isBold ? "0" : "300")
            }),
          .toggle(title: "High contrast text", key: "high_text_contrast_enabled", table: .secure),
          .action(
            icon: nil, title: "Reset settings", summary: nil,
            action: { phone in
              phone.set("font_scale", in: .system, to: "1.0")
              phone.set("display_density_forced", in: .secure, to: nil)
              phone.set("font_weight_adjustment", in: .secure, to: "0")
              phone.set("high_text_contrast_enabled", in: .secure, to: "0")
            }),
        ])
    case "screensaver":
      return SettingsPage(
        title: "Screen saver",
        items: [
          .mainSwitch(title: "Use screen saver", key: "screensaver_enabled", table: .secure),
          .options(
            id: "start", title: "When to start",
            labels: ["While charging", "While docked", "While charging or docked"],
            selected: !phone.flag("screensaver_activate_on_sleep", .secure, default: true)
              ? 1 : phone.flag("screensaver_activate_on_dock", .secure) ? 2 : 0,
            choose: { phone, index in
              phone.set("screensaver_activate_on_sleep", in: .secure, to: index == 1 ? "0" : "1")
              phone.set("screensaver_activate_on_dock", in: .secure, to: index == 0 ? "0" : "1")
            }),
        ])
    case "nightlight":
      // From 4082 K, hardly yellow, to 2596 K.
      let kelvin = phone.number("night_display_color_temperature", .secure, default: 2850)
      return SettingsPage(
        title: "Night Light",
        items: [
          .mainSwitch(title: "Use Night Light", key: "night_display_activated", table: .secure),
          .choice(
            title: "Schedule", key: "night_display_auto_mode", table: .secure,
            options: [
              ("None", "0"), ("Turns on at custom time", "1"), ("Turns on from sunset to sunrise", "2"),
            ]),
          .slider(
            title: "Intensity", icon: "brightness_medium", value: Double(4082 - kelvin) / 1486,
            set: { phone, share in
              phone.set("night_display_color_temperature", in: .secure, to: "\(4082 - Int((share * 1486).rounded()))")
            }),
          .footer(
            "Night Light tints your screen amber. This makes it easier to look at your screen in dim light, and may help you fall asleep."
          ),
        ])
    default:
      return SettingsPage(
        title: "Wallpaper & style",
        items: [
          .linkWithToggle(
            title: "Dark theme", summary: phone.isDark ? "On" : "Off", screen: "dark", isOn: phone.isDark,
            action: setDark),
          .toggle(title: "Themed icons", summary: "Beta", key: "themed_icons", table: .secure),
          .choice(
            title: "App grid", key: "app_grid", table: .secure, options: [("5×5", "5"), ("4×4", "4"), ("3×3", "3")]),
        ])
    }
  }
}

extension Phone {
  /// Makes everything on the screen larger or smaller.
  mutating func setDisplaySize(_ step: Int) {
    let scales = DisplayPages.displaySizes
    let scale = scales[max(0, min(step, scales.count - 1))]
    let density = Int((Double(configuration.density) * scale).rounded())
    set("display_density_forced", in: .secure, to: scale == 1 ? nil : "\(density)")
  }
}
