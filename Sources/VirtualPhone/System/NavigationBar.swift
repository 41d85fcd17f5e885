import Imaging

/// The gesture's handle, or three buttons.
enum NavigationBar {
  static func view(_ phone: Phone) -> View {
    let color = phone.hasDarkBottom ? Color.white : Color(hex: 0x606061)
    guard phone.hasButtons else {
      let handle = View(.stack).size(width: .fixed(108), height: .fixed(4)).fill(color, corner: 2)
      return View.stack([handle], .center).filling
    }
    func button(_ icon: String, _ label: String, _ id: String, _ action: @escaping PhoneAction) -> View {
      View.stack([.icon(icon, color, size: 22)], .center).size(width: .fixed(80), height: .fill)
        .label(label, "android.widget.ImageView").id("com.android.systemui:id/\(id)").tap(action)
    }
    return View.row([
      .spring, button("arrow_back_ios_new", "Back", "back") { $0.goBack() },
      .spring, button("radio_button_unchecked", "Home", "home_button") { $0.goHome() },
      .spring, button("crop_square", "Overview", "recent_apps") { $0.showRecents() }, .spring,
    ]).filling
  }
}
