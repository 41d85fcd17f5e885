import Imaging

/// The camera; what it sees changes with the time.
///
/// The activity's values: `front`, 1 for the other camera; `mode`, `video` or none; `modes`, 1 while the list of modes is
/// open; `since`, the uptime at which a recording began.
struct CameraApp: App {
  static let name = "com.android.camera2"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Camera", launcherActivity: "\(Self.name)/com.android.camera.CameraLauncher",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon("photo_camera", background: 0x5F6368) }

  func hasDarkTop(_ activity: Activity) -> Bool { true }

  func reset(_ phone: inout Phone) {
    PhotosData.write(seed: phone.configuration.seed, now: phone.milliseconds, to: &phone.files)
  }

  /// What was taken are files, which outlive the app's own data.
  func clear(_ phone: inout Phone) {}

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    switch intent.action {
    case "android.media.action.STILL_IMAGE_CAMERA", "android.media.action.IMAGE_CAPTURE":
      Activity(package.name, "main")
    case "android.media.action.VIDEO_CAMERA", "android.media.action.VIDEO_CAPTURE":
      Activity(package.name, "main", ["mode": "video"])
    default: nil
    }
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    let isFront = activity.values["front"] == "1"
    let isVideo = activity.values["mode"] == "video"
    let scene = UInt64(phone.system.uptime / 10_000) &* 2 &+ (isFront ? 1 : 0) &+ phone.configuration.seed &* 1000
    let since = activity.values["since"].flatMap { Int($0) }
    func round(_ icon: String, _ label: String, _ id: String, _ action: @escaping PhoneAction) -> View {
      View.stack(
        [
          View.stack([.icon(icon, .white)], .center).square(56).fill(Color(hex: 0x3C4043), corner: 28)
            .label(label, "android.widget.ImageButton").id("\(Self.name):id/\(id)").tap(action)
        ], .center
      ).weighted()
    }
    let middle =
      isVideo
      ? View(.stack).square(since == nil ? 28 : 24).fill(Color(hex: 0xF44336), corner: since == nil ? 14 : 4)
      : View(.stack).square(60).fill(.white, corner: 30)
    let shutter = View.stack(
      [
        View.stack([middle], .center).square(76).outline(.white, corner: 38)
          .label("Shutter", "android.widget.ImageView").id("\(Self.name):id/shutter_button").tap { phone in
            isVideo ? phone.record() : phone.takePhoto(scene)
          }
      ], .center
    ).weighted()
    var preview: [View] = [.scene(scene)]
    if let since {
      let seconds = max(0, phone.system.uptime - since) / 1000
      preview.append(
        View.text(
          "\(CivilTime.two(seconds / 60)):\(CivilTime.two(seconds % 60))", 20, .white,
          id: "\(Self.name):id/recording_time"
        )
        .padding(12, 6).fill(Color(hex: 0xB71C1C), corner: 8).placed(.top))
    }
    let openModes: PhoneAction = { $0.activity.values["modes"] = "1" }
    let foot: [View] =
      since == nil
      ? [
        round("photo_library", "Filmstrip", "filmstrip_button") { $0.launch(GalleryApp.name) }, shutter,
        round("flip_camera_android", isFront ? "Front camera" : "Back camera", "camera_toggle_button") { phone in
          phone.activity.values["front"] = phone.value("front") == "1" ? nil : "1"
        },
      ] : [.spring, shutter, .spring]
    let screen = View.column([
      View.row([
        View.stack([.icon("menu", .white)], .center).square(48).label("Mode list", "android.widget.ImageButton")
          .id("\(Self.name):id/accessibility_mode_toggle_button").enabled(since == nil).tap(openModes),
        .spring, View.text(isVideo ? "Video" : "Camera", 16, .white), .spring, .space(width: 48),
      ]).padding(left: 8, top: Phone.statusBarHeight, right: 8, bottom: 4).wide,
      View.stack(preview).wide.weighted().id("\(Self.name):id/preview_content").swipe { phone, direction in
        if direction == .right, phone.value("since").isEmpty { openModes(&phone) }
      }, View.row(foot).size(width: .fill, height: .fixed(140)),
    ]).filling.fill(.black)
    return activity.values["modes"] == "1" ? modes(isVideo: isVideo) : screen
  }

  private func modes(isVideo: Bool) -> View {
    func mode(_ icon: String, _ title: String, _ label: String, _ value: String?) -> View {
      View.row([
        .space(width: 24), .icon(icon, .white, size: 32), .space(width: 24), View.text(title, 20, .white).weighted(),
      ]).size(width: .fill, height: .fixed(72)).label(label, "android.widget.TextView")
        .selected((value != nil) == isVideo).tap { phone in
          phone.activity.values["mode"] = value
          phone.activity.values["modes"] = nil
        }
    }
    return View.column([
      .space(height: Phone.statusBarHeight + 56), mode("photo_camera", "Camera", "Switch to Camera Mode", nil),
      mode("videocam", "Video", "Switch to Video Camera", "video"), View(.stack).filling.weighted(),
    ]).filling.fill(Color(hex: 0x202124)).id("\(Self.name):id/mode_list_layout").swipe { phone, direction in
      if direction == .left { phone.activity.values["modes"] = nil }
    }
  }

  /// Back closes the list of modes, and ends a recording.
  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.values["modes"] != nil {
      phone.activity.values["modes"] = nil
      return true
    }
    guard phone.activity.values["since"] != nil else { return false }
    phone.record()
    return true
  }

  /// A camera that goes out of sight stops recording.
  func tick(_ phone: inout Phone, since uptime: Int) {
    guard
      let task = phone.system.tasks.lastIndex(where: { task in
        task.package == Self.name && task.activities.last?.values["since"] != nil
      }), task != phone.system.tasks.indices.last || !phone.system.isAppInFront || !phone.system.isScreenOn,
      let last = phone.system.tasks[task].activities.indices.last
    else { return }
    let since = phone.system.tasks[task].activities[last].values["since"].flatMap { Int($0) } ?? 0
    phone.system.tasks[task].activities[last].values["since"] = nil
    phone.keepVideo(milliseconds: phone.system.uptime - since)
  }
}

extension Phone {
  fileprivate mutating func takePhoto(_ scene: UInt64) {
    stampFiles()
    let directory = PhotosData.pictures
    let name = PhotosData.name("IMG", milliseconds + timeZoneOffset, ".jpg", in: directory, files)
    do throws(FileSystemError) {
      try files.makeDirectory(directory, withParents: true)
      try files.write(PhotoScene.jpeg(scene), to: "\(directory)/\(name)")
      showToast("Photo saved")
    } catch {
      showToast("The photo can’t be saved: \(error)")
    }
  }

  /// Begins a recording, or ends the one that runs.
  fileprivate mutating func record() {
    guard let since = activity.values["since"].flatMap({ Int($0) }) else {
      activity.values["since"] = String(system.uptime)
      return
    }
    activity.values["since"] = nil
    keepVideo(milliseconds: system.uptime - since)
  }

  fileprivate mutating func keepVideo(milliseconds length: Int) {
    stampFiles()
    let directory = PhotosData.videos
    let name = PhotosData.name("VID", milliseconds + timeZoneOffset, ".mp4", in: directory, files)
    do throws(FileSystemError) {
      try files.makeDirectory(directory, withParents: true)
      try files.write(VideoFile.bytes(milliseconds: length), to: "\(directory)/\(name)")
      showToast("Video saved")
    } catch {
      showToast("The video can’t be saved: \(error)")
    }
  }
}
