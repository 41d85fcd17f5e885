extension Phone {
  /// Opens a page of the settings from outside of them.
  mutating func openSettings(_ screen: String, _ values: [String: String] = [:]) {
    restart(with: Activity("com.android.settings", screen, values))
  }

  mutating func openAppInfo(_ package: String) { openSettings("appinfo", ["package": package]) }
}
