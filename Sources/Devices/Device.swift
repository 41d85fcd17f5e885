public import Episodes
public import Imaging

/// What can be seen of a device at one moment.
public struct Observation: Sendable {
  /// The screen.
  public var screenshot: Image
  /// The screenshot as the device gave it, where it was a PNG.
  public var png: [UInt8]?
  /// What is on the screen, where that could be asked.
  public var elements: [UIElement]
  /// The activity in front, for example `com.android.settings/.Settings`.
  public var foregroundActivity: String?
  /// What keeps the picture from showing what a person would see.
  public var warning: ObservationWarning?
  /// Seconds by phase: `screenshot`, `decoding`, `activity`, `elements`.
  public var timings: [String: Double]

  /// Gathers the values.
  public init(
    screenshot: Image, png: [UInt8]? = nil, elements: [UIElement] = [], foregroundActivity: String? = nil,
    warning: ObservationWarning? = nil, timings: [String: Double] = [:]
  ) {
    self.screenshot = screenshot
    self.png = png
    self.elements = elements
    self.foregroundActivity = foregroundActivity
    self.warning = warning
    self.timings = timings
  }
}

/// Why there is nothing on a picture to act on.
public enum ObservationWarning: Sendable, Equatable, CustomStringConvertible {
  /// All black while the screen is on: an app forbids pictures of itself.
  case secureWindow
  /// All black because the screen is off.
  case screenOff

  /// One sentence for the person at the screen.
  public var description: String {
    switch self {
    case .secureWindow: "the picture is black: this app forbids screenshots (secure window); act on the phone by hand"
    case .screenOff: "the screen is off; wake it up"
    }
  }
}

/// What a shell command left behind.
public struct ShellResult: Sendable, Equatable {
  /// Standard output.
  public var output: [UInt8]
  /// Standard error; empty where the protocol can't tell it apart.
  public var errors: [UInt8]
  /// The exit code.
  public var code: Int32
  /// Gathers the values.
  public init(output: [UInt8], errors: [UInt8] = [], code: Int32) {
    self.output = output
    self.errors = errors
    self.code = code
  }
  /// Standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }
}

/// A phone that can be looked at and acted on: over adb, in memory, or a recording.
public protocol Device: Sendable {
  /// What it is called, for people and in recordings, for example `adb:emulator-5554`.
  var name: String { get }

  /// Looks at the screen.
  ///
  /// - Parameter wantsElements: whether the UI hierarchy is asked for too; a device that can't give it gives none.
  func observe(wantsElements: Bool) async throws(DeviceError) -> Observation

  /// Does an action, in pixels of the last observation. Returns when the device has taken it, not when the screen is
  /// still again.
  func perform(_ action: Action) async throws(DeviceError)

  /// Runs a shell command.
  func shell(_ command: String) async throws(DeviceError) -> ShellResult

  /// Waits until the screen stands still.
  ///
  /// - Parameter limit: seconds after which it is taken for still.
  /// - Returns: whether it stood still before the limit.
  func settle(limit: Double) async throws(DeviceError) -> Bool
}
