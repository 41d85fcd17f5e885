/// The pages that are short.
enum OtherPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    switch activity.screen {
    case "notifications":
      return SettingsPage(
        title: "Notifications",
        items: [
          .group("Manage"), .to("App settings", "Control notifications from individual apps", "allapps"),
          .group("Privacy"),
          .options(
            id: "lock", title: "Notifications on lock screen",
            labels: [
              "Show conversations, default, and silent", "Hide silent conversations and notifications",
              "Don’t show any notifications",
            ],
            selected: !phone.flag("lock_screen_show_notifications", .secure, default: true)
              ? 2 : phone.flag("lock_screen_show_silent_notifications", .secure, default: true) ? 0 : 1,
            choose: { phone, index in
              phone.set("lock_screen_show_notifications", in: .secure, to: index == 2 ? "0" : "1")
              phone.set("lock_screen_show_silent_notifications", in: .secure, to: index == 0 ? "1" : "0")
            }),
          .toggle(
            title: "Sensitive notifications", summary: "Show sensitive content when locked",
            key: "lock_screen_allow_private_notifications", table: .secure, standard: true),
          .group("General"), .to("Do Not Disturb", phone.flag("zen_mode", .global) ? "On" : "Off", "dnd"),
          .toggle(title: "Bubbles", key: "notification_bubbles", table: .secure, standard: true),
          .toggle(title: "Notification history", key: "notification_history_enabled", table: .secure),
          .toggle(title: "Hide silent notifications in status bar", key: "hide_silent_status_icons", table: .secure),
          .toggle(title: "Allow notification snoozing", key: "show_notification_snooze", table: .secure),
          .toggle(title: "Notification dot on app icon", key: "notification_badging", table: .secure),
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
          .link(
            icon: nil, title: "App location permissions",
            summary: "6 of \(max(6, Apps.all.count)) apps have access to location",
            screen: "permissionapps",
            values: ["permission": "android.permission.ACCESS_FINE_LOCATION", "title": "Location permission"]),
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
