/// How long AndroidWorld's server may take, and whom it tells.
public struct AndroidWorldServerOptions: Sendable {
  /// Seconds for a connection.
  public var connectSeconds = 5.0
  /// Seconds for a question.
  public var querySeconds = 20.0
  /// Seconds for a screenshot, of which up to six are the server's wait for a still screen.
  public var screenshotSeconds = 60.0
  /// Seconds for an action; opening an app takes longest.
  public var actionSeconds = 60.0
  /// Seconds to set a task up or take it down, to reset, and to make a suite: apps' data is copied to the device.
  public var taskSeconds = 600.0
  /// Seconds to wait before each further attempt to reach a server that was there.
  public var backoff = [0.5, 1, 2, 4, 8]
  /// Seconds for which the picture of a screen that has settled is the present one.
  public var settledSeconds = 1.0
  /// Whoever wants to know what it does besides.
  public var report: @Sendable (DeviceNotice) -> Void = { _ in }
  /// The usual.
  public init() {}
}
