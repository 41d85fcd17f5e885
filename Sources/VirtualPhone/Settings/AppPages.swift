/// Apps and what they may do.
enum AppPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let name = activity.values["package"] ?? ""
    let label = Apps.named[name]?.package.label ?? name
    func app(_ package: String) -> SettingsItem {
      .link(
        icon: "android", title: Apps.named[package]?.package.label ?? package, summary: nil, screen: "appinfo",
        values: ["package": package])
    }
    switch activity.screen {
    case "apps":
      let recent = phone.system.tasks.reversed().map(\.package).filter { $0 != "com.android.settings" }.prefix(4)
      return SettingsPage(
        title: "Apps",
        items: (recent.isEmpty ? [] : [.group("Recently opened apps")] + recent.map(app)) + [
          .to("See all \(Apps.all.count) apps", nil, "allapps", icon: "chevron_right"), .group("General"),
          .to("Default apps", "Browser, phone, SMS", "defaultapps"),
          .toggle(
            title: "Unused apps", summary: "Remove permissions from apps you don’t use", key: "auto_revoke",
            table: .global, standard: true),
        ])
    case "allapps": return SettingsPage(title: "All apps", items: Apps.launchable.map { app($0.package.name) })
    case "appstorage":
      return SettingsPage(
        title: "Storage",
        items: [
          .fact(title: "App size", summary: "24.31 MB"), .fact(title: "User data", summary: "1.20 MB"),
          .action(
            icon: "delete_outline", title: "Clear storage", summary: label,
            action: { $0.activity.dialog = "cleardata/\(name)" }),
        ])
    case "appinfo":
      let isRunning = phone.system.tasks.contains { $0.package == name } && name != "com.android.settings"
      let isSilent = phone.data.settings.silenced.contains(name)
      return SettingsPage(
        title: "App info",
        items: [
          .fact(title: label, summary: isRunning ? "Running" : "Not running"),
          .action(icon: "launch", title: "Open", summary: nil, action: { $0.launch(name) }),
          .action(
            icon: "report_problem", title: "Force stop", summary: nil, isEnabled: isRunning,
            action: { $0.activity.dialog = "forcestop/\(name)" }),
          .divider,
          .linkWithToggle(
            title: "Notifications", summary: isSilent ? "Off" : "On", screen: "notifications", isOn: !isSilent,
            action: { phone in
              if phone.data.settings.silenced.remove(name) == nil { phone.data.settings.silenced.insert(name) }
            }),
          .link(
            icon: nil, title: "Storage & cache", summary: "25.51 MB used in internal storage", screen: "appstorage",
            values: ["package": name]),
          .fact(title: "Version", summary: "13"),
        ])
    default:
      return SettingsPage(
        title: "Default apps",
        items: [
          .choice(
            title: "Browser app", key: "default_browser", table: .secure,
            options: [("Chrome", "com.android.chrome"), ("None", "")]),
          .choice(
            title: "Phone app", key: "default_dialer", table: .secure,
            options: [("Phone", "com.google.android.dialer"), ("None", "")]),
          .choice(
            title: "SMS app", key: "sms_default_application", table: .secure,
            options: [("Messages", "com.google.android.apps.messaging"), ("None", "")]),
        ])
    }
  }
}
