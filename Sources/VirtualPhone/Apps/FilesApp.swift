import Imaging

/// The system's files app (DocumentsUI): roots, folders, and what can be done with files.
///
/// Screens: `main`, a root or a folder; `pick`, the choice of a folder to copy or move to.
struct FilesApp: App {
  static let name = "com.google.android.documentsui"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Files", launcherActivity: "\(Self.name)/com.android.documentsui.files.FilesActivity",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon("folder", background: 0x1A73E8) }

  func component(of screen: String) -> String {
    screen == "pick"
      ? "\(Self.name)/com.android.documentsui.picker.PickActivity" : package.launcherActivity ?? package.name
  }

  func reset(_ phone: inout Phone) {
    clear(&phone)
    FilesData.write(seed: phone.configuration.seed, now: phone.milliseconds, to: &phone.files)
  }

  /// Files outlive the app's own data.
  func clear(_ phone: inout Phone) { phone.data.files = FilesData() }

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    switch intent.action {
    case "android.intent.action.VIEW_DOWNLOADS": Activity(Self.name, "main", ["root": FilesRoot.downloads.rawValue])
    case "android.intent.action.VIEW"
    where intent.data?.hasPrefix("content://com.android.externalstorage.documents/") == true:
      Activity(Self.name, "main", ["root": FilesRoot.storage.rawValue])
    default: nil
    }
  }

  func view(_ activity: Activity, _ phone: Phone) -> View { FilesBrowser(activity: activity, phone: phone).screen() }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    FilesDialogs(activity: activity, phone: phone).dialog(name)
  }

  /// Back leaves a selection and a search, then goes up, before it leaves the app.
  func back(_ phone: inout Phone) -> Bool {
    let browser = FilesBrowser(activity: phone.activity, phone: phone)
    if phone.activity.values["selected"] != nil {
      phone.activity.values["selected"] = nil
    } else if phone.activity.values["searching"] != nil {
      phone.endFileSearch()
    } else if let folder = browser.folder, let root = browser.root.path, folder != root {
      phone.showFiles(in: PhoneFileSystem.directory(of: folder))
    } else {
      return false
    }
    return true
  }
}

/// Where files are looked for: what the drawer lists.
enum FilesRoot: String, Sendable, CaseIterable {
  case recent = "Recent"
  case images = "Images"
  case videos = "Videos"
  case audio = "Audio"
  case documents = "Documents"
  case downloads = "Downloads"
  case storage = "sdk_gphone_x86_64"

  var icon: String {
    switch self {
    case .recent: "access_time"
    case .images: "image"
    case .videos: "movie"
    case .audio: "audiotrack"
    case .documents: "description"
    case .downloads: "download"
    case .storage: "smartphone"
    }
  }

  /// The folder that it is; nil where it is a search through all of them.
  var path: String? {
    switch self {
    case .downloads: "\(PhoneFileSystem.sharedStorage)/Download"
    case .storage: PhoneFileSystem.sharedStorage
    default: nil
    }
  }

  /// What is said over its files.
  var header: String {
    switch self {
    case .recent: "Recent files"
    case .storage: "Files on \(rawValue)"
    default: "Files in \(rawValue)"
    }
  }

  func holds(_ kind: FileKind) -> Bool {
    switch self {
    case .images: kind == .image
    case .videos: kind == .video
    case .audio: kind == .audio
    case .documents: kind == .document || kind == .text || kind == .page
    case .recent: kind != .folder
    case .downloads, .storage: true
    }
  }
}
