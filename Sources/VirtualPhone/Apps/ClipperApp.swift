import Imaging

/// Lets commands read and set the clipboard: `am broadcast -a clipper.get`, `am broadcast -a clipper.set -e text TEXT`.
struct ClipperApp: App {
  static let name = "ca.zgrs.clipper"

  var package: PhonePackage {
    PhonePackage(name: Self.name, label: "Clipper", launcherActivity: "\(Self.name)/\(Self.name).Main", isSystem: false)
  }
  var icon: AppIcon { AppIcon("content_paste", background: 0x3DDC84) }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let theme = phone.theme
    let text = phone.system.clipboard
    return parts.screen(
      parts.bar("Clipper", back: false),
      View.scroll(
        "clipper",
        View.column([
          View.text(
            "Clipper is running. With adb, `am broadcast -a clipper.get` prints the clipboard, and `am broadcast -a clipper.set -e text TEXT` fills it.",
            16, theme.text
          ).wide, .space(height: 24), View.text("Clipboard", 14, theme.accent, weight: 500), .space(height: 4),
          View.text(text.isEmpty ? "Empty" : text, 16, theme.secondary, id: "\(Self.name):id/clipboard").wide,
          .space(height: 32), parts.field("text", "Text to copy", isMultiline: true), .space(height: 16),
          View.row([
            parts.pill("Copy", isEnabled: !activity.text("text").isEmpty) { phone in
              phone.system.clipboard = phone.activity.text("text")
              phone.showToast("Text is copied into clipboard.")
            }, .space(width: 12),
            parts.pill("Clear", filled: false, isEnabled: !text.isEmpty) { phone in
              phone.system.clipboard = ""
              phone.showToast("The clipboard is empty")
            },
          ]),
        ]).padding(20, 12).wide))
  }

  /// What a broadcast to it answers; nil where it is for someone else.
  ///
  /// Like any app since Android 10, it reads the clipboard only while it is in front.
  static func answer(_ intent: PhoneIntent, _ phone: inout Phone) -> String? {
    switch intent.action {
    case "clipper.get", "get":
      return phone.foregroundActivity.hasPrefix(name + "/") ? phone.system.clipboard : ""
    case "clipper.set", "set":
      guard let text = intent.extras["text"] else { return "No text is provided. Use -e text \"text to be pasted\"" }
      phone.system.clipboard = text
      return "Text is copied into clipboard."
    default: return nil
    }
  }
}
