import Imaging

/// The camera; what it sees changes with the time.
struct CameraApp: App {
  var package: PhonePackage {
    PhonePackage(
      name: "com.android.camera2", label: "Camera",
      launcherActivity: "com.android.camera2/com.android.camera.CameraLauncher", isSystem: true)
  }
  var icon: AppIcon { AppIcon("photo_camera", background: 0x5F6368) }

  func hasDarkTop(_ activity: Activity) -> Bool { true }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    intent.action == "android.media.action.STILL_IMAGE_CAMERA" || intent.action == "android.media.action.IMAGE_CAPTURE"
      ? Activity(package.name, "main") : nil
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let isFront = activity.values["front"] == "1"
    let scene = UInt64(phone.system.uptime / 10_000) &* 2 &+ (isFront ? 1 : 0) &+ phone.configuration.seed &* 1000
    func round(_ icon: String, _ label: String, _ action: @escaping PhoneAction) -> View {
      View.stack(
        [
          View.stack([.icon(icon, .white)], .center).square(56).fill(Color(hex: 0x3C4043), corner: 28)
            .label(label, "android.widget.ImageButton").tap(action)
        ], .center
      ).weighted()
    }
    let shutter = View.stack(
      [
        View.stack([View(.stack).square(60).fill(.white, corner: 30)], .center).square(76).outline(.white, corner: 38)
          .label("Shutter", "android.widget.ImageView").id("\(package.name):id/shutter_button").tap { phone in
            phone.data.photos.add(time: phone.milliseconds, number: scene)
            phone.showToast("Photo saved")
          }
      ], .center
    ).weighted()
    return View.column([
      .space(height: Phone.statusBarHeight + 24), View.stack([.photo(scene)]).wide.weighted(),
      View.row([
        round("photo_library", "Gallery") { $0.launch("com.simplemobiletools.gallery.pro") }, shutter,
        round("flip_camera_android", isFront ? "Front camera" : "Back camera") { phone in
          phone.activity.values["front"] = phone.value("front") == "1" ? nil : "1"
        },
      ]).size(width: .fill, height: .fixed(140)),
    ]).filling.fill(.black)
  }
}
