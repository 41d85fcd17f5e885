import Imaging

/// Android's list of what a text or a file can be given to. The activity's value `shared` is the text.
enum ShareSheet {
  /// The apps that take a text, with the activities that do.
  static func targets(_ text: String, _ phone: Phone) -> [(app: any App, activity: Activity)] {
    let intent = PhoneIntent(
      action: "android.intent.action.SEND", type: "text/plain",
      extras: ["android.intent.extra.TEXT": text, "sms_body": text])
    return Apps.all.compactMap { app in app.activity(for: intent, phone).map { (app, $0) } }
  }

  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let text = phone.value("shared")
    func target(_ icon: View, _ title: String, _ action: @escaping PhoneAction) -> View {
      View.column([
        icon,
        View.text(title, 12, theme.text, lines: 2, alignment: .center).size(width: .fixed(80)).padding(left: 0, top: 6),
      ]).aligned(.top).size(width: .fixed(80)).padding(0, 8).label(title, "android.widget.LinearLayout")
        .tap { phone in
          phone.activity.dialog = nil
          phone.activity.values["shared"] = nil
          action(&phone)
        }
    }
    var items = targets(text, phone).map { item in
      target(.appIcon(item.app.icon, size: 48), item.app.package.label) { phone in phone.push(item.activity) }
    }
    items.append(
      target(
        View.stack([.icon("content_copy", theme.tileOnText)], .center).square(48).fill(theme.tileOn, corner: 24), "Copy"
      ) { phone in
        phone.system.clipboard = text
        phone.showToast("Copied")
      })
    let rows = stride(from: 0, to: items.count, by: 3).map { start in
      View.row(Array(items[start..<min(start + 3, items.count)])).aligned(.topLeft).padding(24, 0).wide
    }
    return Dialog.card(
      phone, title: "Share",
      content: [
        View.text(text, 14, theme.secondary, lines: 3, id: "android:id/content_preview_text").wide.padding(24, 4)
      ] + rows, buttons: [Dialog.Button(title: "Cancel", action: Dialog.dismiss)])
  }
}
