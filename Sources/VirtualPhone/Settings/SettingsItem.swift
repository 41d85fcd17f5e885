/// A line of a settings page.
enum SettingsItem: Sendable {
  /// A group's name.
  case group(String)
  case divider
  /// Opens a page.
  case link(icon: String?, title: String, summary: String?, screen: String, values: [String: String] = [:])
  /// A switch for a settings key.
  case toggle(
    icon: String? = nil, title: String, summary: String? = nil, key: String, table: SettingsTable,
    standard: Bool = false)
  /// A switch that can't be switched now.
  case disabledToggle(title: String, summary: String, isOn: Bool)
  /// The large switch at the top of a page.
  case mainSwitch(title: String, key: String, table: SettingsTable, standard: Bool = false)
  /// A link with a switch of its own; without a page, all of it is the switch.
  case linkWithToggle(title: String, summary: String, screen: String, isOn: Bool, action: PhoneAction)
  /// A switch for whatever it does.
  case flip(icon: String? = nil, title: String, summary: String? = nil, isOn: Bool, action: PhoneAction)
  /// One of several, in a dialog, for whatever that does; no two of a page have the same id.
  case options(
    id: String, title: String, labels: [String], selected: Int?, choose: @Sendable (inout Phone, Int) -> Void)
  /// One of several values, in a dialog.
  case choice(title: String, key: String, table: SettingsTable, options: [(label: String, value: String)])
  /// One of several values, as radio buttons on the page.
  case radio(title: String, summary: String? = nil, isOn: Bool, action: PhoneAction)
  /// A text, edited in a dialog.
  case text(title: String, key: String, table: SettingsTable)
  /// A slider; the value is from 0 to 1.
  case slider(title: String, icon: String, value: Double, set: @Sendable (inout Phone, Double) -> Void)
  /// Something that happens.
  case action(icon: String?, title: String, summary: String?, isEnabled: Bool = true, action: PhoneAction)
  /// A link with a button of its own at its end.
  case linkWithButton(
    icon: String?, title: String, summary: String?, label: String?, button: String, buttonLabel: String,
    buttonID: String,
    action: PhoneAction, buttonAction: PhoneAction)
  /// Says something.
  case fact(icon: String? = nil, title: String, summary: String)
  /// Free room.
  case gap(Double)
  /// An explanation at a page's foot.
  case footer(String)

  /// A link to a page that needs nothing but its name.
  static func to(_ title: String, _ summary: String?, _ screen: String, icon: String? = nil) -> SettingsItem {
    .link(icon: icon, title: title, summary: summary, screen: screen)
  }

  /// What the search finds it by.
  var title: String? {
    switch self {
    case .link(_, let title, _, _, _), .toggle(_, let title, _, _, _, _), .mainSwitch(let title, _, _, _),
      .linkWithToggle(let title, _, _, _, _), .choice(let title, _, _, _), .text(let title, _, _),
      .slider(let title, _, _, _), .fact(_, let title, _), .action(_, let title, _, _, _), .flip(_, let title, _, _, _),
      .options(_, let title, _, _, _), .disabledToggle(let title, _, _):
      title
    case .group, .divider, .gap, .radio, .footer, .linkWithButton: nil
    }
  }
}

/// A page of the settings.
struct SettingsPage: Sendable {
  var title: String
  var items: [SettingsItem]
}
