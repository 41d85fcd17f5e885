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
    var parts = notices.enumerated().map { card($1, phone, isFirst: $0 == 0) }
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

  /// A notification. A long text is cut to a line until it is expanded; the first one is from the start.
  private static func card(_ notice: Notice, _ phone: Phone, isOver: Bool = false, isFirst: Bool = false) -> View {
    let theme = phone.theme
    let id = notice.id
    let minutes = max(0, (phone.milliseconds - notice.time) / 60_000)
    let age = minutes == 0 ? "now" : (minutes < 60 ? "\(minutes)m" : "\(minutes / 60)h")
    // The texts begin at 72 and end at 32 from the screen's edges.
    let width = TextMeasure.size(notice.text, TextStyle(size: 14 * phone.fontScale)).width
    let isLong = !isOver && (width > min(phone.widthDP, 480) - 112 || notice.text.contains("\n"))
    let key = "expanded/\(id)"
    let isExpanded = phone.system.shadeActivity.values[key].map { $0 == "1" } ?? isFirst
    let expander = View.stack([.icon(isExpanded ? "expand_less" : "expand_more", theme.secondary, size: 18)], .center)
      .square(24).fill(theme.tile, corner: 12).label(isExpanded ? "Collapse" : "Expand", "android.widget.Button")
      .id("android:id/expand_button").tap { $0.system.shadeActivity.values[key] = isExpanded ? "0" : "1" }
    let content = View.row(
      [
        .stack([.icon(notice.icon, theme.onAccent, size: 16)], .center).square(24).fill(theme.accent, corner: 12),
        .space(width: 16),
        View.column([
          View.text("\(notice.app) • \(age)", 12, theme.secondary, id: "android:id/header_text"),
          View.text(notice.title, 14, theme.text, weight: 500, lines: 1, id: "android:id/title"),
          View.text(
            notice.text, 14, theme.secondary, lines: isOver ? 2 : isLong && !isExpanded ? 1 : 12, id: "android:id/text"),
        ]).weighted(),
      ] + (isLong ? [.space(width: 8), expander] : [])
    ).aligned(.topLeft).padding(left: 16, top: 16, right: 16, bottom: notice.actions.isEmpty ? 16 : 8).wide
    let buttons = notice.actions.map { action in
      View.stack([View.text(action.title, 14, theme.accent, weight: 500)], .center).padding(12, 0)
        .size(height: .fixed(48)).label(action.title, "android.widget.Button").id("android:id/action0")
        .tap { $0.press(action, of: id) }
    }
    let row = View.row([.space(width: 44)] + buttons).wide.id("android:id/actions_container_layout")
    return View.stack([
      View.column(buttons.isEmpty ? [content] : [content, row]).wide.fill(theme.surface, corner: 20)
        .id("com.android.systemui:id/expandableNotificationRow", "android.widget.FrameLayout")
        .tap { $0.openNotice(id) }
        .swipe { phone, direction in
          switch direction {
          case .left, .right: phone.dismissNotice(id)
          case .up: if isOver { phone.system.headsUp = nil } else { phone.system.shade = 0 }
          case .down: phone.system.shade = isOver ? 1 : 2
          }
        }
    ]).padding(left: 0, top: 2, right: 0, bottom: 2).wide
  }

  /// The notification that is shown over the screen; nil when there is none.
  static func headsUp(_ phone: Phone) -> View? {
    guard let headsUp = phone.system.headsUp, headsUp.until > phone.system.uptime,
      let notice = phone.system.notices.first(where: { $0.id == headsUp.notice })
    else { return nil }
    return card(notice, phone, isOver: true)
  }
}
