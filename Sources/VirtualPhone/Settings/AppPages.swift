/// Apps and what they may do.
enum AppPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let name = activity.values["package"] ?? ""
    let label = Apps.named[name]?.package.label ?? name
    switch activity.screen {
    case "apps":
      let recent = phone.system.tasks.reversed().map(\.package).filter { $0 != "com.android.settings" }.prefix(4)
      return SettingsPage(
        title: "Apps",
        items: (recent.isEmpty ? [] : [.group("Recently opened apps")] + recent.map { app($0, phone) }) + [
          .to("See all \(Apps.all.count) apps", nil, "allapps", icon: "chevron_right"), .group("General"),
          .to("Default apps", "Browser, phone, SMS", "defaultapps"),
          .to("Permission manager", "Camera, location, microphone", "permissions"),
          .toggle(
            title: "Unused apps", summary: "Remove permissions from apps you don’t use", key: "auto_revoke",
            table: .global, standard: true),
        ])
    case "allapps":
      return SettingsPage(title: "All apps", items: Apps.launchable.map { app($0.package.name, phone) })
    case "appstorage":
      return SettingsPage(
        title: "Storage",
        items: [
          .fact(title: "App size", summary: "24.31 MB"), .fact(title: "User data", summary: "1.20 MB"),
          .action(
            icon: "delete_outline", title: "Clear storage", summary: label,
            action: { $0.activity.dialog = "cleardata/\(name)" }),
        ])
    case "appinfo": return info(name, label, phone)
    case "apppermissions": return permissions(of: name, phone)
    case "permission": return permission(activity, label, phone)
    case "permissions":
      var groups: [Permissions.Group] = []
      for app in Apps.launchable {
        for group in Permissions.wanted(by: app.package.name) where !groups.contains(group) { groups.append(group) }
      }
      return SettingsPage(
        title: "Permission manager",
        items: groups.sorted { $0.title < $1.title }.map { group in
          let asking = Apps.launchable.map(\.package.name).filter { Permissions.wanted(by: $0).contains(group) }
          let allowed = asking.filter { phone.system.permissions[$0]?.contains(group.name) ?? false }
          return .link(
            icon: group.icon, title: group.title, summary: "\(allowed.count) of \(asking.count) apps allowed",
            screen: "permissionapps", values: ["permission": group.name, "title": group.title])
        })
    case "permissionapps":
      let permission = activity.values["permission"] ?? ""
      let asking = Apps.launchable.map(\.package.name).filter { package in
        Permissions.wanted(by: package).contains { $0.name == permission }
      }
      return SettingsPage(
        title: activity.values["title"] ?? "Permission",
        items: split(asking.map { ($0, permission) }, phone) { package, _ in
          (Apps.named[package]?.package.label ?? package, "app/\(package)")
        })
    default: return defaults()
    }
  }

  private static func app(_ package: String, _ phone: Phone) -> SettingsItem {
    .link(
      icon: "app/\(package)", title: Apps.named[package]?.package.label ?? package,
      summary: phone.system.disabled.contains(package) ? "Disabled" : nil, screen: "appinfo",
      values: ["package": package])
  }

  private static func info(_ name: String, _ label: String, _ phone: Phone) -> SettingsPage {
    let isRunning = phone.system.tasks.contains { $0.package == name } && name != "com.android.settings"
    let isSilent = phone.data.settings.silenced.contains(name)
    let isDisabled = phone.system.disabled.contains(name)
    let isSettings = name == "com.android.settings"
    let allowed = Permissions.wanted(by: name).filter { phone.system.permissions[name]?.contains($0.name) ?? false }
    return SettingsPage(
      title: "App info",
      items: [
        .fact(
          icon: "app/\(name)", title: label, summary: isDisabled ? "Disabled" : isRunning ? "Running" : "Not running"),
        .action(icon: "launch", title: "Open", summary: nil, isEnabled: !isDisabled, action: { $0.launch(name) }),
        .action(
          icon: "block", title: isDisabled ? "Enable" : "Disable", summary: nil, isEnabled: !isSettings,
          action: { phone in
            if isDisabled { phone.setEnabled(true, name) } else { phone.activity.dialog = "disable/\(name)" }
          }),
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
          icon: nil, title: "Permissions",
          summary: allowed.isEmpty ? "No permissions granted" : allowed.map(\.title).joined(separator: ", "),
          screen: "apppermissions", values: ["package": name]),
        .link(
          icon: nil, title: "Storage & cache", summary: "25.51 MB used in internal storage", screen: "appstorage",
          values: ["package": name]),
        .fact(title: "Version", summary: "13"),
      ])
  }

  private static func permissions(of package: String, _ phone: Phone) -> SettingsPage {
    let groups = Permissions.wanted(by: package)
    return SettingsPage(
      title: "App permissions",
      items: split(groups.map { (package, $0.name) }, phone) { _, permission in
        let group = groups.first { $0.name == permission }
        return (group?.title ?? permission, group?.icon ?? "android")
      })
  }

  /// Those that are allowed, and those that aren't.
  private static func split(
    _ rights: [(package: String, permission: String)], _ phone: Phone,
    _ name: (String, String) -> (title: String, icon: String)
  ) -> [SettingsItem] {
    func rows(_ isAllowed: Bool) -> [SettingsItem] {
      let found = rights.filter {
        (phone.system.permissions[$0.package]?.contains($0.permission) ?? false) == isAllowed
      }
      return found.isEmpty
        ? [.fact(title: isAllowed ? "No permissions allowed" : "No permissions denied", summary: "")]
        : found.map { right in
          let name = name(right.package, right.permission)
          return .link(
            icon: name.icon, title: name.title, summary: nil, screen: "permission",
            values: ["package": right.package, "permission": right.permission])
        }
    }
    return [.group("Allowed")] + rows(true) + [.group("Not allowed")] + rows(false)
  }

  private static func permission(_ activity: Activity, _ label: String, _ phone: Phone) -> SettingsPage {
    let package = activity.values["package"] ?? ""
    let permission = activity.values["permission"] ?? ""
    let group = Permissions.wanted(by: package).first { $0.name == permission }
    let isAllowed = phone.system.permissions[package]?.contains(permission) ?? false
    return SettingsPage(
      title: "\(group?.title ?? "") permission",
      items: [
        .group("\((group?.title ?? "").uppercased()) access for \(label)"),
        .radio(
          title: "Allow", isOn: isAllowed,
          action: { $0.system.permissions[package, default: []].insert(permission) }),
        .radio(
          title: "Don’t allow", isOn: !isAllowed,
          action: { $0.system.permissions[package]?.remove(permission) }),
      ])
  }

  private static func defaults() -> SettingsPage {
    SettingsPage(
      title: "Default apps",
      items: [
        .choice(
          title: "Browser app", key: "default_browser", table: .secure,
          options: [("Chrome", "com.android.chrome"), ("None", "")]),
        .choice(
          title: "Phone app", key: "dialer_default_application", table: .secure,
          options: [("Phone", "com.google.android.dialer"), ("None", "")]),
        .choice(
          title: "SMS app", key: "sms_default_application", table: .secure,
          options: [("Messages", "com.google.android.apps.messaging"), ("None", "")]),
      ])
  }
}
