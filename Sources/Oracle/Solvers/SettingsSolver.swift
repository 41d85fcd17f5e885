internal import Episodes
internal import Tasks

/// Finds things in the settings, and switches, chooses, renames or reads them.
struct SettingsSolver: Solver {
  /// What is to be done on a page.
  private enum Deed: Sendable {
    /// Switches these words on where the template says `wanted`.
    case turn(String, on: String, wanted: String)
    /// Reads what stands below a label.
    case read(String)
    case chooseTimeout
    case rename
    case sizeFont
  }

  /// The pages to open from the first one, and what to do on the last.
  private static let ways: [String: (pages: [String], deed: Deed)] = [
    "SettingsAirplaneMode": (["Network & internet"], turn("Airplane mode")),
    "SettingsAndroidVersion": (["About phone"], .read("Android version")),
    "SettingsAutoRotate": (["Display"], turn("Auto-rotate screen")),
    "SettingsBatteryPercentage": (["Battery"], turn("Battery percentage")),
    "SettingsClockFormat": (
      ["System", "Date & time"], .turn("Use 24-hour format", on: "{format.hours}", wanted: "24")
    ),
    "SettingsDarkTheme": (["Display"], .turn("Dark theme", on: "{theme.word}", wanted: "dark")),
    "SettingsDarkThemeAndAutoRotate": (["Display"], .turn("Dark theme", on: "on", wanted: "on")),
    "SettingsDeviceName": (["About phone"], .rename),
    "SettingsDeviceNameQuestion": (["About phone"], .read("Device name")),
    "SettingsDialPadTones": (["Sound & vibration"], turn("Dial pad tones")),
    "SettingsDoNotDisturb": (["Sound & vibration", "Do Not Disturb"], turn("Use Do Not Disturb")),
    "SettingsFontSize": (["Display", "Display size and text"], .sizeFont),
    "SettingsLocation": (["Location"], turn("Use location")),
    "SettingsMobileData": (["Network & internet", "SIMs"], turn("Mobile data")),
    "SettingsNightLight": (["Display"], turn("Night Light")),
    "SettingsNotificationDots": (["Notifications"], turn("Notification dot on app icon")),
    "SettingsScreenLockingSound": (["Sound & vibration"], turn("Screen locking sound")),
    "SettingsScreenTimeout": (["Display"], .chooseTimeout),
    "SettingsScreenTimeoutQuestion": (["Display"], .read("Screen timeout")),
    "SettingsTouchSounds": (["Sound & vibration"], turn("Touch sounds")),
  ]

  private static func turn(_ words: String) -> Deed { .turn(words, on: "{state.word}", wanted: "on") }

  /// The names of the tasks that it solves.
  var tasks: [String] { Self.ways.keys.sorted() }

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Leaves a switch as it shouldn't be, chooses the neighbour, or misreads.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    guard let (pages, deed) = Self.ways[task.definition.name] else {
      throw .unknownTask(name: task.definition.name)
    }
    try await hands.openSettings(pages)
    switch deed {
    case .turn(let words, let template, let wanted):
      let isOn = try filled(template, task) == wanted
      try await turn(words, on: isOn != wrongly, hands)
      if task.definition.name == "SettingsDarkThemeAndAutoRotate", !wrongly {
        try await turn("Auto-rotate screen", on: true, hands)
      }
    case .read(let label):
      _ = try await hands.reach(label, "I look for “\(label)”.")
      guard let value = hands.value(below: label) else { throw hands.missing("the value of \(label)") }
      try await hands.answer(wrongly ? "\(value) or so" : value, "It says \(value).")
    case .chooseTimeout:
      let words = wrongly ? "30 minutes" : try filled("{timeout.words}", task)
      try await hands.tap(try await hands.reach("Screen timeout", "I look for the time-out."), "I open it.")
      try await hands.tap(try await hands.reach(words, "I look for \(words)."), "It shall be \(words).")
    case .rename:
      let name = try task.need("name")
      try await hands.tap(try await hands.reach("Device name", "I look for the name."), "I change the name.")
      try await hands.type(wrongly ? "My phone" : name, into: "edit", clears: true, "It shall be called \(name).")
      try await hands.tap("OK", "The name is right; I confirm it.")
    case .sizeFont:
      let isLarger = try filled("{change.word}", task) == "larger"
      let button = isLarger != wrongly ? "Make text bigger" : "Make text smaller"
      try await hands.tap(try await hands.reach(button, "I look for “\(button)”."), "One step is enough.")
    }
    try await hands.done("That is all that was asked for.")
  }

  private func turn(_ words: String, on isOn: Bool, _ hands: Hands) async throws(OracleError) {
    _ = try await hands.reach(words, "I look for “\(words)”.")
    try await hands.turn(words, on: isOn, "“\(words)” has to be \(isOn ? "on" : "off"), so I tap its switch.")
  }

  private func filled(_ template: String, _ task: TaskInstance) throws(OracleError) -> String {
    guard let text = task.filled(template) else { throw .parameter(task: task.definition.name, name: template) }
    return text
  }
}
