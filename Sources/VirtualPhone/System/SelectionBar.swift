import Imaging

/// What can be done with a selected text, or where a text can be put.
enum SelectionBar {
  static func view(_ phone: Phone) -> View {
    let theme = phone.theme
    func item(_ title: String, _ action: @escaping PhoneAction) -> View {
      View.stack([View.text(title, 14, theme.text, weight: 500)], .center).padding(14, 0).size(height: .fixed(44))
        .label(title, "android.widget.Button").tap(action)
    }
    let hasSelection = phone.activity.focus.flatMap { phone.activity.fields[$0] }?.selection != nil
    let both = [item("Paste") { $0.paste() }, item("Select all") { $0.edit { $0.selectAll() } }]
    let items = [item("Cut") { $0.copySelection(cutting: true) }, item("Copy") { $0.copySelection(cutting: false) }]
    return View.stack(
      [
        View.row(hasSelection ? items + both : both).fill(theme.surface, corner: 22).outline(theme.divider, corner: 22)
      ], .center
    ).filling
  }
}
