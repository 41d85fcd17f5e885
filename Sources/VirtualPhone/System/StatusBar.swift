import Imaging

/// Clock, notifications' icons, radios, battery.
enum StatusBar {
  static func view(_ phone: Phone) -> View {
    let color = phone.hasDarkTop ? Color.white : phone.theme.statusText
    var clock = View.text(phone.time.clock(is24Hour: phone.is24Hour, suffix: false), 14, color)
    clock.height = .fill
    var parts = [View.space(width: 19.05), clock.id("com.android.systemui:id/clock"), .space(width: 3)]
    for notice in phone.system.notices.prefix(3) {
      parts.append(
        .stack([.icon(notice.icon, color, size: 15.5)], .center).size(width: .fixed(22), height: .fill)
          .label("\(notice.app) notification: \(notice.title)", "android.widget.ImageView"))
    }
    parts.append(.spring)
    if phone.flag("zen_mode", .global) {
      parts.append(.icon("do_not_disturb_on", color, size: 15).label("Do Not Disturb.", "android.widget.ImageView"))
    }
    if phone.isBluetoothOn {
      parts.append(.icon("bluetooth", color, size: 15).label("Bluetooth on.", "android.widget.ImageView"))
    }
    if phone.isAirplaneModeOn {
      parts.append(.icon("airplanemode_active", color, size: 15.5).label("Airplane mode.", "android.widget.ImageView"))
    }
    if phone.isWifiOn {
      parts.append(
        View.stack([.icon("signal_wifi_4_bar", color, size: 15.5)], .center)
          .size(width: .fixed(17.5), height: .fixed(22.1)).label("Wifi signal full.,No internet")
          .id("com.android.systemui:id/wifi_combo"))
    }
    if !phone.isAirplaneModeOn {
      if !phone.isWifiOn, phone.flag("mobile_data", .global) {
        parts.append(
          View.text("LTE", 14, color, weight: 500).id("com.android.systemui:id/mobile_type").label("No internet"))
        parts.append(.space(width: 2))
      }
      parts.append(
        View.stack([.icon("signal_cellular_4_bar", color, size: 14.5)], .center)
          .size(width: .fixed(16), height: .fixed(22.1)).label("Phone signal full.")
          .id("com.android.systemui:id/mobile_combo"))
    }
    parts.append(.space(width: 4))
    if phone.flag("status_bar_show_battery_percent", .system) {
      parts.append(View.text("100%", 14, color).id("com.android.systemui:id/battery_percentage_view"))
      parts.append(.space(width: 2))
    }
    parts.append(
      View.stack([.icon("battery_full", color, size: 14.5)], .center).size(width: .fixed(14), height: .fill)
        .label("Battery 100 percent.", "android.widget.LinearLayout").id("com.android.systemui:id/battery"))
    parts.append(.space(width: 24))
    return View.row(parts).filling
  }
}
