import Imaging

/// What can be done with a selected text.
enum SelectionBar {
  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    func item(_ title: String, _ action: @escaping PhoneAction) -> View {
      View.stack([View.text(title, 14, theme.text, weight: 500)], .center).padding(14, 0).size(height: .fixed(44))
        .label(title, "android.widget.Button").tap(action)
    }
    return View.stack(
      [
        View.row([
          item("Cut") { $0.copySelection(cutting: true) }, item("Copy") { $0.copySelection(cutting: false) },
          item("Paste") { $0.paste() }, item("Select all") { $0.edit { $0.selectAll() } },
        ]).fill(theme.surface, corner: 22).outline(theme.divider, corner: 22)
      ], .center
    ).filling
  }
}
