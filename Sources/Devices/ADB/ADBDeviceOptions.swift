/// How a device on the adb server is treated.
public struct ADBDeviceOptions: Sendable {
  /// Seconds that a screenshot may take.
  public var screenshotSeconds = 20.0
  /// Seconds that a question (size, activity, packages, …) may take.
  public var querySeconds = 10.0
  /// Seconds that the UI hierarchy may take: `uiautomator` gives up on a restless screen after ten.
  public var elementsSeconds = 15.0
  /// Seconds without being asked for the hierarchy after it couldn't be had.
  public var elementsPauseSeconds = 20.0
  /// Seconds that an action or a command of `shell` may take.
  public var actionSeconds = 30.0
  /// Seconds to wait before each new attempt when the connection has broken.
  public var backoff: [Double] = [0.25, 0.5, 1, 2, 4, 8]
  /// How screenshots are asked for.
  public var screenshots = ScreenshotFormat.fastest
  /// The display whose picture is taken, as `dumpsys SurfaceFlinger --display-id` numbers it; nil for the first.
  public var display: String?
  /// The display that is touched and typed on, as `input -d` numbers it, from 0; nil for the first.
  public var inputDisplay: Int?
  /// Where notes about keyboards to restore are kept.
  public var notes: String
  /// Told what happens besides, from the device's own thread.
  public var report: @Sendable (DeviceNotice) -> Void = { _ in }

  /// The defaults; notes in `$XDG_STATE_HOME/infir/keyboards`.
  public init(environment: [String: String] = [:]) {
    notes = StateFolder.path("keyboards", environment: environment)
  }
}
