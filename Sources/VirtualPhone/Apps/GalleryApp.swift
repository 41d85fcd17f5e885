import Imaging

/// The pictures and videos of the phone in the manner of Simple Gallery Pro: folders, what is in one, one picture.
///
/// Screens: `main`, the folders; `folder`, whose value `folder` is a path; `photo`, whose value `path` is one.
struct GalleryApp: App {
  static let name = "com.simplemobiletools.gallery.pro"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Simple Gallery Pro",
      launcherActivity: "\(Self.name)/com.simplemobiletools.gallery.pro.activities.MainActivity", isSystem: false)
  }
  var icon: AppIcon { AppIcon("photo", background: 0xF57C00) }

  func component(of screen: String) -> String {
    switch screen {
    case "photo": "\(Self.name)/\(Self.name).activities.ViewPagerActivity"
    case "folder": "\(Self.name)/\(Self.name).activities.MediaActivity"
    default: package.launcherActivity ?? Self.name
    }
  }

  func reset(_ phone: inout Phone) { phone.data.photos = PhotosData() }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard intent.action == "android.intent.action.VIEW", let data = intent.data else { return nil }
    if data.hasPrefix("content://media/external/images") { return Activity(Self.name, "main") }
    guard data.hasPrefix("file://") else { return nil }
    let path = String(data.dropFirst(7))
    guard let entry = try? phone.files.entry(path), MediaFolder.isMedium(entry) else { return nil }
    return Activity(Self.name, "photo", ["path": path])
  }

  func hasDarkTop(_ activity: Activity) -> Bool { activity.screen == "photo" }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "photo": GalleryViewer(activity: activity, phone: phone).screen()
    case "folder": GalleryGrid(activity: activity, phone: phone).media()
    default: GalleryGrid(activity: activity, phone: phone).folders()
    }
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    GalleryDialogs(activity: activity, phone: phone).dialog(name)
  }

  /// Back leaves a selection and a search before it leaves the screen.
  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.values["selected"] != nil {
      phone.activity.values["selected"] = nil
    } else if phone.activity.focus != nil || !phone.activity.text("search").isEmpty {
      phone.activity.focus = nil
      phone.activity.fields["search"] = nil
    } else {
      return false
    }
    return true
  }
}
