import Testing

@testable import VirtualPhone

@Suite("Every switch of the settings")
struct SettingsSwitchesTests {
  /// All pages that need nothing but their name.
  static let pages = [
    "network", "internet", "preferences", "mobile", "hotspot", "datasaver", "devices", "connectionpreferences",
    "bluetooth", "apps", "sound", "dnd", "haptics", "display", "lockscreen", "dark", "textsize", "screensaver",
    "nightlight", "wallpaper", "notifications", "battery", "batterysaver", "storage", "accessibility",
    "colorcorrection", "colorinversion", "extradim", "magnification", "talkback", "timing", "controls", "captions",
    "security", "privacy", "location", "safety", "accounts", "wellbeing", "google", "system", "languages", "gestures",
    "navigation", "opencamera", "preventringing", "onehanded", "powermenu", "date", "backup", "developer",
  ]

  /// What can be asked of a phone from outside about its settings.
  static func kept(_ phone: Phone) -> [String] {
    SettingsTable.allCases.flatMap { table in
      phone.settingKeys(in: table).map { "\(table) \($0)=\(phone.setting($0, in: table) ?? "")" }
    }
  }

  static func items(_ phone: Phone) -> [SettingsItem] { SettingsPages.page(phone.activity, phone).items }

  @Test("keeps what it is set to, and shows it", arguments: pages)
  func switches(page: String) {
    var phone = Phone()
    phone.openSettings(page)
    for (index, item) in Self.items(phone).enumerated() {
      guard let isOn = Self.isOn(item, phone) else { continue }
      var touched = phone
      Self.act(item, &touched)
      #expect(Self.kept(touched) != Self.kept(phone), "\(item.title ?? "") of \(page) changes no setting")
      let now = Self.items(touched)
      // A switch may bring others; it is found again by its title.
      let again =
        now.first { $0.title == item.title && Self.isOn($0, touched) != nil } ?? now[min(index, now.count - 1)]
      #expect(Self.isOn(again, touched) == !isOn, "\(item.title ?? "") of \(page) doesn't show it")
      Self.act(again, &touched)
      #expect(Self.isOn(again, touched) != nil)
    }
  }

  @Test("offers choices of which each is kept and shown", arguments: pages)
  func choices(page: String) throws {
    var phone = Phone()
    phone.openSettings(page)
    let app = try #require(Apps.named["com.android.settings"])
    for item in Self.items(phone) {
      let (name, labels): (String, [String])
      switch item {
      case .choice(_, let key, _, let options): (name, labels) = ("choice/\(key)", options.map(\.label))
      case .options(let id, _, let all, _, _): (name, labels) = ("options/\(id)", all)
      default: continue
      }
      var seen: Set<[String]> = []
      for label in labels {
        var touched = phone
        touched.activity.dialog = name
        #expect(app.dialog(name, touched.activity, touched) != nil)
        if touched.hierarchy().find(label) == nil { touched.reach(label) } else { touched.tap(on: label) }
        seen.insert(Self.kept(touched))
        let shown = Self.items(touched).contains { Self.label($0, touched) == label }
        #expect(shown, "\(item.title ?? "") of \(page) doesn't show \(label)")
      }
      #expect(seen.count == labels.count, "\(item.title ?? "") of \(page)")
    }
  }

  @Test(
    "is where real phones have it",
    arguments: [
      ("developer", "Stay awake", "global", "stay_on_while_plugged_in", "7"),
      ("accessibility", "Remove animations", "global", "animator_duration_scale", "0"),
      ("colorcorrection", "Use color correction", "secure", "accessibility_display_daltonizer_enabled", "1"),
      ("colorinversion", "Use color inversion", "secure", "accessibility_display_inversion_enabled", "1"),
      ("batterysaver", "Use Battery Saver", "global", "low_power", "1"),
      ("battery", "Battery percentage", "system", "status_bar_show_battery_percent", "1"),
      ("nightlight", "Use Night Light", "secure", "night_display_activated", "1"),
      ("opencamera", "Use quickly open camera", "secure", "camera_double_tap_power_gesture_disabled", "1"),
      ("date", "Set time automatically", "global", "auto_time", "1"),
      ("dnd", "Use Do Not Disturb", "global", "zen_mode", "1"),
      ("textsize", "Bold text", "secure", "font_weight_adjustment", "300"),
      ("location", "Use location", "secure", "location_mode", "0"),
    ])
  func keys(page: String, title: String, table: String, key: String, value: String) {
    var host = PhoneHost(Phone())
    host.phone.openSettings(page)
    host.phone.reach(title)
    #expect(String(decoding: host.run("settings get \(table) \(key)").output, as: UTF8.self) == "\(value)\n")
  }

