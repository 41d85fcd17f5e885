/// The display.
enum DisplayPages {
  static let timeouts: [(label: String, value: String)] = [
    ("15 seconds", "15000"), ("30 seconds", "30000"), ("1 minute", "60000"), ("2 minutes", "120000"),
    ("5 minutes", "300000"), ("10 minutes", "600000"), ("30 minutes", "1800000"),
  ]
  static let fontScales = [0.85, 1, 1.15, 1.3, 1.5, 1.8, 2]

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
          .toggle(
            title: "Night Light", summary: "Tint your screen amber", key: "night_display_activated", table: .secure),
          .group("Other display controls"),
          .toggle(title: "Auto-rotate screen", key: "accelerometer_rotation", table: .system),
        ])
    case "lockscreen":
      return SettingsPage(
        title: "Lock screen",
        items: [
          .group("What to show"),
          .choice(
            title: "Privacy", key: "lock_screen_show_notifications", table: .secure,
            options: [("Show all notification content", "1"), ("Don’t show notifications at all", "0")]),
          .text(title: "Add text on lock screen", key: "lock_screen_owner_info", table: .secure),
          .toggle(
            title: "Show device controls", summary: "To use, first set a screen lock", key: "lockscreen_show_controls",
            table: .secure),
          .toggle(
            title: "Double-line clock", summary: "Show double-line clock when available",
            key: "lockscreen_use_double_line_clock", table: .secure, standard: true),
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
          .action(
            icon: "add", title: "Make text bigger", summary: nil, isEnabled: step < fontScales.count - 1,
            action: { $0.set("font_scale", in: .system, to: "\(fontScales[min(step + 1, fontScales.count - 1)])") }),
          .action(
            icon: "remove", title: "Make text smaller", summary: nil, isEnabled: step > 0,
            action: { $0.set("font_scale", in: .system, to: "\(fontScales[max(step - 1, 0)])") }),
          .toggle(title: "High contrast text", key: "high_text_contrast_enabled", table: .secure),
          .action(
            icon: nil, title: "Reset settings", summary: nil,
            action: { $0.set("font_scale", in: .system, to: "1.0") }),
        ])
    case "screensaver":
      return SettingsPage(
        title: "Screen saver",
        items: [
          .mainSwitch(title: "Use screen saver", key: "screensaver_enabled", table: .secure),
          .choice(
            title: "When to start", key: "screensaver_activate", table: .secure,
            options: [("While charging", "0"), ("While docked", "1"), ("While charging or docked", "2")]),
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
