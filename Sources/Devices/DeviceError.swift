/// Why a device doesn't do what it is asked. Every text says what to do.
public enum DeviceError: Error, Equatable, CustomStringConvertible {
  /// The adb program is not installed.
  case adbMissing(path: String)
  /// The adb server can't be reached or started.
  case serverUnreachable(reason: String)
  /// There is no such device, or none at all.
  case notFound(name: String)
  /// Several devices, and none was chosen.
  case ambiguous(names: [String])
  /// The device is there and doesn't take commands: `offline`, `unauthorized`, …
  case notReady(name: String, state: String)
  /// It was unplugged, or the connection broke.
  case lost(name: String, reason: String)
  /// It didn't answer in time.
  case timeout(name: String, what: String, seconds: Double)
  /// It refused, in its own words.
  case refused(name: String, what: String, reason: String)
  /// What it answered can't be understood.
  case garbled(name: String, what: String, reason: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .adbMissing(let path): "\(path) was not found; install it (apt-get install adb), or set ADB to its path"
    case .serverUnreachable(let reason): "the adb server can't be reached: \(reason); try adb kill-server, then again"
    case .notFound(let name): "there is no device \(name); connect it and see infir devices list"
    case .ambiguous(let names):
      "there are several devices; choose one of \(names.map { "adb:\($0)" }.joined(separator: ", "))"
    case .notReady(let name, let state):
      state == "unauthorized"
        ? "\(name) doesn't trust this computer yet; unlock it and allow USB debugging"
        : "\(name) is \(state); reconnect it, or try adb reconnect offline"
    case .lost(let name, let reason): "the connection to \(name) broke: \(reason); reconnect it"
    case .timeout(let name, let what, let seconds):
      "\(name) didn't answer \(what) within \(seconds) s; look at its screen"
    case .refused(let name, let what, let reason): "\(name) refused \(what): \(reason)"
    case .garbled(let name, let what, let reason): "what \(name) answered to \(what) can't be understood: \(reason)"
    }
  }
}
