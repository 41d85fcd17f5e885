internal import VirtualPhone

/// A device that can be chosen, for lists of them.
public struct DeviceEntry: Sendable, Equatable {
  /// What it is chosen by, for example `adb:emulator-5554`.
  public var spec: DeviceSpec
  /// `ready`, or what keeps it from being used: `offline`, `unauthorized`, …
  public var state: String
  /// The model's name; nil where it isn't known.
  public var model: String?
  /// The screen's size in pixels; nil where it isn't known.
  public var screen: (width: Int, height: Int)?
  /// What to do about one that isn't ready.
  public var advice: String?

  /// Whether it can be used.
  public var isReady: Bool { state == "ready" }

  /// An entry.
  public init(
    spec: DeviceSpec, state: String, model: String? = nil, screen: (width: Int, height: Int)? = nil,
    advice: String? = nil
  ) {
    self.spec = spec
    self.state = state
    self.model = model
    self.screen = screen
    self.advice = advice
  }

  /// Whether two entries say the same.
  public static func == (a: DeviceEntry, b: DeviceEntry) -> Bool {
    a.spec == b.spec && a.state == b.state && a.model == b.model && a.screen?.width == b.screen?.width
      && a.screen?.height == b.screen?.height && a.advice == b.advice
  }
}

/// The devices that can be chosen now.
public struct DeviceCatalogue: Sendable, Equatable {
  /// The virtual phone, then what the adb server has, in its order.
  public var entries: [DeviceEntry]
  /// Why the adb server's devices aren't among them, in a sentence; nil where they are.
  public var problem: String?

  /// Seconds in which a device has to tell its screen's size to be listed with it.
  private static let screenSeconds = 3.0

  /// Looks what there is. The virtual phone is always there.
  public static func now(_ opening: DeviceOpening) async -> DeviceCatalogue {
    let virtual = DeviceEntry(
      spec: .virtual(seed: nil), state: "ready", model: "virtual phone",
      screen: (opening.phone.width, opening.phone.height))
    do throws(DeviceError) {
      let server = try ADBServer(environment: opening.environment)
      let listed = try await server.devices()
      var options = opening.adb
      options.querySeconds = min(options.querySeconds, screenSeconds)
      options.backoff = []
      options.report = { _ in }
      let known = options
      let entries = await withTaskGroup(of: (Int, DeviceEntry).self, returning: [DeviceEntry].self) { group in
        for (index, device) in listed.enumerated() {
          group.addTask { (index, await entry(of: device, server: server, options: known)) }
        }
        var entries: [(Int, DeviceEntry)] = []
        for await entry in group { entries.append(entry) }
        return entries.sorted { $0.0 < $1.0 }.map(\.1)
      }
      return DeviceCatalogue(entries: [virtual] + entries, problem: nil)
    } catch {
      return DeviceCatalogue(entries: [virtual], problem: error.description)
    }
  }

  private static func entry(
    of device: DeviceListing, server: ADBServer, options: ADBDeviceOptions
  ) async -> DeviceEntry {
    var entry = DeviceEntry(
      spec: .adb(serial: device.serial), state: device.isReady ? "ready" : device.state, model: device.model)
    guard device.isReady else {
      entry.advice = device.advice
      return entry
    }
    let facts = try? await ADBDevice(serial: device.serial, server: server, options: options).screen()
    if let width = facts?.width, let height = facts?.height { entry.screen = (width, height) }
    return entry
  }
}
