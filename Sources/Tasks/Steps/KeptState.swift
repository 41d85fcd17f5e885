internal import Devices
internal import Yams

/// A state of the device that is read before the set-up and put back by the tear-down.
enum KeptState: Sendable, Equatable {
  /// A value of `settings`.
  case setting(table: String, key: String)
  /// A switch that has commands of its own.
  case named(String)

  private struct Entry {
    var read: String
    /// What to run by what was read.
    var restore: @Sendable (String) -> String?
  }

  private static func entry(_ name: String) -> Entry? {
    switch name {
    case "wifi": Entry(read: "settings get global wifi_on") { "svc wifi \($0 == "0" ? "disable" : "enable")" }
    case "bluetooth":
      Entry(read: "settings get global bluetooth_on") { "svc bluetooth \($0 == "0" ? "disable" : "enable")" }
    case "mobile_data":
      Entry(read: "settings get global mobile_data") { "svc data \($0 == "0" ? "disable" : "enable")" }
    case "airplane_mode":
      Entry(read: "settings get global airplane_mode_on") {
        "cmd connectivity airplane-mode \($0 == "1" ? "enable" : "disable")"
      }
    case "dark_theme":
      // "Night mode: yes"
      Entry(read: "cmd uimode night") { printed in
        printed.split(separator: " ").last.map { "cmd uimode night \(ShellWord.quoted(String($0)))" }
      }
    // These two have a command on newer Androids, and are settings on older ones.
    case "location":
      Entry(read: "settings get secure location_mode") {
        "cmd location set-location-enabled \($0 == "0" ? "false" : "true"); "
          + "settings put secure location_mode \(ShellWord.quoted($0))"
      }
    case "do_not_disturb":
      Entry(read: "settings get global zen_mode") {
        "cmd notification set_dnd \(["1": "priority", "2": "none", "3": "alarms"][$0] ?? "off"); "
          + "settings put global zen_mode \(ShellWord.quoted($0))"
      }
    default: nil
    }
  }

  /// The names that have commands of their own.
  static let names = [
    "wifi", "bluetooth", "mobile_data", "airplane_mode", "dark_theme", "location", "do_not_disturb",
  ]

  /// Reads `wifi`, or `system screen_brightness`.
  init(_ node: Node) throws(TaskProblem) {
    let text = try node.text("what is kept")
    guard let state = KeptState(text) else {
      throw TaskProblem(
        "\(text) can't be kept; write one of \(Self.names.joined(separator: ", ")), or a setting as system KEY, "
          + "secure KEY or global KEY", at: node)
    }
    self = state
  }

  /// Reads `wifi`, or `system screen_brightness`; nil where it is no state that can be kept.
  init?(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    if words.count == 2, ["system", "secure", "global"].contains(words[0]) {
      self = .setting(table: words[0], key: words[1])
    } else if Self.names.contains(name) {
      self = .named(name)
    } else {
      return nil
    }
  }

  /// As tasks and notes write it: `wifi`, `system screen_brightness`.
  var name: String {
    switch self {
    case .setting(let table, let key): "\(table) \(key)"
    case .named(let name): name
    }
  }

  /// Whether putting this back puts the other back, too.
  func covers(_ other: KeptState) -> Bool {
    guard self != other, case .named(let name) = self, case .setting(let table, let key) = other else {
      return self == other
    }
    return Self.entry(name)?.read == "settings get \(table) \(key)"
  }

  /// In words.
  var words: String {
    switch self {
    case .setting(let table, let key): "the setting \(table) \(key)"
    case .named(let name): name.replacing("_", with: " ")
    }
  }

  /// The command that prints it.
  var reading: String {
    switch self {
    case .setting(let table, let key): "settings get \(table) \(ShellWord.quoted(key))"
    case .named(let name): Self.entry(name)?.read ?? "true"
    }
  }

  /// The command that makes it so again.
  func restoring(_ printed: String) -> String? {
    switch self {
    case .setting(let table, let key):
      printed == "null"
        ? "settings delete \(table) \(ShellWord.quoted(key))"
        : "settings put \(table) \(ShellWord.quoted(key)) \(ShellWord.quoted(printed))"
    case .named(let name): Self.entry(name)?.restore(printed)
    }
  }
}
