import Imaging

/// A tile of the quick settings.
struct QuickTile: Sendable {
  var title: String
  var state: String
  var icon: String
  var isOn: Bool
  var action: PhoneAction
  /// The settings that a long press opens.
  var screen: String
  var isSwitch = true

  static func all(_ phone: Phone) -> [QuickTile] {
    func tile(
      _ title: String, _ icon: String, _ key: String, _ table: SettingsTable, screen: String, on: String = "On",
      default standard: Bool = false
    ) -> QuickTile {
      let isOn = phone.flag(key, table, default: standard)
      return QuickTile(
        title: title, state: isOn ? on : "Off", icon: icon, isOn: isOn,
        action: { $0.toggle(key, table, default: standard) }, screen: screen)
    }
    let network = phone.setting("wifi_network", in: .global)
    let internet = QuickTile(
      title: "Internet",
      state: phone.isWifiOn
        ? network ?? "Networks available" : (phone.isAirplaneModeOn ? "Airplane mode" : "T-Mobile, LTE"),
      icon: phone.isWifiOn ? "signal_wifi_4_bar" : "signal_cellular_4_bar",
      isOn: phone.isWifiOn || !phone.isAirplaneModeOn, action: { $0.openSettings("internet") }, screen: "internet",
      isSwitch: false)
    let dark = QuickTile(
      title: "Dark theme", state: phone.isDark ? "On" : "Off", icon: "brightness_medium", isOn: phone.isDark,
      action: { $0.set("ui_night_mode", in: .secure, to: $0.isDark ? "1" : "2") }, screen: "dark")
    return [
      internet,
      tile("Bluetooth", "bluetooth", "bluetooth_on", .global, screen: "devices"),
      tile("Flashlight", "flashlight_on", "flashlight_on", .global, screen: "display"),
      tile("Do Not Disturb", "do_not_disturb_on", "zen_mode", .global, screen: "dnd"),
      QuickTile(
        title: "Auto-rotate", state: phone.flag("accelerometer_rotation", .system) ? "On" : "Off",
        icon: "screen_rotation", isOn: phone.flag("accelerometer_rotation", .system),
        action: { $0.toggleAutoRotate() }, screen: "display"),
      tile("Battery Saver", "battery_saver", "low_power", .global, screen: "batterysaver"),
      tile("Airplane mode", "airplanemode_active", "airplane_mode_on", .global, screen: "network"),
      dark,
      tile("Hotspot", "wifi_tethering", "tether_on", .global, screen: "hotspot"),
      tile("Location", "location_on", "location_mode", .secure, screen: "location"),
    ]
  }

  func view(_ phone: Phone) -> View {
    let theme = phone.theme
    let color = isOn ? theme.tileOnText : theme.text
    let screen = screen
    let view = View.row([
      .space(width: 20), .icon(icon, color, size: 20), .space(width: 12),
      View.column([
        View.text(title, 14, color, weight: 500, lines: 1, id: "\(Shade.ids)tile_label"),
        View.text(state, 14, color.faded(0.8), lines: 1, id: "\(Shade.ids)app_label"),
      ]).weighted(), .space(width: 12),
    ]).size(width: .fill, height: .fixed(72)).fill(isOn ? theme.tileOn : theme.tile, corner: 28).label(
      "\(title),\(state)", isSwitch ? "android.widget.Switch" : "android.widget.Button"
    ).tap(action).longPress { $0.openSettings(screen) }
    return isSwitch ? view.checked(isOn) : view
  }
}
