internal import Episodes
internal import Tasks

/// Wi-Fi, Bluetooth and brightness, over the settings or the quick settings: the seed says which way.
struct SystemSolver: Solver {
  /// The names of the tasks that it solves.
  let tasks =
    ["Wifi", "Bluetooth"].flatMap { what in
      ["TurnOn", "TurnOff"].flatMap { ["System\(what)\($0)", "System\(what)\($0)Verify"] }
    } + ["Max", "Min"].flatMap { ["SystemBrightness\($0)", "SystemBrightness\($0)Verify"] } + [
      "TurnOffWifiAndTurnOnBluetooth", "TurnOnWifiAndOpenApp",
    ]

  /// Does the task.
  func solve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: false)
  }

  /// Leaves a switch as it shouldn't be, stops the brightness on its way, or opens another app.
  func nearlySolve(_ task: TaskInstance, with hands: Hands) async throws(OracleError) {
    try await act(task, hands, wrongly: true)
  }

  private func act(_ task: TaskInstance, _ hands: Hands, wrongly: Bool) async throws(OracleError) {
    let name = task.definition.name
    let isQuick = task.seed % 2 == 1
    if name.hasPrefix("SystemBrightness") {
      let isMax = name.contains("Max")
      try await brightness(isMax ? 1 : 0, isQuick, hands, wrongly: wrongly)
    } else if name.hasPrefix("SystemWifi") {
      try await wifi(name.contains("TurnOn") != wrongly, isQuick, hands)
    } else if name.hasPrefix("SystemBluetooth") {
      try await bluetooth(name.contains("TurnOn") != wrongly, isQuick, hands)
    } else if name == "TurnOffWifiAndTurnOnBluetooth" {
      try await wifi(false, isQuick, hands)
      try await bluetooth(!wrongly, isQuick, hands)
    } else {
      try await wifi(true, isQuick, hands)
      let app = try task.need("app_name")
      try await hands.openApp(
        wrongly ? OpenAppSolver.other(than: app) : app, "Wi-Fi is on. Now I open \(app).")
    }
    try await hands.done("That is all that was asked for.")
  }

  private func wifi(_ isOn: Bool, _ isQuick: Bool, _ hands: Hands) async throws(OracleError) {
    if isQuick {
      try await hands.perform(.swipe(.down, nil), "The quick settings lead to the internet settings.")
      guard let tile = hands.find(containing: "Internet,") ?? hands.find("Internet") else {
        throw hands.missing("the tile Internet")
      }
      try await hands.tap(tile, "The Internet tile opens the panel with Wi-Fi.")
    } else {
      try await hands.openSettings(["Network & internet", "Internet"])
    }
    try await hands.turn("Wi-Fi", on: isOn, "Wi-Fi has to be \(isOn ? "on" : "off"), so I tap its switch.")
  }

  private func bluetooth(_ isOn: Bool, _ isQuick: Bool, _ hands: Hands) async throws(OracleError) {
    if isQuick {
      try await hands.perform(.swipe(.down, nil), "The quick settings have a Bluetooth tile.")
      guard let tile = hands.find(containing: "Bluetooth,"), let now = tile.isChecked else {
        throw hands.missing("the tile Bluetooth")
      }
      if now != isOn {
        try await hands.tap(tile, "Bluetooth has to be \(isOn ? "on" : "off"), so I tap its tile.")
      }
    } else {
      try await hands.openSettings(["Connected devices", "Connection preferences", "Bluetooth"])
      try await hands.turn("Use Bluetooth", on: isOn, "It has to be \(isOn ? "on" : "off"), so I tap the switch.")
    }
  }

  private func brightness(
    _ share: Double, _ isQuick: Bool, _ hands: Hands, wrongly: Bool
  ) async throws(OracleError) {
    if isQuick {
      try await hands.perform(.swipe(.down, nil), "The quick settings have a brightness slider.")
    } else {
      try await hands.openSettings(["Display", "Brightness level"])
    }
    let slider = try hands.need("Display brightness")
    try await hands.slide(
      slider, to: wrongly ? 0.6 : share, "I move the slider to its \(share > 0.5 ? "right" : "left") end.")
  }
}
