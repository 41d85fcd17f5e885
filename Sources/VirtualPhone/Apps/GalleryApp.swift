import Imaging

/// The pictures that were taken.
struct GalleryApp: App {
  static let name = "com.simplemobiletools.gallery.pro"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Simple Gallery Pro",
      launcherActivity: "\(Self.name)/com.simplemobiletools.gallery.pro.activities.MainActivity", isSystem: false)
  }
  var icon: AppIcon { AppIcon("photo", background: 0xF57C00) }

  func component(of screen: String) -> String {
    screen == "photo"
      ? "\(Self.name)/com.simplemobiletools.gallery.pro.activities.ViewPagerActivity"
      : package.launcherActivity ?? Self.name
  }

  func reset(_ phone: inout Phone) {
    var random = SplitMix(phone.configuration.seed ^ 0x6A11)
    phone.data.photos = PhotosData()
    let now = phone.milliseconds
    for day in (1...(3 + random.below(8))).reversed() {
      phone.data.photos.add(time: now - day * 86_400_000 + random.below(40_000) * 1000, number: random.next())
    }
  }

  func hasDarkTop(_ activity: Activity) -> Bool { activity.screen == "photo" }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    activity.screen == "photo" ? viewer(activity, phone) : grid(phone)
  }

  private func grid(_ phone: Phone) -> View {
    let parts = AppParts(phone: phone, package: package.name)
    let photos = phone.data.photos.photos
    let side = (phone.widthDP - 8) / 3
    let rows = stride(from: 0, to: photos.count, by: 3).map { start in
      View.row(
        photos[start..<min(start + 3, photos.count)].map { photo in
          let name = photo.name
          return View.stack([.photo(photo.number)]).square(side).padding(2).label(name, "android.widget.ImageView")
            .tap { $0.open("photo", ["name": name]) }
        }
      )
    }
    let content = rows.isEmpty ? [parts.empty("No media files have been found.")] : rows
    return parts.screen(
      parts.bar(
        "Gallery", back: false,
        buttons: [AppParts.Button("photo_camera", "Open camera") { $0.launch("com.android.camera2") }]),
      View.scroll("grid", View.column(content).padding(4, 0).wide))
  }

  private func viewer(_ activity: Activity, _ phone: Phone) -> View {
    let photos = phone.data.photos.photos
    let name = activity.values["name"] ?? ""
    guard let index = photos.firstIndex(where: { $0.name == name }) else {
      return View.stack([View.text("This picture was deleted", 16, .white)], .center).filling.fill(.black)
    }
    func button(_ icon: String, _ label: String, _ action: @escaping PhoneAction) -> View {
      View.stack([.icon(icon, .white)], .center).square(48).label(label, "android.widget.ImageButton").tap(action)
    }
    let show: @Sendable (inout Phone, Int) -> Void = { phone, step in
      let photos = phone.data.photos.photos
      let next = index + step
      if photos.indices.contains(next) { phone.activity.values["name"] = photos[next].name }
    }
    return View.column([
      View.row([
        button("arrow_back", "Navigate up") { $0.goBack() }, .space(width: 8),
        View.text(name, 18, .white, lines: 1).weighted(),
      ]).padding(left: 4, top: Phone.statusBarHeight, right: 4, bottom: 8).wide,
      View.stack([.photo(photos[index].number)]).wide.weighted().label(name, "android.widget.ImageView").swipe {
        phone, direction in
        if direction == .left { show(&phone, 1) }
        if direction == .right { show(&phone, -1) }
      },
      View.row([
        .spring, button("info_outline", "Properties") { $0.activity.dialog = "info" }, .spring,
        button("edit", "Rename") { phone in
          phone.activity.dialog = "rename"
          phone.focus("edit", text: name)
        }, .spring,
        button("delete_outline", "Delete") { $0.activity.dialog = "delete" }, .spring,
      ]).size(width: .fill, height: .fixed(72)),
    ]).filling.fill(.black)
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let file = activity.values["name"] ?? ""
    guard let photo = phone.data.photos.photos.first(where: { $0.name == file }) else { return nil }
    switch name {
    case "info":
      let time = CivilTime(milliseconds: photo.time + phone.timeZoneOffset)
      return Dialog.message(
        phone, title: "Properties",
        text:
          "Name: \(file)\nPath: /storage/emulated/0/DCIM\nTaken: \(time.monthName) \(time.day), \(time.year) \(time.clock(is24Hour: phone.is24Hour))",
        buttons: [Dialog.Button(title: "OK", action: Dialog.dismiss)])
    case "rename":
      return SettingsDialogs.text(phone, title: "Rename", confirm: "OK") { phone, name in
        guard !name.isEmpty, !phone.data.photos.photos.contains(where: { $0.name == name }),
          let index = phone.data.photos.photos.firstIndex(where: { $0.name == file })
        else { return phone.showToast("That name can’t be used") }
        phone.data.photos.photos[index].name = name
        phone.activity.values["name"] = name
      }
    default:
      return AppParts(phone: phone, package: package.name).confirm(
        "Delete", "Are you sure you want to delete \(file)?", "Yes"
      ) {
        phone in
        phone.data.photos.photos.removeAll { $0.name == file }
        phone.finish()
      }
    }
  }
}
