/// Storage: what the system takes, and the files on the shared storage by kind.
enum StoragePages {
  static func page(_ phone: Phone) -> SettingsPage {
    let shared = PhoneFileSystem.sharedStorage
    func size(_ directories: [String]) -> String {
      text(directories.reduce(0) { $0 + bytes(in: "\(shared)/\($1)", phone.files, depth: 0) })
    }
    return SettingsPage(
      title: "Storage",
      items: [
        .fact(title: "3.71 GB used", summary: "of 8.0 GB"),
        .toggle(
          title: "Storage manager", summary: "Remove backed up photos and videos",
          key: "automatic_storage_manager_enabled", table: .secure),
        .divider, .to("Apps", "1.2 GB", "allapps", icon: "apps"),
        .fact(title: "Images", summary: size(["DCIM", "Pictures"])), .fact(title: "Videos", summary: size(["Movies"])),
        .fact(
          title: "Audio", summary: size(["Music", "Recordings", "Podcasts", "Audiobooks", "Ringtones", "Alarms"])),
        .fact(title: "Documents & other", summary: size(["Documents", "Download"])),
        .fact(title: "System", summary: "2.4 GB"),
      ])
  }

  /// What is left of the storage, for example `4.35 GB`, as the settings' first page has it on a new phone.
  static func free(_ phone: Phone) -> String { text(max(0, 4_352_000_000 - phone.files.used)) }

  private static func bytes(in path: String, _ files: PhoneFileSystem, depth: Int) -> Int {
    // Links aren't followed, so there are no circles; nobody has folders this deep.
    guard depth < 16 else { return 0 }
    return ((try? files.list(path)) ?? []).reduce(0) { sum, entry in
      switch entry.kind {
      case .file: sum + entry.size
      case .directory: sum + bytes(in: "\(path)/\(entry.name)", files, depth: depth + 1)
      case .link: sum
      }
    }
  }

  /// As Android writes sizes: `0 B`, `1.20 kB`, `24 MB`.
  static func text(_ bytes: Int) -> String {
    let units = ["B", "kB", "MB", "GB"]
    var (value, unit) = (Double(bytes), 0)
    while value > 900, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let hundredths = Int((value * 100).rounded())
    let text =
      unit == 0 || value >= 100
      ? "\(Int(value.rounded()))" : "\(hundredths / 100).\(CivilTime.two(hundredths % 100))"
    return "\(text) \(units[unit])"
  }
}
