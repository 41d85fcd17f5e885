/// Which device is meant.
public enum DeviceChoice {
  /// The serial of the device that is meant among those that are there.
  ///
  /// - Parameters:
  ///   - wanted: `adb` for whichever there is, or `adb:SERIAL`, or a serial.
  ///   - environment: `ANDROID_SERIAL` decides where no serial is given.
  /// - Throws: `DeviceError.notFound`, `ambiguous`, or `notReady`.
  public static func serial(
    _ wanted: String, among listed: [DeviceListing], environment: [String: String]
  ) throws(DeviceError) -> String {
    var serial = wanted == "adb" ? "" : wanted.hasPrefix("adb:") ? String(wanted.dropFirst(4)) : wanted
    if serial.isEmpty { serial = environment["ANDROID_SERIAL"] ?? "" }
    if !serial.isEmpty {
      guard let device = listed.first(where: { $0.serial == serial }) else { throw .notFound(name: "adb:" + serial) }
      guard device.isReady else { throw .notReady(name: device.name, state: device.state) }
      return serial
    }
    // One that is ready wins over those that aren't: a phone that charges beside an emulator.
    let ready = listed.filter(\.isReady)
    if ready.count == 1 { return ready[0].serial }
    if ready.count > 1 { throw .ambiguous(names: ready.map(\.serial)) }
    guard let first = listed.first else { throw .notFound(name: "adb") }
    throw .notReady(name: first.name, state: first.state)
  }
}
