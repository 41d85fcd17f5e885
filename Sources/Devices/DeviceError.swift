/// Why a device doesn't do what it is asked. Every text says what to do.
public enum DeviceError: Error, Equatable, CustomStringConvertible {
  /// The adb program is not installed.
  case adbMissing(path: String)
  /// The adb server can't be reached or started.
  case serverUnreachable(reason: String)
  /// A variable of the environment that says where the adb server is makes no sense.
  case wrongVariable(name: String, value: String, expected: String)
  /// A server that stands before a device can't be reached.
  case unreachable(name: String, reason: String)
  /// A text that names no device.
  case notADevice(text: String, reason: String)
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
  /// An action was not begun, for certain: the device must be looked at before the next.
  case notPerformed(name: String, what: String, reason: String)
  /// An action was begun, and how it ended isn't known: only the screen can tell.
  case outcomeUnknown(name: String, what: String, reason: String)
  /// No way of typing on this device keeps these letters.
  case cannotType(name: String, letters: String)
  /// Whoever asked has stopped waiting.
  case interrupted(name: String)

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .adbMissing(let path): "\(path) was not found; install it (apt-get install adb), or set ADB to its path"
    case .serverUnreachable(let reason): "the adb server can't be reached: \(reason); try adb kill-server, then again"
    case .wrongVariable(let name, let value, let expected):
      "\(name) is \(value), and it has to be \(expected); set it to that, or unset it"
    case .unreachable(let name, let reason): "\(name) can't be reached: \(reason); start it, or mend the address"
    case .notADevice(let text, let reason): "\(text) is no device: \(reason)"
    case .notFound(let name):
      name == "adb"
        ? "no device is connected to adb; plug one in with USB debugging on, see infir devices connect --help, or use "
          + "--device virtual"
        : "there is no device \(name); connect it and see infir devices list"
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
    case .garbled(let name, let what, let reason):
      "what \(name) answered to \(what) can't be understood: \(reason); try again, and restart it if it stays so"
    case .notPerformed(let name, let what, let reason):
      "\(name) was not told to \(what): \(reason); look at its screen, then decide again"
    case .outcomeUnknown(let name, let what, let reason):
      "\(name) was told to \(what), and whether it did isn't known: \(reason); look at its screen before repeating it"
    case .cannotType(let name, let letters):
      "\(name) can't type \(letters) with what it has installed; install ADBKeyboard "
        + "(github.com/senzhk/ADBKeyBoard) on it, or use other letters"
    case .interrupted(let name): "the work on \(name) was interrupted; start it again"
    }
  }
}
