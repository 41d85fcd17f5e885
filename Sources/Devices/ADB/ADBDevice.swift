internal import Episodes

/// A phone or an emulator on the adb server.
///
/// Questions are asked again when the connection breaks, with growing pauses, until the device is back. Actions never
/// are: where one could not be begun, `notPerformed` says so, where it is not known how it ended, `outcomeUnknown`, and
/// after either the device takes no action until it has been looked at again.
public actor ADBDevice: Device {
  /// `adb:SERIAL`.
  public nonisolated let name: String
  /// What adb calls it.
  public nonisolated let serial: String
  let server: ADBServer
  let options: ADBDeviceOptions
  let note: KeyboardNote
  private let executor = DeviceExecutor()

  /// What is known of the screen.
  enum Sight {
    case never
    /// Looked at, and nothing happened since that isn't known.
    case seen(View)
    /// To be looked at before anything is done, because of this.
    case stale(reason: String)
  }

  /// The screen when it was last looked at.
  struct View {
    var geometry: ScreenGeometry
    var rotation: Int?
    var elements: [UIElement]
  }

  var sight = Sight.never
  var chooser: ScreenshotChooser
  /// When the UI hierarchy may be asked for again.
  var elementsPause: ContinuousClock.Instant?
  /// Messages of `screencap` that were passed on already.
  var knownMessages: Set<String> = []
  var hasLookedForNote = false
  private var hasShellVersion2: Bool?
  private var sdkVersion: Int?
  private var wasReached = false

  /// A device by its serial. Nothing is asked yet.
  public init(serial: String, server: ADBServer, options: ADBDeviceOptions = ADBDeviceOptions()) {
    self.serial = serial
    self.server = server
    self.options = options
    name = "adb:" + serial
    note = KeyboardNote(folder: options.notes, serial: serial)
    chooser = ScreenshotChooser(options.screenshots)
  }

  /// The device that is meant.
  ///
  /// - Parameter wanted: `adb` for whichever is there, or `adb:SERIAL`.
  /// - Throws: `DeviceError.notFound`, `ambiguous`, `notReady`, or why the server can't be reached.
  public static func choose(
    _ wanted: String, server: ADBServer, options: ADBDeviceOptions, environment: [String: String]
  ) async throws(DeviceError) -> ADBDevice {
    let listed = try await server.devices()
    let serial = try DeviceChoice.serial(wanted, among: listed, environment: environment)
    return ADBDevice(serial: serial, server: server, options: options)
  }

  /// A queue of its own: it waits for sockets.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  // MARK: - One conversation

  /// Connects to the device and learns how its shell speaks.
  func open(_ deadline: Deadline) throws(DeviceError) -> (connection: ADBConnection, hasVersion2: Bool) {
    let connection = try server.open(device: serial, name: name, deadline)
    wasReached = true
    if let hasShellVersion2 { return (connection, hasShellVersion2) }
    let other = try server.open(name: name)
    try other.request("host-serial:\(serial):features", deadline)
    let features = try other.readText(deadline).split { $0 == "," || $0.isWhitespace }
    let hasVersion2 = features.contains("shell_v2")
    hasShellVersion2 = hasVersion2
    return (connection, hasVersion2)
  }

  /// Asks the shell once.
  func ask(_ command: String, _ what: String, seconds: Double? = nil) throws(DeviceError) -> ShellResult {
    let deadline = Deadline(what, seconds: seconds ?? options.querySeconds)
    let (connection, hasVersion2) = try open(deadline)
    try connection.sendShell(command, hasVersion2: hasVersion2, deadline)
    return try connection.readShell(hasVersion2: hasVersion2, deadline)
  }

  /// The Android version's number, for example 33; nil where the device doesn't say.
  func sdk() throws(DeviceError) -> Int? {
    if let sdkVersion { return sdkVersion }
    let text = try ask("getprop ro.build.version.sdk", "its Android version").text
    sdkVersion = Int(LabelledLine.trimmed(text[...]))
    return sdkVersion
  }

  // MARK: - Until it is back

  /// Does something that may be done twice, again and again while the connection breaks and comes back.
  func persistently<Value>(_ body: () throws(DeviceError) -> Value) async throws(DeviceError) -> Value {
    var attempt = 0
    while true {
      do throws(DeviceError) {
        let value = try body()
        if attempt > 0 { options.report(.reconnected(name: name)) }
        return value
      } catch {
        // One that was never there isn't waited for; a network that is dead keeps silent.
        let isSilent = if case .timeout = error { isOnNetwork && attempt == 0 } else { false }
        var mayPass = error.mayPass || isSilent
        if case .notFound = error, !wasReached { mayPass = false }
        guard mayPass, attempt < options.backoff.count else { throw error }
        staleAfter(error)
        let seconds = options.backoff[attempt]
        attempt += 1
        options.report(.reconnecting(name: name, attempt: attempt, seconds: seconds, reason: error.reason))
        try await recover(from: error, after: seconds)
      }
    }
  }

  /// What was seen may no longer be so.
  func staleAfter(_ error: DeviceError) { sight = .stale(reason: error.reason) }

  /// An address and a port, in contrast to a cable or an emulator.
  private var isOnNetwork: Bool { serial.contains(":") }

  /// Waits, then does what helps; whether it did shows in the next attempt.
  private func recover(from error: DeviceError, after seconds: Double) async throws(DeviceError) {
    try await pause(seconds)
    switch error {
    case .serverUnreachable:
      try await server.start()
      if isOnNetwork { _ = try? await server.connect(to: serial) }
    case .timeout where isOnNetwork, .notReady where isOnNetwork:
      // The server keeps to a dead connection until it is told to forget it.
      try? await server.disconnect(from: serial)
      _ = try? await server.connect(to: serial)
    case .notReady:
      try? await server.reconnectOffline()
    default:
      if isOnNetwork { _ = try? await server.connect(to: serial) }
    }
  }

  /// Sleeps.
  func pause(_ seconds: Double) async throws(DeviceError) {
    do { try await Task.sleep(for: .seconds(seconds)) } catch { throw .interrupted(name: name) }
  }

  // MARK: - Device

  /// Runs a shell command, once: when the connection breaks after it was sent, `lost` says so.
  public func shell(_ command: String) async throws(DeviceError) -> ShellResult {
    let (connection, hasVersion2) = try await persistently { () throws(DeviceError) in
      try open(Deadline("a connection", seconds: options.querySeconds))
    }
    let deadline = Deadline("a shell command", seconds: options.actionSeconds)
    try connection.sendShell(command, hasVersion2: hasVersion2, deadline)
    return try connection.readShell(hasVersion2: hasVersion2, deadline)
  }

  /// Runs a command and returns its output as it is, without an exit code; for binary output.
  public func exec(_ command: String) async throws(DeviceError) -> [UInt8] {
    let (connection, _) = try await persistently { () throws(DeviceError) in
      try open(Deadline("a connection", seconds: options.querySeconds))
    }
    return try connection.exec(command, Deadline("a command", seconds: options.actionSeconds))
  }
}
