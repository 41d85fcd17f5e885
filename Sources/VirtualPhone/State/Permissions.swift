/// The permissions that apps ask for.
enum Permissions {
  struct Group: Sendable, Equatable {
    var title: String
    var icon: String
    /// The permission that stands for it, for example `android.permission.CAMERA`.
    var name: String
  }

  private static let groups: [String: Group] = [
    "camera": Group(title: "Camera", icon: "photo_camera", name: "android.permission.CAMERA"),
    "microphone": Group(title: "Microphone", icon: "mic_none", name: "android.permission.RECORD_AUDIO"),
    "location": Group(title: "Location", icon: "location_on", name: "android.permission.ACCESS_FINE_LOCATION"),
    "contacts": Group(title: "Contacts", icon: "contacts", name: "android.permission.READ_CONTACTS"),
    "sms": Group(title: "SMS", icon: "message", name: "android.permission.READ_SMS"),
    "phone": Group(title: "Phone", icon: "call", name: "android.permission.CALL_PHONE"),
    "calls": Group(title: "Call logs", icon: "history", name: "android.permission.READ_CALL_LOG"),
    "calendar": Group(title: "Calendar", icon: "event", name: "android.permission.READ_CALENDAR"),
    "photos": Group(title: "Photos and videos", icon: "image", name: "android.permission.READ_MEDIA_IMAGES"),
    "files": Group(title: "Files", icon: "folder", name: "android.permission.MANAGE_EXTERNAL_STORAGE"),
    "notifications": Group(
      title: "Notifications", icon: "notifications", name: "android.permission.POST_NOTIFICATIONS"),
  ]

  /// What an app asks for, by what its name says of it.
  static func wanted(by package: String) -> [Group] {
    let wanted: [(part: String, groups: [String])] = [
      ("contacts", ["contacts", "phone"]), ("messaging", ["sms", "contacts", "phone", "camera", "location"]),
      ("dialer", ["phone", "calls", "contacts", "microphone"]), ("camera", ["camera", "microphone", "location"]),
      ("calendar", ["calendar", "contacts"]), ("gallery", ["photos"]),
      ("chrome", ["camera", "location", "microphone"]),
      ("markor", ["files"]), ("recorder", ["microphone"]), ("files", ["files"]),
    ]
    let names = (wanted.first { package.contains($0.part) }?.groups ?? []) + ["notifications"]
    return names.compactMap { groups[$0] }
  }

  /// On a new phone: what came with it may what it asks for.
  static let atFirst: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: Apps.all.filter { $0.package.isSystem }.map { app in
      (app.package.name, Set(wanted(by: app.package.name).map(\.name)))
    })
}
