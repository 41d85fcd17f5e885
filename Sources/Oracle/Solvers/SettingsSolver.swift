internal import Episodes
public import Tasks

/// The pages of the settings: switches, choices, a name, and what they say.
public struct SettingsSolver: Solver {
  /// Where a switch is: the pages that lead to it, and what stands beside it.
  private static let switches: [String: (pages: [String], title: String)] = [
    "SettingsAirplaneMode": (["Network & internet"], "Airplane mode"),
    "SettingsAutoRotate": (["Display"], "Auto-rotate screen"),
    "SettingsBatteryPercentage": (["Battery"], "Battery percentage"),
    "SettingsClockFormat": (["System", "Date & time"], "Use 24-hour format"),
    "SettingsDarkTheme": (["Display"], "Dark theme"),
    "SettingsDialPadTones": (["Sound & vibration"], "Dial pad tones"),
    "SettingsDoNotDisturb": (["Sound & vibration", "Do Not Disturb"], "Use Do Not Disturb"),
    "SettingsLocation": (["Location"], "Use location"),
    "SettingsMobileData": (["Network & internet", "SIMs"], "Mobile data"),
    "SettingsNightLight": (["Display"], "Night Light"),
    "SettingsNotificationDots": (["Notifications"], "Notification dot on app icon"),
    "SettingsScreenLockingSound": (["Sound & vibration"], "Screen locking sound"),
    "SettingsTouchSounds": (["Sound & vibration"], "Touch sounds"),
  ]

  /// The names of the tasks that it solves.
  public let tasks =
    switches.keys.sorted() + [
      "SettingsAndroidVersion", "SettingsDarkThemeAndAutoRotate", "SettingsDeviceName", "SettingsDeviceNameQuestion",
      "SettingsFontSize", "SettingsScreenTimeout", "SettingsScreenTimeoutQuestion",
    ]

  /// Makes a solver.
  public init() {}

  /// Does the task.
  public func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Goes to the right page and leaves the switch as it is, chooses something else, or answers wrongly.
  public func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    let name = task.definition.name
    if let place = Self.switches[name] {
      try await open(place.pages, hands)
      try await turn(place.title, on: try isWanted(task) != wrongly, hands)
    } else {
      switch name {
      case "SettingsDarkThemeAndAutoRotate":
        try await open(["Display"], hands)
        try await turn("Dark theme", on: true, hands)
        try await turn("Auto-rotate screen", on: !wrongly, hands)
      case "SettingsFontSize":
        try await open(["Display", "Display size and text"], hands)
        let isLarger = try need(task, "change", "word") == "larger"
        try await hands.tap(
          isLarger != wrongly ? "Make text bigger" : "Make text smaller",
          "The text has to become \(isLarger ? "larger" : "smaller") by a step.")
      case "SettingsScreenTimeout":
        try await open(["Display"], hands)
        let wanted = try need(task, "timeout", "words")
        try await hands.tap(
          try await hands.reach("Screen timeout", "I look for the timeout."), "This opens the choices.")
        let chosen = wrongly ? (wanted == "1 minute" ? "2 minutes" : "1 minute") : wanted
        try await hands.tap(chosen, "The screen has to turn off after \(chosen).")
      case "SettingsDeviceName":
        try await open(["About phone"], hands)
        try await hands.tap("Device name", "The name is changed here.")
        let wanted = try task.need("name")
        try await hands.type(
          wrongly ? "\(wanted) 2" : wanted, into: "edit", clears: true, "I write the new name over the old one.")
        try await hands.tap("OK", "The name is right; I confirm it.")
      default: return try await answer(task, hands, wrongly: wrongly)
      }
    }
    try await hands.done("The settings are as they were asked for.")
  }

  private func answer(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    let (page, title) =
      switch task.definition.name {
      case "SettingsAndroidVersion": ("About phone", "Android version")
      case "SettingsDeviceNameQuestion": ("About phone", "Device name")
      default: ("Display", "Screen timeout")
      }
    try await open([page], hands)
    let row = try await hands.reach(title, "I look for the line that says it.")
    let said = try summary(of: row, hands)
    try await hands.answer(wrongly ? "\(said) 7" : said, "\(title) says \(said).")
    try await hands.done("The question is answered.")
  }

  // MARK: - Going about

  /// Opens the settings, which may still be where they were left, and goes from page to page.
  private func open(_ pages: [String], _ hands: Hands) async throws(OracleError) {
    try await hands.openApp("Settings", "What is asked for is in the settings.")
    for _ in 0..<5 where hands.find("Navigate up") != nil {
      try await hands.tap("Navigate up", "I go up to the first page of the settings.")
    }
    for page in pages {
      try await hands.tap(try await hands.reach(page, "I look for \(page)."), "It is under \(page).")
    }
  }

  private func turn(_ title: String, on isOn: Bool, _ hands: Hands) async throws(OracleError) {
    try await hands.reach(title, "I look for \(title).")
    try await hands.turn(title, on: isOn, "\(title) has to be \(isOn ? "on" : "off"), so I tap its switch.")
  }

  /// The text below a title.
  private func summary(of title: UIElement, _ hands: Hands) throws(OracleError) -> String {
    let bottom = title.bounds?.bottom ?? 0
    let below = hands.elements.filter { ($0.bounds?.top ?? 0) >= bottom && $0.text != nil }
    guard let text = below.min(by: { ($0.bounds?.top ?? 0) < ($1.bounds?.top ?? 0) })?.text else {
      throw hands.missing("what stands below “\(title.says)”")
    }
    return text
  }

  // MARK: - Parameters

  private func isWanted(_ task: TaskInstance) throws(OracleError) -> Bool {
    switch task.definition.name {
    case "SettingsDarkTheme": try need(task, "theme", "word") == "dark"
    case "SettingsClockFormat": try need(task, "format", "word") == "24-hour"
    default: try need(task, "state", "word") == "on"
    }
  }

  private func need(_ task: TaskInstance, _ name: String, _ field: String) throws(OracleError) -> String {
    guard let text = task.values[name]?.field(field)?.text else {
      throw .parameter(task: task.definition.name, name: "\(name).\(field)")
    }
    return text
  }
}
