/// Activities as Android writes them.
enum ActivityText {
  /// `com.android.settings/.Settings` with the class in full.
  static func full(_ component: String) -> String {
    let parts = component.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix(".") else { return component }
    return "\(parts[0])/\(parts[0])\(parts[1])"
  }

  /// The other way round: without the package where the class begins with it.
  static func short(_ component: String) -> String {
    let parts = component.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix("\(parts[0]).") else { return component }
    return "\(parts[0])/\(parts[1].dropFirst(parts[0].count))"
  }

  static func package(_ component: String) -> String { component.split(separator: "/").first.map(String.init) ?? "" }

  /// A number that stays the same for a name, as processes and windows have.
  static func process(_ name: String) -> Int { 1000 + Int(hash(name) % 20_000) }
  static func window(_ name: String) -> String { String(hash(name) & 0xFFF_FFFF | 0x100_0000, radix: 16) }

  private static func hash(_ name: String) -> UInt32 {
    // FNV-1a.
    name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// Packages that have a process: those that are always there, and apps that were started.
  static func running(_ host: PhoneHost) -> [String] {
    let always = [
      "com.android.systemui", "com.google.android.apps.nexuslauncher", "com.google.android.inputmethod.latin",
    ]
    return always + host.phone.system.tasks.map(\.package)
  }
}