  @Test func makesEverythingLarger() throws {
    var host = PhoneHost(Phone())
    host.phone.openSettings("textsize")
    let before = host.phone.hierarchy().find("Font size")?.bounds
    host.phone.setDisplaySize(3)
    #expect(String(decoding: host.run("wm density").output, as: UTF8.self).hasSuffix("Override density: 504\n"))
    #expect(host.phone.hierarchy().find("Font size")?.bounds.left ?? 0 > before?.left ?? 0)
    host.phone.reach("Reset settings")
    #expect(host.phone.setting("display_density_forced", in: .secure) == nil)
  }

  @Test func disablesAppsAndTakesTheirPermissions() {
    var host = PhoneHost(Phone())
    host.phone.openAppInfo("com.google.android.apps.messaging")
    host.phone.tap(on: "Disable")
    host.phone.tap(on: "Disable app")
    #expect(
      String(decoding: host.run("pm list packages -d").output, as: UTF8.self)
        == "package:com.google.android.apps.messaging\n")
    #expect(host.run("am start -n com.google.android.apps.messaging/.ui.ConversationListActivity").code != 0)
    host.phone.tap(on: "Enable")
    host.phone.reach("Permissions")
    host.phone.tap(on: "SMS")
    host.phone.tap(on: "Don’t allow")
    let granted = String(
      decoding: host.run("dumpsys package com.google.android.apps.messaging").output, as: UTF8.self)
    #expect(!granted.contains("READ_SMS") && granted.contains("android.permission.READ_CONTACTS: granted=true"))
    _ = host.run("pm grant com.google.android.apps.messaging android.permission.READ_SMS")
    host.phone.perform(.key(4))
    #expect(
      host.phone.hierarchy().find("Not allowed")?.bounds.top ?? 0 > host.phone.hierarchy().find("SMS")?.bounds.top
        ?? 9999)
  }

  @Test func erasesThePhone() {
    var host = SavedStateTests.used()
    host.phone.openSettings("resetoptions")
    host.phone.tap(on: "Erase all data (factory reset)")
    host.phone.tap(on: "Erase all data")
    #expect(host.phone.files == Phone(host.phone.configuration).files)
    #expect(host.phone.foregroundActivity.hasPrefix("com.google.android.apps.nexuslauncher"))
  }

  // MARK: - Items

  /// Whether a switch is on; nil for what is none.
  static func isOn(_ item: SettingsItem, _ phone: Phone) -> Bool? {
    switch item {
    case .toggle(_, _, _, let key, let table, let standard), .mainSwitch(_, let key, let table, let standard):
      phone.flag(key, table, default: standard)
    case .flip(_, _, _, let isOn, _), .linkWithToggle(_, _, _, let isOn, _): isOn
    default: nil
    }
  }

  static func act(_ item: SettingsItem, _ phone: inout Phone) {
    switch item {
    case .toggle(_, _, _, let key, let table, let standard), .mainSwitch(_, let key, let table, let standard):
      phone.toggle(key, table, default: standard)
    case .flip(_, _, _, _, let action), .linkWithToggle(_, _, _, _, let action): action(&phone)
    default: break
    }
  }

  static func label(_ item: SettingsItem, _ phone: Phone) -> String? {
    switch item {
    case .choice(_, let key, let table, let options):
      options.first { $0.value == phone.setting(key, in: table) }?.label
    case .options(_, _, let labels, let selected, _): selected.map { labels[$0] }
    default: nil
    }
  }
}
