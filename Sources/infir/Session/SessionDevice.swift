internal import Devices
internal import Foundation
internal import VirtualPhone

/// Opens the device that `--device` names.
enum SessionDevice {
  /// A device, by `virtual`, `adb` or `adb:SERIAL`.
  ///
  /// - Parameters:
  ///   - seed: varies a virtual phone's content.
  ///   - report: told what the device does besides.
  static func open(
    _ name: String, seed: UInt64, environment: [String: String] = ProcessInfo.processInfo.environment,
    report: @escaping @Sendable (DeviceNotice) -> Void
  ) async throws(DeviceError) -> any Device {
    if name == "virtual" { return VirtualDevice(SharedPhone(PhoneHost(Phone(PhoneConfiguration(seed: seed))))) }
    var options = ADBDeviceOptions(environment: environment)
    options.report = report
    return try await ADBDevice.choose(
      name, server: try ADBServer(environment: environment), options: options, environment: environment)
  }
}
