import Imaging

/// Dialogs in the way of Android's `AlertDialog`.
enum Dialog {
  struct Button: Sendable {
    var title: String
    var action: PhoneAction
    var isEnabled = true
  }

  /// What is free above and below a dialog at least.
  private static let margin = 16.0

  /// A dialog over the dimmed screen; a tap beside it closes it.
  static func scrim(_ dialog: View, _ phone: Phone) -> View {
    // Menus at a corner don't dim what is under them.
    let isMenu = dialog.ownAlignment == .topRight
    var outside = View(.stack).filling
    if !isMenu { outside = outside.fill(Color.black.faded(0.32)) }
    // A tap outside cancels; it is no node of the hierarchy.
    outside.onSlide = { phone, _ in dismiss(&phone) }
    return View.stack([outside, View.stack([dialog], .center).filling], .center).filling.blocking
  }

  /// Title, content, buttons. `neutral` stands on the left.
  static func card(
    _ phone: Phone, title: String, content: [View], neutral: Button? = nil, buttons: [Button]
  ) -> View {
    let theme = phone.theme
    var parts: [View] = []
    if !title.isEmpty {
      parts.append(
        View.text(title, 24, theme.text, id: "android:id/alertTitle").wide.padding(
          left: 24, top: 22, right: 24, bottom: 14))
    }
    let list = View.column(content).wide
    let layout = Layout(dp: phone.dp, fontScale: phone.fontScale, activity: phone.activity)
    let width = min(phone.widthDP - 56, 560)
    // Title and buttons are always there, what is between them scrolls where it has no room.
    let hasButtons = !buttons.isEmpty || neutral != nil
    let head = parts.map { Double(layout.node($0, phone.pixels(width), Layout.unlimited).frame.height) / phone.dp }
    let around = head.reduce(hasButtons ? 60 : 16, +) + 2 * margin
    let most = max(48, min(phone.heightDP * 0.62, phone.dialogHeightDP - around))
    let height = Double(layout.node(list, phone.pixels(width), Layout.unlimited).frame.height) / phone.dp
    parts.append(
      height > most ? View.scroll("dialog", list).size(height: .fixed(most)) : list)
    var row = [View.space(width: 12)]
    if let neutral { row.append(button(neutral, theme, "android:id/button3")) }
    row.append(.spring)
    for (index, item) in buttons.enumerated() {
      row.append(button(item, theme, index == buttons.count - 1 ? "android:id/button1" : "android:id/button2"))
    }
    row.append(.space(width: 12))
    if hasButtons {
      parts.append(View.row(row).wide.padding(left: 0, top: 4, right: 0, bottom: 8))
    } else {
      parts.append(.space(height: 16))
    }
    return View.column(parts).size(width: .fixed(width)).fill(theme.raised, corner: 28)
      .id("android:id/content", "android.widget.FrameLayout").blocking
  }

  /// A message with Cancel and one other button, which closes it and acts.
  static func confirm(
    _ phone: Phone, title: String, text: String, yes: String, _ action: @escaping PhoneAction
  ) -> View {
    message(
      phone, title: title, text: text,
      buttons: [
        Button(title: "Cancel", action: dismiss),
        Button(
          title: yes,
          action: { phone in
            dismiss(&phone)
            action(&phone)
          }),
      ])
  }

  /// A message with buttons.
  static func message(_ phone: Phone, title: String, text: String, buttons: [Button]) -> View {
    card(
      phone, title: title,
      content: [
        View.text(text, 16, phone.theme.secondary, id: "android:id/message").wide.padding(
          left: 24, top: title.isEmpty ? 22 : 0, right: 24, bottom: 14)
      ], buttons: buttons)
  }

  /// One of several to choose.
  static func choice(
    _ phone: Phone, title: String, options: [String], selected: Int?, cancel: String = "Cancel",
    choose: @escaping @Sendable (inout Phone, Int) -> Void
  ) -> View {
    let theme = phone.theme
    let rows = options.enumerated().map { index, option in
      View.row([
        View(.radio(isOn: index == selected)).size(width: .fixed(32), height: .fixed(24)), .space(width: 16),
        View.text(option, 16, theme.text).weighted(),
      ]).padding(24, 0).atLeast(height: 48).wide.id("android:id/text1", "android.widget.CheckedTextView").checked(
        index == selected
      ).tap { phone in
        phone.activity.dialog = nil
        choose(&phone, index)
      }
    }
    return card(phone, title: title, content: rows, buttons: [Button(title: cancel, action: dismiss)])
  }

  static let dismiss: PhoneAction = { phone in
    phone.activity.dialog = nil
    phone.activity.focus = nil
    phone.system.isKeyboardUp = false
  }

  static func button(_ button: Button, _ theme: Theme, _ id: String) -> View {
    View.stack([View.text(button.title, 14, theme.accent, weight: 500).enabled(button.isEnabled)], .center).padding(
      12, 0
    )
    .size(height: .fixed(48)).id(id, "android.widget.Button").label(button.title).enabled(button.isEnabled)
    .tap(button.action)
  }
}
