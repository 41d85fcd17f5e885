/// The pages that are short.
enum OtherPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let time = phone.time
    switch activity.screen {
    case "notifications":
      return SettingsPage(
        title: "Notifications",
        items: [
          .group("Manage"), .to("App settings", "Control notifications from individual apps", "allapps"),
          .group("Privacy"),
          .choice(
            title: "Notifications on lock screen", key: "lock_screen_show_notifications", table: .secure,
            options: [("Show conversations, default, and silent", "1"), ("Don’t show any notifications", "0")]),
          .group("General"), .to("Do Not Disturb", phone.flag("zen_mode", .global) ? "On" : "Off", "dnd"),
          .toggle(title: "Bubbles", key: "notification_bubbles", table: .secure, standard: true),
          .toggle(title: "Notification history", key: "notification_history_enabled", table: .secure),
          .toggle(title: "Hide silent notifications in status bar", key: "hide_silent_status_icons", table: .secure),
          .toggle(title: "Notification dot on app icon", key: "notification_badging", table: .secure),
        ])
    case "battery":
      return SettingsPage(
        title: "Battery",
        items: [
          .fact(title: "100%", summary: "Charging is optimized to preserve battery health"),
          .toggle(
            title: "Battery Saver", summary: phone.flag("low_power", .global) ? "On" : "Off", key: "low_power",
            table: .global),
          .toggle(
            title: "Adaptive preferences", summary: "Extend battery life", key: "adaptive_battery_management_enabled",
            table: .global, standard: true),
          .toggle(
            title: "Battery percentage", summary: "Show battery percentage in status bar",
            key: "status_bar_show_battery_percent", table: .system),
        ])
    case "storage":
      return SettingsPage(
        title: "Storage",
        items: [
          .fact(title: "3.71 GB used", summary: "of 8.0 GB"),
          .toggle(
            title: "Smart Storage", summary: "Remove old photos and videos", key: "automatic_storage_manager_enabled",
            table: .secure),
          .divider, .to("Apps", "1.2 GB", "allapps", icon: "apps"), .fact(title: "Images", summary: "24 MB"),
          .fact(title: "System", summary: "2.4 GB"),
        ])
    case "accessibility":
      return SettingsPage(
        title: "Accessibility",
        items: [
          .group("Display"), .to("Display size and text", nil, "textsize", icon: "format_size"),
          .toggle(
            icon: "invert_colors", title: "Color inversion", key: "accessibility_display_inversion_enabled",
            table: .secure),
          .toggle(icon: "animation", title: "Remove animations", key: "remove_animations", table: .global),
          .group("Interaction controls"),
          .choice(
            title: "Touch & hold delay", key: "long_press_timeout", table: .secure,
            options: [("Short", "400"), ("Medium", "1000"), ("Long", "1500")]),
          .toggle(icon: "mouse", title: "Large mouse pointer", key: "accessibility_large_pointer_icon", table: .secure),
          .group("Audio"), .toggle(icon: "hearing", title: "Mono audio", key: "master_mono", table: .system),
          .toggle(icon: "closed_caption", title: "Live Caption", key: "odi_captions_enabled", table: .secure),
        ])
    case "security":
      return SettingsPage(
        title: "Security",
        items: [
          .choice(
            title: "Screen lock", key: "lockscreen_type", table: .secure,
            options: [("None", "none"), ("Swipe", "swipe")]),
          .toggle(title: "Find My Device", key: "find_my_device", table: .secure, standard: true),
          .toggle(title: "Google Play Protect", key: "package_verifier_user_consent", table: .secure, standard: true),
          .toggle(title: "App pinning", key: "lock_to_app_enabled", table: .system),
        ])
    case "privacy":
      return SettingsPage(
        title: "Privacy",
        items: [
          .toggle(
            icon: "photo_camera", title: "Camera access", summary: "For apps and services", key: "camera_access",
            table: .secure, standard: true),
          .toggle(
            icon: "mic_none", title: "Microphone access", summary: "For apps and services", key: "mic_access",
            table: .secure, standard: true),
          .toggle(
            icon: "content_paste", title: "Show clipboard access",
            summary: "Show a message when apps access text, images, or other content you’ve copied",
            key: "clipboard_show_access_notifications", table: .secure, standard: true),
          .toggle(
            title: "Show passwords", summary: "Display characters briefly as you type", key: "show_password",
            table: .system, standard: true),
        ])
    case "location":
      return SettingsPage(
        title: "Location",
        items: [
          .mainSwitch(title: "Use location", key: "location_mode", table: .secure),
          .to("App location permissions", "6 of \(max(6, Apps.all.count)) apps have access to location", "allapps"),
          .toggle(title: "Wi‑Fi scanning", key: "wifi_scan_always_enabled", table: .global),
          .toggle(title: "Bluetooth scanning", key: "ble_scan_always_enabled", table: .global),
        ])
    case "safety":
      return SettingsPage(
        title: "Safety & emergency",
        items: [
          .text(title: "Medical information", key: "medical_info", table: .secure),
          .text(title: "Emergency contacts", key: "emergency_contact", table: .secure),
          .toggle(
            title: "Emergency SOS", summary: "Press Power 5 times", key: "emergency_gesture_enabled", table: .secure,
            standard: true),
          .toggle(title: "Wireless emergency alerts", key: "cell_alerts", table: .secure, standard: true),
        ])
    case "accounts":
      return SettingsPage(
        title: "Passwords & accounts",
        items: [
          .group("Autofill service"),
          .choice(
            title: "Autofill service", key: "autofill_service", table: .secure,
            options: [("Google", "google"), ("None", "none")]),
          .toggle(title: "Automatically sync app data", key: "sync_auto", table: .global, standard: true),
          .footer("No accounts on this phone"),
        ])
    case "wellbeing":
      return SettingsPage(
        title: "Digital Wellbeing & parental controls",
        items: [
          .fact(title: "Screen time today", summary: "\(phone.system.uptime / 60_000) minutes"),
          .toggle(title: "Bedtime mode", key: "bedtime_mode", table: .secure),
          .toggle(title: "Heads Up", summary: "Look up while walking", key: "heads_up", table: .secure),
        ])
    case "google":
      return SettingsPage(
        title: "Google",
        items: [
          .toggle(title: "Ads personalization", key: "ads_personalization", table: .secure, standard: true),
          .toggle(title: "Nearby Share", key: "nearby_share", table: .secure),
          .footer("Sign in to use Google services on this phone."),
        ])
    case "system":
      return SettingsPage(
        title: "System",
        items: [
          .to("Languages & input", phone.data.settings.language, "languages", icon: "language"),
          .to("Gestures", nil, "gestures", icon: "swipe"),
          .to(
            "Date & time", "GMT\(TimeZones.offset(phone.timeZoneOffset / 60_000).dropFirst(3))", "date",
            icon: "access_time"),
          .to("Backup", "Off", "backup", icon: "backup"),
          .to("Reset options", nil, "resetoptions", icon: "history"),
          .to("Developer options", nil, "developer", icon: "code"),
        ])
    case "languages":
      let languages = [
        "English (United States)", "English (United Kingdom)", "Deutsch (Deutschland)", "Español (España)",
        "Français (France)", "Italiano (Italia)",
      ]
      return SettingsPage(
        title: "Languages & input",
        items: [.group("Preferred language")]
          + languages.map { language in
            .radio(
              title: language, isOn: phone.data.settings.language == language,
              action: { $0.data.settings.language = language })
          } + [
            .group("Keyboards"),
            .toggle(
              title: "On-screen keyboard", summary: "Show it while a text is edited",
              key: "show_ime_with_hard_keyboard",
              table: .secure, standard: true),
          ])
    case "gestures":
      return SettingsPage(
        title: "System navigation",
        items: [
          .radio(
            title: "Gesture navigation",
            summary:
              "To go Home, swipe up from the bottom of the screen. To go back, swipe from either the left or right edge.",
            isOn: !phone.hasButtons,
            action: { $0.set("navigation_mode", in: .secure, to: "2") }),
          .radio(
            title: "3-button navigation",
            summary: "Go back, Home, and switch apps with buttons at the bottom of your screen.",
            isOn: phone.hasButtons,
            action: { $0.set("navigation_mode", in: .secure, to: "0") }),
        ])
    case "date":
      let isAutomatic = phone.flag("auto_time", .global)
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
          .choice(
            title: "Time zone", key: "time_zone", table: .global,
            options: TimeZones.all.map { ("\(TimeZones.offset($0.minutes)) \($0.city)", $0.name) }),
          .group("Time format"),
          .linkWithToggle(
            title: "Use 24-hour format", summary: phone.is24Hour ? "13:00" : "1:00 PM", screen: "",
            isOn: phone.is24Hour, action: { $0.set("time_12_24", in: .system, to: $0.is24Hour ? "12" : "24") }),
        ])
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
            icon: nil, title: "Reset Wi-Fi, mobile & Bluetooth", summary: nil, action: { $0.activity.dialog = "reset" })
        ])
    case "developer":
      return SettingsPage(
        title: "Developer options",
        items: [
          .mainSwitch(title: "Use developer options", key: "development_settings_enabled", table: .global),
          .toggle(
            title: "Stay awake", summary: "Screen will never sleep while charging", key: "stay_on_while_plugged_in",
            table: .global),
          .toggle(
            title: "USB debugging", summary: "Debug mode when USB is connected", key: "adb_enabled", table: .global),
          .toggle(title: "Show taps", key: "show_touches", table: .system),
          .toggle(title: "Pointer location", key: "pointer_location", table: .system),
          .choice(
            title: "Window animation scale", key: "window_animation_scale", table: .global,
            options: [("Animation off", "0"), ("Animation scale 1x", "1"), ("Animation scale 2x", "2")]),
        ])
    case "about":
      return SettingsPage(
        title: "About phone",
        items: [
          .text(title: "Device name", key: "device_name", table: .global), .group("Device details"),
          .fact(title: "Phone number", summary: "+1 555-123-4567"),
          .fact(title: "Model", summary: "sdk_gphone64_x86_64"), .fact(title: "Android version", summary: "13"),
          .fact(title: "IP address", summary: phone.isWifiOn ? "10.0.2.16" : "Unavailable"),
          .fact(title: "Build number", summary: "TE1A.220922.034"),
          .fact(
            title: "Up time",
            summary: "\(phone.system.uptime / 3_600_000):\(CivilTime.two(phone.system.uptime / 60_000 % 60))"),
        ])
    default:
      return SettingsPage(
        title: "Tips & support",
        items: [
          .fact(title: "Go home", summary: "Swipe up from the bottom of the screen"),
          .fact(title: "Go back", summary: "Swipe from either the left or right edge"),
          .fact(title: "Quick settings", summary: "Swipe down from the top of the screen"),
        ])
    }
  }
}
