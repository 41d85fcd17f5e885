/// Which packages are meant by the names of apps.
public enum AppPackages {
  /// The packages that `open_app` would open for these names on a device, in their order; a name that means none of its
  /// apps is passed over.
  public static func packages(for names: [String], on device: any Device) async throws(DeviceError) -> [String] {
    let listing = try await device.shell(
      "cmd package query-activities --brief -a android.intent.action.MAIN -c android.intent.category.LAUNCHER")
    let launcher = LauncherActivities.components(listing.text)
    return names.compactMap { name in
      AppChoice.components(for: name, launcher: launcher).first { launcher.contains($0) }?.package
    }
  }
}
