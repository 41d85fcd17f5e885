internal import Imaging
public import Episodes
public import VirtualPhone

/// A virtual phone in this process: what adb does to one through sockets, without them.
///
/// Its time passes with what is done to it and with `settle`, so the same actions always lead to the same screens.
public final class VirtualDevice: Device {
  /// `virtual`.
  public let name: String
  /// The phone.
  public let phone: SharedPhone
  private let draws: Bool

  /// A phone as a device.
  ///
  /// - Parameter draws: whether observations have a picture; without, they have one white pixel, for solvers that read
  ///   the elements alone.
  public init(_ phone: SharedPhone, name: String = "virtual", draws: Bool = true) {
    self.phone = phone
    self.name = name
    self.draws = draws
  }

  /// Looks at the screen; the picture is drawn, the elements are read from the view tree.
  public func observe(wantsElements: Bool) async throws(DeviceError) -> Observation {
    let clock = ContinuousClock()
    return phone.use { host in
      let begin = clock.now
      let image = draws ? host.phone.screenshot() : Image(width: 1, height: 1, red: 255, green: 255, blue: 255)
      var timings = draws ? ["screenshot": clock.now.seconds(since: begin)] : [:]
      let middle = clock.now
      let elements = wantsElements ? UIElement.all(in: host.phone.hierarchy()) : []
      if wantsElements { timings["elements"] = clock.now.seconds(since: middle) }
      return Observation(
        screenshot: image, elements: elements, foregroundActivity: host.phone.foregroundActivity, timings: timings)
    }
  }

  /// Does an action; the phone's time passes by what it takes.
  public func perform(_ action: Action) async throws(DeviceError) {
    let name = name
    let result: Result<Void, DeviceError> = phone.use { host in
      do throws(DeviceError) { return .success(try Self.perform(action, on: &host, name: name)) } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Runs a shell command, as `adb shell` does.
  public func shell(_ command: String) async throws(DeviceError) -> ShellResult {
    let result = phone.use { host in host.run(command) }
    return ShellResult(output: result.output, errors: result.errors, code: result.code)
  }

  /// Lets a second pass, after which nothing moves that stands still at all.
  public func settle(limit: Double) async throws(DeviceError) -> Bool {
    phone.use { host in host.phone.advance(by: Int(max(0, min(limit, 1)) * 1000)) }
    return true
  }

  // MARK: - Acting

  private static func perform(_ action: Action, on host: inout PhoneHost, name: String) throws(DeviceError) {
    let what = action.summary
    switch action {
    case .answer, .status, .unknown: return
    case .wait: return host.phone.advance(by: 1000)
    case .openApp(let app): return try open(app, on: &host, name: name, what)
    default: break
    }
    let size = host.phone.screenSize
    let screen = ScreenGeometry(width: size.width, height: size.height, size: nil)
    let elements = Actuation.needsElements(action) ? UIElement.all(in: host.phone.hierarchy()) : []
    if case .inputText(let text, let target, let clears) = action {
      if target != nil {
        try run(Actuation.tap(for: action, on: screen, elements: elements, name: name), &host, name, what)
      }
      if clears { try run(TextCommand.clear(sdk: nil), &host, name, what) }
      // A phone of our own types every letter.
      if !text.isEmpty { host.phone.perform(.text(text)) }
      return
    }
    guard let command = try Actuation.command(for: action, on: screen, elements: elements, name: name) else { return }
    try run(command, &host, name, what)
  }

  private static func open(_ app: String, on host: inout PhoneHost, name: String, _ what: String) throws(DeviceError) {
    if let address = AppNames.addresses[app.lowercased()],
      host.phone.start(PhoneIntent(action: "android.intent.action.VIEW", data: address))
    {
      return
    }
    let packages = host.phone.packages
    let launcher = packages.compactMap { $0.launcherActivity.flatMap { Component($0) } }
    let labelled = packages.filter { $0.label.lowercased() == app.lowercased() }.compactMap {
      $0.launcherActivity.flatMap { Component($0) }
    }
    for component in labelled + AppChoice.components(for: app, launcher: launcher) {
      let intent = PhoneIntent(action: "android.intent.action.MAIN", component: component.short)
      if host.phone.start(intent) { return host.phone.advance(by: 300) }
    }
    throw .refused(
      name: name, what: "to \(what)",
      reason: "no app of that name is among the \(launcher.count) that its launcher shows")
  }

  private static func run(
    _ command: String, _ host: inout PhoneHost, _ name: String, _ what: String
  ) throws(DeviceError) {
    let result = host.run(command)
    guard result.code == 0 else {
      throw .refused(name: name, what: "to \(what)", reason: String(decoding: result.errors, as: UTF8.self))
    }
  }
}
