/// Battery and Battery Saver.
enum BatteryPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let isSaving = phone.flag("low_power", .global)
    guard activity.screen == "batterysaver" else {
      return SettingsPage(
        title: "Battery",
        items: [
          .fact(title: "100%", summary: "Charging is optimized to preserve battery health"),
          .to("Battery Saver", isSaving ? "On" : "Off", "batterysaver"),
          .toggle(
            title: "Adaptive preferences", summary: "Extend battery life", key: "adaptive_battery_management_enabled",
            table: .global, standard: true),
          .toggle(
            title: "Battery percentage", summary: "Show battery percentage in status bar",
            key: "status_bar_show_battery_percent", table: .system),
        ])
    }
    return SettingsPage(
      title: "Battery Saver",
      items: [
        .mainSwitch(title: "Use Battery Saver", key: "low_power", table: .global),
        .choice(
          title: "Set a schedule", key: "low_power_trigger_level", table: .global,
          options: [
            ("No schedule", "0"), ("Will turn on at 5%", "5"), ("Will turn on at 15%", "15"),
            ("Will turn on at 30%", "30"),
          ]),
        .toggle(
          title: "Turn off when charged", summary: "Battery Saver turns off when your phone is at 90%",
          key: "low_power_sticky_auto_disable_enabled", table: .global, standard: true),
        .footer(
          "Battery Saver turns on Dark theme and limits or turns off background activity, some visual effects, and other features."
        ),
      ])
  }
}
