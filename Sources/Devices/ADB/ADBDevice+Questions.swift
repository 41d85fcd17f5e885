/// How a device's screen is set up.
public struct ScreenFacts: Sendable, Equatable {
  /// Width in pixels in the screen's natural position.
  public var width: Int?
  /// Height in pixels in the screen's natural position.
  public var height: Int?
  /// Dots per inch.
  public var density: Int?
  /// Quarter turns, 0 to 3.
  public var rotation: Int?
  /// The activity in front, `package/activity`.
  public var activity: String?
}

extension ADBDevice {
  /// Size, density, rotation and foreground in one round trip.
  func screenFacts() throws(DeviceError) -> ScreenFacts {
    let text = try ask(
      "wm size; wm density; dumpsys window | grep -E 'mCurrentFocus|mFocusedApp|mCurrentRotation|mRotation='",
      "what is in front"
    ).text
    let size = ScreenSize(text).effective
    return ScreenFacts(
      width: size?.width, height: size?.height, density: ScreenDensity.effective(text),
      rotation: ScreenRotation.quarterTurns(text), activity: ForegroundActivity.component(text))
  }

  /// Size, density, rotation and foreground.
  public func screen() async throws(DeviceError) -> ScreenFacts {
    try await persistently { () throws(DeviceError) in try screenFacts() }
  }

  /// The system's properties by name (`getprop`).
  public func properties() async throws(DeviceError) -> [String: String] {
    try await persistently { () throws(DeviceError) in
      SystemProperties.values(try ask("getprop", "its properties").text)
    }
  }

  /// The names of the packages that are installed, sorted.
  public func packages() async throws(DeviceError) -> [String] {
    try await persistently { () throws(DeviceError) in
      PackageList.names(try ask("pm list packages", "its packages").text)
    }
  }

  /// The activities that the launcher shows.
  func launcherComponents() throws(DeviceError) -> [Component] {
    let query = "query-activities --brief -a android.intent.action.MAIN -c android.intent.category.LAUNCHER"
    return LauncherActivities.components(try ask("cmd package \(query)", "its apps").text)
  }

  /// The value of a setting; nil where there is none.
  ///
  /// - Parameter table: `system`, `secure` or `global`.
  public func setting(_ key: String, in table: String) async throws(DeviceError) -> String? {
    let command = "settings get \(ShellWord.quoted(table)) \(ShellWord.quoted(key))"
    return try await persistently { () throws(DeviceError) in
      SettingValue.value(try ask(command, "the setting \(key)").text)
    }
  }

  // MARK: - Files

  /// Writes a file on the device.
  ///
  /// - Parameters:
  ///   - mode: its permissions.
  ///   - modified: seconds since 1970.
  public func push(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, modified: UInt32
  ) async throws(DeviceError) {
    try await persistently { () throws(DeviceError) in
      let deadline = Deadline("the file \(path)", seconds: fileSeconds(bytes.count))
      let connection = try server.open(device: serial, name: name, deadline)
      try connection.beginSync(deadline)
      // A regular file.
      try connection.push(bytes, to: path, mode: 0o100000 | mode, modified: modified, deadline)
    }
  }

  /// Reads a file of the device.
  ///
  /// - Throws: `DeviceError.refused` where there is no such file.
  public func pull(_ path: String) async throws(DeviceError) -> [UInt8] {
    try await persistently { () throws(DeviceError) in
      let deadline = Deadline("the file \(path)", seconds: fileSeconds(64 << 20))
      let connection = try server.open(device: serial, name: name, deadline)
      try connection.beginSync(deadline)
      return try connection.pull(path, deadline)
    }
  }

  /// Looks at a file of the device; nil where there is none.
  public func status(of path: String) async throws(DeviceError) -> FileStatus? {
    try await persistently { () throws(DeviceError) in
      let deadline = Deadline("the file \(path)", seconds: options.querySeconds)
      let connection = try server.open(device: serial, name: name, deadline)
      try connection.beginSync(deadline)
      return try connection.status(of: path, deadline)
    }
  }

  /// A megabyte a second is slow even for a network.
  private func fileSeconds(_ count: Int) -> Double { options.actionSeconds + Double(count) / 1e6 }
}
