import Imaging

/// Draws settings pages with the sizes of Android 13's.
struct SettingsRows {
  let phone: Phone
  private var theme: Theme { phone.theme }

  func view(_ item: SettingsItem) -> View {
    switch item {
    case .group(let title):
      return View.text(title, 14, theme.accent, id: "android:id/title").wide.padding(
        left: 24, top: 24, right: 16, bottom: 8)
    case .divider:
      return View(.stack).size(width: .fill, height: .fixed(1)).fill(theme.divider)
    case .gap(let height): return View.space(height: height)
    case .link(let icon, let title, let summary, let screen, let values):
      return row(icon, title, summary) { $0.open(screen, of: "com.android.settings", values) }
    case .toggle(let icon, let title, let summary, let key, let table, let standard):
      let isOn = phone.flag(key, table, default: standard)
      return row(icon, title, summary, trailing: [toggle(isOn), .space(width: 16)]) {
        $0.toggle(key, table, default: standard)
      }
    case .disabledToggle(let title, let summary, let isOn):
      return row(
        nil, title, summary, trailing: [toggle(isOn).enabled(false), .space(width: 16)], isEnabled: false, tap: { _ in }
      )
    case .mainSwitch(let title, let key, let table, let standard):
      let isOn = phone.flag(key, table, default: standard)
      let bar = View.row([
        View.text(title, 20, isOn ? theme.tileOnText : theme.text, id: "com.android.settings:id/switch_text")
          .weighted(),
        toggle(isOn).id("android:id/switch_widget"),
      ]).padding(20, 8).atLeast(height: 72).wide.fill(isOn ? theme.tileOn : theme.raised, corner: 28)
        .id("com.android.settings:id/main_switch_bar", "android.widget.LinearLayout").tap {
          $0.toggle(key, table, default: standard)
        }
      return View.stack([bar]).padding(16, 8).wide
    case .linkWithToggle(let title, let summary, let screen, let isOn, let action):
      let control = View.stack([toggle(isOn, listed: false)], .right).size(width: .fixed(72), height: .fill)
        .label(title, "android.widget.Switch").id("com.android.settings:id/switchWidget").checked(isOn).tap(action)
      return row(nil, title, summary, trailing: [bar, control, .space(width: 16)], divided: true) {
        screen.isEmpty ? action(&$0) : $0.open(screen, of: "com.android.settings")
      }
    case .flip(let icon, let title, let summary, let isOn, let action):
      return row(icon, title, summary, trailing: [toggle(isOn), .space(width: 16)], tap: action)
    case .options(let id, let title, let labels, let selected, _):
      let label = selected.flatMap { labels.indices.contains($0) ? labels[$0] : nil }
      return row(nil, title, label) { $0.activity.dialog = "options/\(id)" }
    case .choice(let title, let key, let table, let options):
      let value = phone.setting(key, in: table)
      return row(nil, title, options.first { $0.value == value }?.label) { $0.activity.dialog = "choice/\(key)" }
    case .radio(let title, let summary, let isOn, let action):
      var texts = [View.text(title, 20, theme.text, id: "android:id/title")]
      if let summary { texts.append(View.text(summary, 14, theme.secondary, id: "android:id/summary")) }
      return View.row([
        .space(width: 20), View(.radio(isOn: isOn)), .space(width: 20), View.column(texts).weighted(),
        .space(width: 16),
      ]).padding(0, 12).wide.tap(action)
    case .text(let title, let key, let table):
      return row(nil, title, phone.setting(key, in: table)) { phone in
        phone.activity.dialog = "text/\(key)"
        phone.focus("edit", text: phone.setting(key, in: table) ?? "")
        phone.edit { $0.selectAll() }
      }
    case .slider(let title, let icon, let value, let set):
      return View.row([
        .space(width: 24), .icon(icon, theme.secondary), .space(width: 8),
        View.column([
          View.text(title, 20, theme.text, id: "android:id/title").padding(left: 16),
          View(.slider(value, .plain)).wide.label(title).id("android:id/seekbar").slide(set),
        ]).weighted(), .space(width: 8),
      ]).padding(0, 12).wide
    case .action(let icon, let title, let summary, let isEnabled, let action):
      return row(icon, title, summary, isEnabled: isEnabled, tap: action)
    case .linkWithButton(
      let icon, let title, let summary, let label, let button, let buttonLabel, let buttonID, let action,
      let buttonAction):
      let end = View.stack([.icon(button, theme.accent)], .center).size(width: .fixed(72), height: .fill)
        .label(buttonLabel, "android.widget.ImageView").id(buttonID).tap(buttonAction)
      var view = row(
        icon, title, summary, trailing: [bar, end, .space(width: 16)], divided: true,
        iconColor: icon == "signal_cellular_4_bar" ? theme.accent : nil, tap: action
      )
      .atLeast(height: 64)
      if let label { view.label = label }
      return view
    case .fact(let icon, let title, let summary):
      return row(icon, title, summary)
    case .footer(let text):
      return View.column([
        .icon("info_outline", theme.secondary), .space(height: 16),
        View.text(text, 14, theme.secondary, id: "android:id/title"),
      ]).padding(left: 24, top: 20, right: 24, bottom: 16).wide
    }
  }

