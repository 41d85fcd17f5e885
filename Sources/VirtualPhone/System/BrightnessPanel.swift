import Imaging

/// The slider that the display's settings open over the screen.
enum BrightnessPanel {
  static func view(_ phone: Phone) -> View {
    let slider = View(.slider(phone.brightnessShare, .brightness)).size(
      width: .fixed(phone.widthDP - 32), height: .fixed(48)
    )
    .label("Display brightness").id("com.android.systemui:id/slider")
    .slide { phone, share in phone.setBrightness(share: share) }
    var outside = View(.stack).filling
    outside.onSlide = { phone, _ in phone.system.isBrightnessOpen = false }
    return View.stack([outside, View.stack([slider]).padding(left: 16, top: 56.8)]).filling.blocking
  }
}
