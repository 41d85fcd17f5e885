/// System: languages, gestures, date and time, backup, reset, developer options.
enum SystemPages {
  static let languages = [
    ("English (United States)", "en-US"), ("English (United Kingdom)", "en-GB"), ("Deutsch (Deutschland)", "de-DE"),
    ("Español (España)", "es-ES"), ("Français (France)", "fr-FR"), ("Italiano (Italia)", "it-IT"),
  ]

  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let locale = phone.setting("system_locales", in: .system) ?? "en-US"
    switch activity.screen {
    case "languages": return languages(phone, locale)
    case "gestures", "navigation", "opencamera", "preventringing", "onehanded", "powermenu":
      return gestures(activity, phone)
    case "date": return date(phone)
    case "backup":
      return SettingsPage(
        title: "Backup",
        items: [
          .mainSwitch(title: "Backup", key: "backup_enabled", table: .secure),
          .footer("Your data is kept on this phone only."),
        ])
    case "resetoptions":
      return SettingsPage(
        title: "Reset options",
        items: [
          .action(
            icon: nil, title: "Reset Wi-Fi, mobile & Bluetooth", summary: nil, action: { $0.activity.dialog = "reset" }),
          .action(
            icon: nil, title: "Reset app preferences", summary: nil, action: { $0.activity.dialog = "resetapps" }),
          .action(
            icon: nil, title: "Erase all data (factory reset)", summary: nil,
            action: { $0.activity.dialog = "erase" }),
        ])
    case "developer": return developer(phone)
    default:
      return SettingsPage(
        title: "System",
        items: [
          .to(
            "Languages & input", languages.first { $0.1 == locale }?.0 ?? locale, "languages", icon: "language"),
          .to("Gestures", nil, "gestures", icon: "swipe"),
          .to("Date & time", TimeZones.offset(phone.zone.minutes), "date", icon: "access_time"),
          .to("Backup", phone.flag("backup_enabled", .secure) ? "On" : "Off", "backup", icon: "backup"),
          .to("Reset options", nil, "resetoptions", icon: "history"),
          .to("Developer options", nil, "developer", icon: "code"),
        ])
    }
  }

  private static func languages(_ phone: Phone, _ locale: String) -> SettingsPage {
    SettingsPage(
      title: "Languages & input",
      items: [.group("Preferred language")]
        + languages.map { name, tag in
          .radio(title: name, isOn: tag == locale, action: { $0.set("system_locales", in: .system, to: tag) })
        } + [.group("Keyboards")]
        + phone.enabledInputMethods.map { method in
          .radio(
            title: method == ADBKeyboard.method ? "ADB Keyboard" : "Gboard", isOn: phone.inputMethod == method,
            action: { $0.set("default_input_method", in: .secure, to: method) })
        } + [
          .toggle(
            title: "On-screen keyboard", summary: "Show it while a text is edited", key: "show_ime_with_hard_keyboard",
            table: .secure, standard: true)
        ])
  }

  private static func gestures(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    // This one says when it is off.
    let opensCamera = !phone.flag("camera_double_tap_power_gesture_disabled", .secure)
    let hush = phone.number("volume_hush_gesture", .secure, default: 1)
    switch activity.screen {
    case "navigation":
      return SettingsPage(
        title: "System navigation",
        items: [
          .radio(
            title: "Gesture navigation",
            summary:
              "To go Home, swipe up from the bottom of the screen. To go back, swipe from either the left or right edge.",
            isOn: !phone.hasButtons, action: { $0.set("navigation_mode", in: .secure, to: "2") }),
          .radio(
            title: "3-button navigation",
            summary: "Go back, Home, and switch apps with buttons at the bottom of your screen.",
            isOn: phone.hasButtons, action: { $0.set("navigation_mode", in: .secure, to: "0") }),
        ])
    case "opencamera":
      return SettingsPage(
        title: "Quickly open camera",
        items: [
          .flip(
            title: "Use quickly open camera", isOn: opensCamera,
            action: { $0.set("camera_double_tap_power_gesture_disabled", in: .secure, to: opensCamera ? "1" : "0") }),
          .footer("To quickly open camera, press the power button twice. Works from any screen."),
        ])
    case "preventringing":
      return SettingsPage(
        title: "Prevent ringing",
        items: [
          .flip(
            title: "Use prevent ringing", isOn: hush > 0,
            action: { $0.set("volume_hush_gesture", in: .secure, to: hush > 0 ? "0" : "1") })
        ]
          + [("Vibrate", 1), ("Mute", 2)].map { name, value in
            .radio(
              title: name, isOn: hush == value,
              action: { $0.set("volume_hush_gesture", in: .secure, to: "\(value)") })
          })
    case "onehanded":
      return SettingsPage(
        title: "One-handed mode",
        items: [
          .mainSwitch(title: "Use one-handed mode", key: "one_handed_mode_enabled", table: .secure),
          .toggle(title: "Show notifications", key: "swipe_bottom_to_notification_enabled", table: .secure),
        ])
    case "powermenu":
      let isAssistant = phone.number("power_button_long_press", .global, default: 1) == 5
      return SettingsPage(
        title: "Press & hold power button",
        items: [("Power menu", "1", false), ("Digital assistant", "5", true)].map { name, value, assistant in
          .radio(
            title: name, isOn: assistant == isAssistant,
            action: { $0.set("power_button_long_press", in: .global, to: value) })
        })
    default:
      return SettingsPage(
        title: "Gestures",
        items: [
          .to("Quickly open camera", opensCamera ? "On" : "Off", "opencamera"),
          .to(
            "System navigation", phone.hasButtons ? "3-button navigation" : "Gesture navigation", "navigation"),
          .to("Prevent ringing", ["Off", "Vibrate", "Mute"][max(0, min(hush, 2))], "preventringing"),
          .to("One-handed mode", phone.flag("one_handed_mode_enabled", .secure) ? "On" : "Off", "onehanded"),
          .to("Press & hold power button", nil, "powermenu"),
          .toggle(title: "Tap to check phone", key: "doze_tap_gesture", table: .secure, standard: true),
          .toggle(title: "Lift to check phone", key: "doze_pulse_on_pick_up", table: .secure, standard: true),
        ])
    }
  }

  private static func date(_ phone: Phone) -> SettingsPage {
    let time = phone.time
    let isAutomatic = phone.flag("auto_time", .global)
    let zones = TimeZones.all.map { (label: "\(TimeZones.offset($0.minutes)) \($0.city)", value: $0.name) }
    let zone = phone.zone
    return SettingsPage(
      title: "Date & time",
      items: [
        .toggle(title: "Set time automatically", key: "auto_time", table: .global),
        .action(
          icon: nil, title: "Date", summary: "\(time.monthName) \(time.day), \(time.year)", isEnabled: !isAutomatic,
          action: { phone in
            phone.activity.values["date"] = nil
            phone.activity.values["month"] = nil
            phone.activity.dialog = "date"
          }),
        .action(
          icon: nil, title: "Time", summary: time.clock(is24Hour: phone.is24Hour), isEnabled: !isAutomatic,
          action: { phone in
            phone.activity.values["hour"] = nil
            phone.activity.values["minute"] = nil
            phone.activity.dialog = "time"
          }),
        .group("Time zone"), .toggle(title: "Set time zone automatically", key: "auto_time_zone", table: .global),
        phone.flag("auto_time_zone", .global)
          ? .action(
            icon: nil, title: "Time zone", summary: "\(TimeZones.offset(zone.minutes)) \(zone.city)",
            isEnabled: false, action: { _ in })
          : .choice(title: "Time zone", key: "time_zone", table: .global, options: zones),
        .group("Time format"),
        .linkWithToggle(
          title: "Use 24-hour format", summary: phone.is24Hour ? "13:00" : "1:00 PM", screen: "",
          isOn: phone.is24Hour, action: { $0.set("time_12_24", in: .system, to: $0.is24Hour ? "12" : "24") }),
      ])
  }

  private static func developer(_ phone: Phone) -> SettingsPage {
    let staysOn = phone.number("stay_on_while_plugged_in", .global) != 0
    func scale(_ title: String, _ key: String) -> SettingsItem {
      let scales = ["0.5", "1", "1.5", "2", "5", "10"]
      return .options(
        id: key, title: title, labels: ["Animation off"] + scales.map { "Animation scale \($0)x" },
        selected: (["0"] + scales).firstIndex {
          Double($0) == Double(phone.setting(key, in: .global) ?? "1")
        }, choose: { $0.set(key, in: .global, to: (["0"] + scales)[$1]) })
    }
    return SettingsPage(
      title: "Developer options",
      items: [
        .mainSwitch(title: "Use developer options", key: "development_settings_enabled", table: .global),
        // Plugged in anyhow: a bit for each of mains, USB and wireless.
        .flip(
          title: "Stay awake", summary: "Screen will never sleep while charging", isOn: staysOn,
          action: { $0.set("stay_on_while_plugged_in", in: .global, to: staysOn ? "0" : "7") }),
        .group("Debugging"),
        .toggle(
          title: "USB debugging", summary: "Debug mode when USB is connected", key: "adb_enabled", table: .global),
        .toggle(
          title: "Wireless debugging", summary: "Debug mode when Wi‑Fi is connected", key: "adb_wifi_enabled",
          table: .global),
        .toggle(
          title: "Bug report shortcut", summary: "Show a button in the power menu for taking a bug report",
          key: "bugreport_in_power_menu", table: .secure),
        .group("Input"),
        .toggle(title: "Show taps", summary: "Show visual feedback for taps", key: "show_touches", table: .system),
        .toggle(
          title: "Pointer location", summary: "Screen overlay showing current touch data", key: "pointer_location",
          table: .system),
        .group("Drawing"), scale("Window animation scale", "window_animation_scale"),
        scale("Transition animation scale", "transition_animation_scale"),
        scale("Animator duration scale", "animator_duration_scale"),
        .toggle(
          title: "Force RTL layout direction", summary: "Force screen layout direction to RTL for all locales",
          key: "debug.force_rtl", table: .global), .group("Apps"),
        .toggle(
          title: "Don’t keep activities", summary: "Destroy every activity as soon as the user leaves it",
          key: "always_finish_activities", table: .global),
        .toggle(
          title: "Force activities to be resizable", summary: "Make all activities resizable for multi-window",
          key: "force_resizable_activities", table: .global),
      ])
  }
}
