import Imaging

/// A short message at the screen's foot.
enum Toast {
  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    return View.stack(
      [
        View.text(phone.system.toast, 14, theme.text, lines: 2, id: "android:id/message").padding(20, 12).fill(
          theme.raised, corner: 24)
      ], .center
    ).padding(24, 0).filling
  }
}
