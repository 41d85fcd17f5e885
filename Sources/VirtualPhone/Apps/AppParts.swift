import Imaging

/// Parts that most apps have: their bar, the round button, fields, rows, menus.
struct AppParts {
  struct Button: Sendable {
    var icon: String
    var label: String
    var action: PhoneAction
    init(_ icon: String, _ label: String, _ action: @escaping PhoneAction) {
      self.icon = icon
      self.label = label
      self.action = action
    }
  }

  let phone: Phone
  let package: String
  var theme: Theme { phone.theme }
  var page: Color { theme.isDark ? theme.background : Color(hex: 0xFDFCFF) }

  /// A screen: bar, content, and a button that floats over it.
  func screen(_ bar: View, _ content: View, floating: View? = nil, foot: View? = nil) -> View {
    let body = View.column([bar, content.weighted().wide] + (foot.map { [$0] } ?? [])).filling
    var parts = [body]
    if let floating {
      parts.append(
        View.stack([floating]).padding(left: 0, top: 0, right: 16, bottom: foot == nil ? 16 : 96).placed(.bottomRight))
    }
    return View.stack(parts).filling.fill(page)
  }

  func bar(_ title: String, back: Bool = true, buttons: [Button] = []) -> View {
    var parts: [View] = []
    if back {
      parts.append(button(Button("arrow_back", "Navigate up") { $0.goBack() }))
      parts.append(.space(width: 8))
    } else {
      parts.append(.space(width: 16))
    }
    parts.append(
      View.text(title, 22, theme.text, lines: 1, id: "\(package):id/toolbar_title").weighted())
    parts += buttons.map(button)
    return View.row(parts).size(width: .fill, height: .fixed(Phone.statusBarHeight + 64)).padding(
      left: 4, top: Phone.statusBarHeight, right: 4, bottom: 0)
  }

  func button(_ button: Button) -> View {
    View.stack([.icon(button.icon, theme.text)], .center).square(48)
      .label(button.label, "android.widget.ImageButton").tap(button.action)
  }

  func floating(_ icon: String, _ label: String, _ action: @escaping PhoneAction) -> View {
    View.stack([.icon(icon, theme.tileOnText)], .center).square(56).fill(theme.tileOn, corner: 16)
      .label(label, "android.widget.ImageButton").id("\(package):id/floating_action_button").tap(action)
  }

  func pill(_ title: String, filled: Bool = true, isEnabled: Bool = true, _ action: @escaping PhoneAction) -> View {
    let face = View.stack(
      [View.text(title, 14, filled ? theme.onAccent : theme.accent, weight: 500).enabled(isEnabled)], .center
    ).padding(24, 0).size(height: .fixed(44)).label(title, "android.widget.Button").enabled(isEnabled).tap(action)
    return filled
      ? face.fill(theme.accent.faded(isEnabled ? 1 : 0.4), corner: 22) : face.outline(theme.divider, corner: 22)
  }

  /// A text field in a frame.
  func field(
    _ key: String, _ hint: String, isMultiline: Bool = false, isNumeric: Bool = false, submit: PhoneAction? = nil,
    change: PhoneAction? = nil
  ) -> View {
    var field = View.Field(key: key, hint: hint, size: 16, color: theme.text, hintColor: theme.secondary)
    field.isMultiline = isMultiline
    field.isNumeric = isNumeric
    field.onSubmit = submit
    field.onChange = change
    let view = View(.field(field)).padding(16, 12).wide.outline(theme.secondary.faded(0.6), corner: 6)
    return isMultiline ? view.atLeast(height: 56) : view.size(height: .fixed(56))
  }

  func row(
    _ title: String, _ summary: String? = nil, icon: View? = nil, trailing: View? = nil, tap: PhoneAction? = nil,
    longPress: PhoneAction? = nil
  ) -> View {
    var texts = [View.text(title, 16, theme.text, lines: 2)]
    if let summary { texts.append(View.text(summary, 14, theme.secondary, lines: 2)) }
    var view = View.row(
      [.space(width: 16)] + (icon.map { [$0, .space(width: 16)] } ?? []) + [View.column(texts).weighted()]
        + (trailing.map { [$0] } ?? []) + [.space(width: 16)]
    ).padding(0, 10).atLeast(height: 64).wide
    if let tap { view = view.tap(tap) }
    if let longPress { view = view.longPress(longPress) }
    return view
  }

