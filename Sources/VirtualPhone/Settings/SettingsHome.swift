import Imaging

/// The first page of the settings.
enum SettingsHome {
  struct Entry: Sendable {
    var icon, title, summary, screen: String
  }

  static func entries(_ phone: Phone) -> [Entry] {
    [
      Entry(icon: "wifi", title: "Network & internet", summary: "Mobile, Wi‑Fi, hotspot", screen: "network"),
      Entry(icon: "devices_other", title: "Connected devices", summary: "Bluetooth, pairing", screen: "devices"),
      Entry(icon: "apps", title: "Apps", summary: "Assistant, recent apps, default apps", screen: "apps"),
      Entry(
        icon: "notifications_none", title: "Notifications", summary: "Notification history, conversations",
        screen: "notifications"),
      Entry(icon: "battery_full", title: "Battery", summary: "100%", screen: "battery"),
      Entry(icon: "storage", title: "Storage", summary: "46% used - 4.35 GB free", screen: "storage"),
      Entry(icon: "volume_up", title: "Sound & vibration", summary: "Volume, haptics, Do Not Disturb", screen: "sound"),
      Entry(
        icon: "brightness_medium", title: "Display", summary: "Dark theme, font size, brightness", screen: "display"),
      Entry(
        icon: "palette", title: "Wallpaper & style", summary: "Colors, themed icons, app grid", screen: "wallpaper"),
      Entry(
        icon: "accessibility_new", title: "Accessibility", summary: "Display, interaction, audio",
        screen: "accessibility"),
      Entry(
        icon: "lock_outline", title: "Security", summary: "Screen lock, Find My Device, app security",
        screen: "security"),
      Entry(
        icon: "privacy_tip", title: "Privacy", summary: "Permissions, account activity, personal data",
        screen: "privacy"),
      Entry(
        icon: "location_on", title: "Location",
        summary: phone.flag("location_mode", .secure) ? "On - 6 apps have access to location" : "Off",
        screen: "location"),
      Entry(
        icon: "emergency", title: "Safety & emergency", summary: "Emergency SOS, medical info, alerts", screen: "safety"
      ),
      Entry(
        icon: "account_box", title: "Passwords & accounts", summary: "Saved passwords, autofill, synced accounts",
        screen: "accounts"),
      Entry(
        icon: "spa", title: "Digital Wellbeing & parental controls",
        summary: "Screen time, app timers, bedtime schedules",
        screen: "wellbeing"),
      Entry(icon: "language", title: "Google", summary: "Services & preferences", screen: "google"),
      Entry(icon: "info_outline", title: "System", summary: "Languages, gestures, time, backup", screen: "system"),
      Entry(
        icon: "perm_device_information", title: "About phone", summary: phone.setting("device_name", in: .global) ?? "",
        screen: "about"),
      Entry(icon: "help_outline", title: "Tips & support", summary: "Help articles, phone & chat", screen: "tips"),
    ]
  }

  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let rows = SettingsRows(phone: phone)
    let list = View.column(
      entries(phone).map { entry in
        rows.row(
          entry.icon, entry.title, entry.summary, trailing: [.space(width: 24)], iconColor: theme.text, iconInset: 32
        ) { $0.open(entry.screen) }.atLeast(height: 88)
      } + [.space(height: 16)]
    ).wide.id("\(SettingsApp.ids)main_content_scrollable_container")
    let avatar = View.stack([
      View.stack([account(theme.accent)], .center).square(48)
        .label("Profile picture, double tap to open Google Account", "android.widget.ImageView")
        .id("\(SettingsApp.ids)account_avatar").tap { $0.open("google") }
    ]).padding(left: phone.widthDP - 72, top: 104.8).pinned(.whileExpanded)
    let title = View.stack([
      View.text("Settings", 36, theme.text, id: "\(SettingsApp.ids)homepage_title")
    ]).padding(left: 24, top: 152.8).pinned(.whileExpanded)
    let search = View.stack([
      View.row([
        .space(width: 20), .icon("search", theme.secondary), .space(width: 12),
        View.text("Search settings", 20, theme.secondary, id: "\(SettingsApp.ids)search_action_bar_title"),
      ]).size(width: .fill, height: .fixed(52.2)).fill(theme.surface, corner: 26.1).id(
        "\(SettingsApp.ids)search_action_bar", "android.view.ViewGroup"
      )
      .tap { phone in
        phone.open("search")
        phone.focus("query")
      }
    ]).padding(left: 16, top: 225.1, right: 16, bottom: 16).wide
    let header = View.stack([avatar, title, search]).wide
    return View.scroll("home", list, header: header, collapse: 421).id("\(SettingsApp.ids)settings_homepage_container")
      .filling.fill(theme.background)
  }

  /// Who uses the phone: somebody in a circle.
  private static func account(_ color: Color) -> View {
    .canvas(width: .fixed(40), height: .fixed(40)) { drawing, frame, dp in
      let (x, y) = (Double(frame.x) + 20 * dp, Double(frame.y) + 20 * dp)
      drawing.ring(x: x, y: y, radius: 18 * dp, lineWidth: 4 * dp, color: color)
      drawing.ring(x: x, y: y - 5 * dp, radius: 5.2 * dp, lineWidth: 3.8 * dp, color: color)
      drawing.clipped(x: x - 18 * dp, y: y - 18 * dp, width: 36 * dp, height: 36 * dp, corner: 18 * dp) {
        drawing.ring(x: x, y: y + 23 * dp, radius: 16 * dp, lineWidth: 4 * dp, color: color)
      }
    }
  }
}
