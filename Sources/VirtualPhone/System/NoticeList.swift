import Imaging

/// The notifications under the quick settings.
enum NoticeList {
  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let notices = phone.system.notices
    guard !notices.isEmpty else {
      return View.stack(
        [View.text("No notifications", 14, theme.secondary, id: "\(Shade.ids)no_notifications")], .center
      ).padding(32).wide
    }
    var parts = notices.map { card($0, phone) }
    parts.append(
      View.row([
        pill("Manage", theme) { $0.openSettings("notifications") }, .spring,
        pill("Clear all", theme) { phone in
          phone.system.notices.removeAll { !$0.isOngoing }
          if phone.system.notices.isEmpty { phone.system.shade = 0 }
        },
      ]).wide.padding(8, 8))
    return View.column(parts + [.space(height: 32)]).padding(left: 16, right: 16).wide
  }

  private static func pill(_ title: String, _ theme: Theme, _ action: @escaping PhoneAction) -> View {
    View.stack([View.text(title, 14, theme.text, weight: 500)], .center).padding(16, 0).size(height: .fixed(40))
      .fill(theme.tile, corner: 20).label(title, "android.widget.Button").tap(action)
  }

  private static func card(_ notice: Notice, _ phone: Phone) -> View {
    let theme = phone.theme
    let id = notice.id
    let minutes = max(0, (phone.milliseconds - notice.time) / 60_000)
    let age = minutes == 0 ? "now" : (minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h")
    return View.stack([
      View.row([
        .stack([.icon(notice.icon, theme.onAccent, size: 16)], .center).square(24).fill(theme.accent, corner: 12),
        .space(width: 16),
        View.column([
          View.text("\(notice.app) • \(age)", 12, theme.secondary, id: "android:id/header_text"),
          View.text(notice.title, 14, theme.text, weight: 500, lines: 1, id: "android:id/title"),
          View.text(notice.text, 14, theme.secondary, lines: 2, id: "android:id/text"),
        ]).weighted(),
      ]).aligned(.topLeft).padding(16).wide.fill(theme.surface, corner: 20)
        .id("com.android.systemui:id/expandableNotificationRow", "android.widget.FrameLayout")
        .tap { phone in
          phone.system.shade = 0
          phone.restart(with: Activity(notice.package, notice.screen, notice.values))
          if !notice.isOngoing { phone.system.notices.removeAll { $0.id == id } }
        }
        .swipe { phone, direction in
          switch direction {
          case .left, .right: if !notice.isOngoing { phone.system.notices.removeAll { $0.id == id } }
          case .up: phone.system.shade = 0
          case .down: phone.system.shade = 2
          }
        }
    ]).padding(left: 0, top: 2, right: 0, bottom: 2).wide
  }
}
