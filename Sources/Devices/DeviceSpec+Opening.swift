public import VirtualPhone
internal import Episodes
internal import Foundation

/// What devices are opened with.
public struct DeviceOpening: Sendable {
  /// `ADB`, `ANDROID_SERIAL`, `ANDROID_ADB_SERVER_PORT`, …
  public var environment: [String: String]
  /// What a virtual phone is like; a seed in the device's name goes before its own.
  public var phone = PhoneConfiguration()
  /// For devices on the adb server.
  public var adb: ADBDeviceOptions
  /// For AndroidWorld's server.
  public var androidWorld = AndroidWorldServerOptions()

  /// The usual, with one who is told what devices do besides.
  public init(environment: [String: String], report: @escaping @Sendable (DeviceNotice) -> Void = { _ in }) {
    self.environment = environment
    adb = ADBDeviceOptions(environment: environment)
    adb.report = report
    androidWorld.report = report
  }
}

extension DeviceSpec {
  /// Opens the device, and makes sure that it is there: the adb server is asked, AndroidWorld's server's health, the
  /// recording is read.
  ///
  /// - Throws: `DeviceError`, why it isn't there or can't be used.
  public func open(_ opening: DeviceOpening) async throws(DeviceError) -> any Device {
    switch self {
    case .virtual(let seed):
      var configuration = opening.phone
      if let seed { configuration.seed = seed }
      return VirtualDevice(SharedPhone(PhoneHost(Phone(configuration))), name: description)
    case .virtualState(let path):
      return VirtualDevice(SharedPhone(try saved(in: path)), name: description)
    case .adb:
      let server = try ADBServer(environment: opening.environment)
      return try await ADBDevice.choose(
        description, server: server, options: opening.adb, environment: opening.environment)
    case .androidWorld(let url):
      let server = try AndroidWorldServer(url: url, options: opening.androidWorld)
      try await server.checkHealth()
      return server
    case .replay(let path):
      let episode: Episode
      do throws(EpisodeError) { episode = try Episode(contentsOf: path) } catch {
        throw .notADevice(text: self.description, reason: error.description)
      }
      return try ReplayDevice(episode)
    }
  }

  private func saved(in path: String) throws(DeviceError) -> PhoneHost {
    let bytes: Data
    do { bytes = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw .notADevice(
        text: description, reason: "\(path) can't be read; give a seed, or the file of infir phone serve --state")
    }
    do throws(PhoneStateError) { return try PhoneHost(savedState: Array(bytes)) } catch {
      throw .notADevice(text: description, reason: error.description)
    }
  }
}
