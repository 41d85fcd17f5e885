extension Phone {
  /// The apps that can show a file, the usual one first.
  func apps(for path: String) -> [any App] {
    let intent = PhoneIntent(action: "android.intent.action.VIEW", data: "file://\(path)")
    return Apps.all.filter { $0.activity(for: intent, self) != nil }
  }

  /// Shows a file in an app, over the screen in front; the first one that can where none is named.
  mutating func openFile(_ path: String, in package: String? = nil) {
    let intent = PhoneIntent(action: "android.intent.action.VIEW", data: "file://\(path)")
    for app in Apps.all where package == nil || app.package.name == package {
      guard let activity = app.activity(for: intent, self) else { continue }
      return push(activity)
    }
    showToast("There is no app for \(PhoneFileSystem.name(of: path))")
  }
}
