import Imaging

/// The message at the foot of an app.
enum SnackbarView {
  static func view(_ bar: Snackbar, _ phone: Phone) -> View {
    // Material's inverse surface.
    let (surface, text, accent) =
      phone.isDark
      ? (Color(hex: 0xE1E2E5), Color(hex: 0x2E3133), Color(hex: 0x00668B))
      : (Color(hex: 0x2E3133), Color(hex: 0xEFF1F3), Color(hex: 0x7CD0FF))
    var parts = [
      View.text(bar.text, 14, text, lines: 2, id: "\(bar.package):id/snackbar_text").padding(16, 0).weighted()
    ]
    if let title = bar.title {
      parts.append(
        View.stack([View.text(title, 14, accent, weight: 500)], .center).padding(12, 0).size(height: .fixed(48))
          .label(title, "android.widget.Button").id("\(bar.package):id/snackbar_action").tap { phone in
            phone.system.snackbar = nil
            Apps.named[bar.package]?.respond(to: bar.action, bar.values, &phone)
          })
    }
    return View.stack([View.row(parts).filling.fill(surface, corner: 4).blocking]).padding(8).filling
  }
}
