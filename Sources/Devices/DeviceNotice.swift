/// What a device does besides what it was asked, for the person at the screen and the log.
public enum DeviceNotice: Sendable, Equatable, CustomStringConvertible {
  /// The connection broke; it is tried again after so many seconds.
  case reconnecting(name: String, attempt: Int, seconds: Double, reason: String)
  /// It is back.
  case reconnected(name: String)
  /// How a text was typed.
  case typed(name: String, method: TextMethod)
  /// The keyboard that the person had chosen is back after a run that couldn't do it.
  case keyboardRestored(name: String, keyboard: String)
  /// The UI hierarchy can't be had; the picture alone has to do, for so many seconds.
  case elementsUnavailable(name: String, reason: String, seconds: Double)
  /// `screencap` said something beside the picture, for example that there are several displays.
  case screenshotWarning(name: String, text: String)

  /// One sentence.
  public var description: String {
    switch self {
    case .reconnecting(let name, let attempt, let seconds, let reason):
      "\(name): \(reason); trying again in \(seconds) s (attempt \(attempt))"
    case .reconnected(let name): "\(name) is back"
    case .typed(let name, let method): "\(name) typed by \(method)"
    case .keyboardRestored(let name, let keyboard): "\(name) has its keyboard \(keyboard) back"
    case .elementsUnavailable(let name, let reason, let seconds):
      "\(name) gives no UI elements (\(reason)); going on with the picture alone for \(Int(seconds)) s"
    case .screenshotWarning(let name, let text): "\(name) says about its screenshot: \(text)"
    }
  }
}