  private var bar: View {
    View.stack([View(.stack).size(width: .fixed(1), height: .fixed(32)).fill(theme.divider)], .center)
      .size(width: .fixed(2), height: .fill)
  }

  func toggle(_ isOn: Bool, listed: Bool = true) -> View {
    guard listed else {
      let theme = theme
      return .canvas(width: .fixed(55.62), height: .fixed(48)) { drawing, frame, dp in
        let middle = Double(frame.y) + Double(frame.height) / 2
        let height = 27.8 * dp
        drawing.fill(
          x: Double(frame.x), y: middle - height / 2, width: Double(frame.width), height: height, corner: height / 2,
          color: isOn ? theme.trackOn : theme.trackOff)
        drawing.circle(
          x: isOn ? Double(frame.right) - height / 2 : Double(frame.x) + height / 2, y: middle, radius: 10.1 * dp,
          color: isOn ? theme.thumbOn : theme.thumbOff)
      }
    }
    return View(.toggle(isOn: isOn)).id("android:id/switch_widget")
  }

  /// An icon of the Material font, or an app's own for `app/PACKAGE`.
  private func face(_ icon: String, _ color: Color) -> View {
    guard icon.hasPrefix("app/"), let app = Apps.named[String(icon.dropFirst(4))] else { return .icon(icon, color) }
    return View.stack([.appIcon(app.icon, size: 32)], .center).size(width: .fixed(24), height: .fixed(32))
  }

  func row(
    _ icon: String?, _ title: String, _ summary: String?, trailing: [View] = [.space(width: 16)], divided: Bool = false,
    isEnabled: Bool = true, iconColor: Color? = nil, iconInset: Double = 24, tap: PhoneAction? = nil
  ) -> View {
    var texts = [View.text(title, 20, theme.text, id: "android:id/title").enabled(isEnabled)]
    if let summary, !summary.isEmpty {
      texts.append(View.text(summary, 14, theme.secondary, id: "android:id/summary").enabled(isEnabled))
    }
    // Text begins at 72 beside an icon, at 24 without one.
    var parts = [View.space(width: icon == nil ? 24 : iconInset)]
    if let icon { parts += [face(icon, iconColor ?? theme.secondary), .space(width: 48 - iconInset)] }
    let text = View.column(texts).weighted()
    // The text has the padding, so that a switch of 48 makes no row higher.
    parts.append(text.padding(left: 0, top: 16, right: 0, bottom: 16))
    if trailing.count > 1 { parts.append(.space(width: divided ? 4 : 16)) }
    var view = View.row(parts + trailing).wide.enabled(isEnabled)
    if let tap { view = view.tap(tap) }
    return view
  }
}
