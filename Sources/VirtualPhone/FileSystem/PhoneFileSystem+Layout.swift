extension PhoneFileSystem {
  /// Shared storage, where people's files are; `/sdcard` is a link to it.
  public static let sharedStorage = "/storage/emulated/0"

  /// The directories of a phone that has just been set up.
  ///
  /// - Parameters:
  ///   - packages: names of apps, each of which gets `/data/data/NAME`.
  ///   - commands: names in `/system/bin`.
  ///   - now: seconds since 1970, UTC.
  public init(packages: [String], commands: [String], now: Int) {
    self.init()
    self.now = now
    let shared = [
      "Alarms", "Android/data", "Android/media", "Android/obb", "Audiobooks", "DCIM/Camera", "Documents", "Download",
      "Movies", "Music", "Notifications", "Pictures", "Podcasts", "Recordings", "Ringtones",
    ]
    for directory in shared { make("\(Self.sharedStorage)/\(directory)", 0o770) }
    for directory in ["/data/app", "/data/data", "/data/system", "/dev", "/mnt", "/proc", "/sys", "/vendor/bin"] {
      make(directory, 0o771)
    }
    make("/storage/self", 0o755)
    make("/data/local/tmp", 0o771)
    make("/system/bin", 0o755)
    // Each of these is new in an empty file system, so none can fail.
    try? makeLink("/sdcard", to: Self.sharedStorage)
    try? makeLink("/mnt/sdcard", to: Self.sharedStorage)
    try? makeLink("/storage/self/primary", to: Self.sharedStorage)
    try? makeLink("/bin", to: "/system/bin")
    make("/data/user", 0o711)
    try? makeLink("/data/user/0", to: "/data/data")
    for package in packages {
      for directory in ["cache", "databases", "files", "shared_prefs"] {
        make("/data/data/\(package)/\(directory)", 0o771)
      }
      make("/data/app/\(package)-1", 0o755)
      try? write([], to: "/data/app/\(package)-1/base.apk", permissions: 0o644)
    }
    for command in commands { try? write([], to: "/system/bin/\(command)", permissions: 0o755) }
  }

  private mutating func make(_ path: String, _ permissions: UInt32) {
    try? makeDirectory(path, withParents: true, permissions: permissions)
  }
}