  /// A disc with a letter, in a colour of its name.
  func avatar(_ name: String, size: Double = 40) -> View {
    let colors = [0x1A73E8, 0xD93025, 0x188038, 0xE37400, 0x9334E6, 0x00796B]
    let color = colors[name.unicodeScalars.reduce(0) { ($0 &+ Int($1.value)) & 0xFFFF } % colors.count]
    let letter = name.first.map { $0.isLetter ? $0.uppercased() : "#" } ?? "#"
    return .canvas(width: .fixed(size), height: .fixed(size)) { drawing, frame, dp in
      let radius = Double(frame.width) / 2
      drawing.circle(x: Double(frame.x) + radius, y: Double(frame.y) + radius, radius: radius, color: Color(hex: color))
      let style = TextStyle(size: radius, alignment: .center)
      drawing.text(
        letter, x: Double(frame.x), baseline: Double(frame.y) + radius * 1.36, width: Double(frame.width), style: style,
        color: .white)
    }
  }

  func empty(_ text: String) -> View {
    View.stack([View.text(text, 16, theme.secondary, alignment: .center)], .center).padding(32, 96).wide
  }

  /// Tabs at the foot of a screen; the activity's value `tab` says which is chosen.
  func tabs(_ tabs: [(icon: String, title: String)], selected: String) -> View {
    View.row(
      tabs.map { tab in
        let isOn = tab.title == selected
        return View.column([
          View.stack([.icon(tab.icon, isOn ? theme.tileOnText : theme.secondary)], .center)
            .size(width: .fixed(64), height: .fixed(32)).fill(isOn ? theme.tileOn : theme.raised, corner: 16),
          View.text(tab.title, 12, isOn ? theme.text : theme.secondary, weight: 500).padding(left: 0, top: 4),
        ]).aligned(.top).size(height: .fixed(80)).padding(left: 0, top: 12, right: 0, bottom: 0).weighted()
          .label(tab.title, "android.widget.FrameLayout").selected(isOn).tap { phone in
            phone.activity.values["tab"] = tab.title
            phone.activity.focus = nil
            phone.system.isKeyboardUp = false
          }
      }
    ).wide.fill(theme.raised)
  }

  /// A menu that hangs from the button at the top right, as a dialog.
  func menu(_ items: [(title: String, action: PhoneAction)]) -> View {
    let rows = items.map { item in
      View.row([View.text(item.title, 16, theme.text, id: "\(package):id/title").weighted()]).padding(16, 0)
        .atLeast(height: 48).wide.tap { phone in
          phone.activity.dialog = nil
          item.action(&phone)
        }
    }
    let column = View.column(rows).wide
    let room = phone.dialogHeightDP - 32
    let isHigh = Double(items.count) * 48 > room
    let card = View.stack([isHigh ? View.scroll("menu", column).size(height: .fixed(room)) : column]).padding(0, 8)
      .size(width: .fixed(min(232, phone.widthDP - 16))).fill(theme.raised, corner: 4)
      .id("android:id/content", "android.widget.FrameLayout").blocking
    return View.stack([card]).padding(left: 0, top: Phone.statusBarHeight + 4, right: 8).placed(.topRight)
  }

  /// One of several things to do, in the middle of the screen.
  func list(_ items: [(title: String, action: PhoneAction)]) -> View {
    Dialog.card(
      phone, title: "",
      content: [.space(height: 8)]
        + items.map { item in
          View.row([View.text(item.title, 16, theme.text, id: "\(package):id/title").weighted()]).padding(24, 0)
            .atLeast(height: 52).wide.tap { phone in
              phone.activity.dialog = nil
              item.action(&phone)
            }
        }, buttons: [])
  }

  /// Asks before something that can't be undone.
  func confirm(_ title: String, _ text: String, _ yes: String, _ action: @escaping PhoneAction) -> View {
    Dialog.confirm(phone, title: title, text: text, yes: yes, action)
  }
}
