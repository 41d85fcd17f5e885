public import Episodes

extension ADBDevice {
  /// Does an action, once.
  ///
  /// - Throws: `DeviceError.notPerformed` where it wasn't begun, `outcomeUnknown` where it was and nobody knows how it
  ///   ended, `refused` in the device's words. After the first two the device must be observed before the next action.
  public func perform(_ action: Action) async throws(DeviceError) {
    switch action {
    case .answer, .status, .unknown: return
    case .wait: return try await pause(1)
    default: break
    }
    let what = action.summary
    if case .stale(let reason) = sight { throw .notPerformed(name: name, what: what, reason: reason) }
    if Actuation.dependsOnPicture(action) { try checkPosition(before: what) }
    switch action {
    case .inputText(let text, let target, let clears):
      try await type(text, isAimed: target != nil, clears: clears, action)
    case .openApp(let app): try openApp(app, what)
    default:
      guard let command = try Actuation.command(for: action, on: geometry, elements: elements, name: name) else {
        return
      }
      try act(command, what)
    }
  }

  /// The screen's sizes, where it was looked at.
  var geometry: ScreenGeometry? { if case .seen(let view) = sight { view.geometry } else { nil } }

  /// The elements, where they were looked at.
  var elements: [UIElement] { if case .seen(let view) = sight { view.elements } else { [] } }

  /// Runs an action's command, once.
  @discardableResult
  func act(_ command: String, _ what: String, extraSeconds: Double = 0) throws(DeviceError) -> ShellResult {
    let result = try tell(command, what, extraSeconds: extraSeconds)
    if let reason = Refusal.reason(in: result) { throw .refused(name: name, what: "to \(what)", reason: reason) }
    return result
  }

  /// Runs an action's command, once, and leaves it to the caller what the answer means.
  func tell(_ command: String, _ what: String, extraSeconds: Double = 0) throws(DeviceError) -> ShellResult {
    let deadline = Deadline("the action", seconds: options.actionSeconds + extraSeconds)
    // A function of that name goes before the program, so that every part of the command is for that display.
    let command = (options.inputDisplay.map { "input() { command input -d \($0) \"$@\"; }; " } ?? "") + command
    let (connection, hasVersion2) = try beforeActing(what) { () throws(DeviceError) in try open(deadline) }
    do throws(DeviceError) {
      try connection.sendShell(command, hasVersion2: hasVersion2, deadline)
      return try connection.readShell(hasVersion2: hasVersion2, deadline)
    } catch {
      // It refused before it began: nothing is unknown.
      if case .refused = error { throw error }
      staleAfter(error)
      throw .outcomeUnknown(name: name, what: what, reason: error.reason)
    }
  }

  /// Asks something that has to be known before an action: where that fails, the action isn't begun.
  func beforeActing<Value>(
    _ what: String, _ body: () throws(DeviceError) -> Value
  ) throws(DeviceError) -> Value {
    do throws(DeviceError) { return try body() } catch {
      if case .interrupted = error { throw error }
      staleAfter(error)
      throw .notPerformed(name: name, what: what, reason: error.reason)
    }
  }

  /// Makes sure that the screen is still turned the way it was seen.
  private func checkPosition(before what: String) throws(DeviceError) {
    guard case .seen(let view) = sight, let seen = view.rotation else { return }
    let text = try beforeActing(what) { () throws(DeviceError) in
      try ask("dumpsys window | grep -E 'mCurrentRotation|mRotation='", "how it is turned").text
    }
    guard let now = ScreenRotation.quarterTurns(text), now != seen else { return }
    let reason = "it was turned since it was looked at"
    sight = .stale(reason: reason)
    throw .notPerformed(name: name, what: what, reason: reason)
  }

  // MARK: - Apps

  private func openApp(_ app: String, _ what: String) throws(DeviceError) {
    var reasons: [String] = []
    if let address = AppNames.addresses[app.lowercased()] {
      let result = try tell("am start -W -a android.intent.action.VIEW -d \(address)", what)
      guard let reason = ActivityStart.failure(result) else { return }
      reasons.append(reason)
    }
    let launcher = try beforeActing(what) { () throws(DeviceError) in try launcherComponents() }
    for component in AppChoice.components(for: app, launcher: launcher) {
      let result = try tell("am start -W -n \(ShellWord.quoted(component.short))", what)
      guard let reason = ActivityStart.failure(result) else { return }
      reasons.append(reason)
    }
    let reason = reasons.first ?? "no app of that name is among the \(launcher.count) that its launcher shows"
    throw .refused(name: name, what: "to \(what)", reason: reason)
  }
}
