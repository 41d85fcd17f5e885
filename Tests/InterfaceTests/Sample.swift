import Episodes
import Interface

/// What the tests show.
enum Sample {
  static let model = ModelSummary(
    path: "/home/ada/models/InfiR-VL-1.6B", name: "InfiR-VL-1.6B",
    detail: "SigLIP-So400m + Llama-3.2-1B, 1.6 B parameters, int8")
  static let textModel = ModelSummary(
    path: "/home/ada/models/SmolLM2-135M-Instruct-Q4_1.gguf", name: "SmolLM2-135M-Instruct",
    detail: "Llama, 135 M parameters, Q4_1",
    seesPictures: false)

  static let start = Start(
    version: "0.1.0", homeDirectory: "/home/ada", directory: "/home/ada/episodes")

  static let startWithRecents = Start(
    version: "0.1.0", homeDirectory: "/home/ada", directory: "/home/ada/episodes", models: [model, textModel],
    recents: [
      Start.Recent(path: "/home/ada/episodes/wifi-bluetooth", title: "Turn off WiFi, then enable bluetooth"),
      Start.Recent(path: "/home/ada/episodes/brightness", title: "Turn brightness to the min value."),
    ])

  static let entries = [
    DirectoryEntry(name: "wifi-bluetooth", kind: .episode, detail: "Turn off WiFi, then enable bluetooth"),
    DirectoryEntry(name: "brightness", kind: .episode, detail: "Turn brightness to the min value."),
    DirectoryEntry(name: "AitZ", kind: .dataSet, detail: "12 episodes"),
    DirectoryEntry(name: "models", kind: .directory),
    DirectoryEntry(name: "notes.txt", kind: .file, detail: "1.2 kB"),
    DirectoryEntry(name: ".cache", kind: .directory),
    DirectoryEntry(name: "InfiR-VL-1.6B", kind: .model, detail: "SigLIP-So400m + Llama-3.2-1B, 3.3 GB"),
    DirectoryEntry(name: "日本語のファイル名.md", kind: .file, detail: "340 bytes"),
  ]

  static let dataSet = (0..<40).map { index in
    DirectoryEntry(
      name: "episode-\(index < 10 ? "0" : "")\(index)", kind: .episode,
      detail: ["Turn off WiFi", "Set an alarm for 7:30", "Send “on my way” to Ada", "Delete the note about milk"][
        index % 4])
  }

  static let settings = UIElement(
    text: "Settings", className: "TextView", bounds: Bounds(left: 832, top: 1873, right: 1002, bottom: 2066),
    isClickable: true)
  static let wifi = UIElement(
    text: "Network & internet", className: "TextView", bounds: Bounds(left: 0, top: 700, right: 1079, bottom: 900),
    isClickable: true)

  static let episode = Episode(
    id: "wifi-bluetooth", goal: "Turn off WiFi, then enable bluetooth", task: "TurnOffWifiAndTurnOnBluetooth",
    deviceKind: "recorded", width: 1080, height: 2400, actor: "agent (GPT-4o)",
    outcome: Outcome(success: true, claimedDone: true),
    steps: [
      Step(
        index: 0, screenshot: "screens/0000.png", app: "Home",
        thought: "Confirm: The user wants to turn off WiFi and then enable Bluetooth.\n"
          + "* Analysis: I should first open the \"Settings\" app from the home screen.",
        action: .click(.point(Point(x: 917, y: 1969))), targetBounds: settings.bounds, elements: [settings]),
      Step(
        index: 1, screenshot: "screens/0001.png", app: "Settings",
        thought: "The settings are open. WiFi is below “Network & internet”.", action: .click(.element(0)),
        elements: [wifi]),
      Step(
        index: 2, screenshot: "screens/0002.png", app: "Settings", thought: "I have to look further down.",
        action: .scroll(.down, nil)),
      Step(
        index: 3, screenshot: "screens/0003.png", app: "Settings", thought: "I search for it.",
        action: .inputText("bluetooth", target: .point(Point(x: 500, y: 300)), clears: false)),
      Step(index: 4, app: "Settings", action: .navigateBack),
      Step(index: 5, screenshot: "screens/0005.png", thought: "Everything is done.", action: .status(.complete)),
    ],
    directory: "/home/ada/episodes/wifi-bluetooth")

  static let thought =
    "The home screen is shown. WiFi is switched off in the system's settings, whose icon is at the bottom right of the "
    + "favourites, so I open the Settings app first. Then I look for “Network & internet”."

  static let times = PhaseTimes(
    image: 0.08, encode: 2.53, prefill: 3.04, decode: 4.12, promptTokens: 745, reusedTokens: 512, generatedTokens: 72)
}

extension Session {
  /// At the replay of the sample episode, with the model if wanted.
  static func replay(
    columns: Int = 80, rows: Int = 24, isUTF8: Bool = true, hasModel: Bool = true, episode: Episode = Sample.episode
  ) -> Session {
    var session = Session(columns: columns, rows: rows, isUTF8: isUTF8)
    if hasModel { session.send(.modelLoaded(Sample.model)) }
    session.send(.episodeOpened(episode))
    // Takes the notice away that the model is loaded.
    session.mouse(.press, 0, 0)
    return session
  }

  /// A whole answer for a step.
  mutating func answer(
    step: Int, thought: String = Sample.thought, action: Action = .click(.point(Point(x: 910, y: 1950))),
    agreement: Agreement = .agrees
  ) {
    send(.proposal(step: step, .phase("encode", fraction: 0.5)))
    send(.proposal(step: step, .text("Thought: " + thought)))
    send(.proposal(step: step, .thought(thought)))
    send(.proposal(step: step, .action(action, json: action.json)))
    send(.proposal(step: step, .agreement(agreement)))
    send(.proposal(step: step, .finished(Sample.times)))
  }
}
