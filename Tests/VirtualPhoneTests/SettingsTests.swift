import Testing
import VirtualPhone

@Suite("Settings")
struct SettingsTests {
  @Test func quickSettingsAndTablesSayTheSame() {
    var phone = Phone()
    for _ in 0..<2 { phone.perform(.swipe(fromX: 540, fromY: 5, toX: 540, toY: 900, milliseconds: 300)) }
    phone.tap(on: "Bluetooth,Off")
    #expect(phone.setting("bluetooth_on", in: .global) == "1")
    phone.set("bluetooth_on", in: .global, to: "0")
    #expect(phone.hierarchy().find("Bluetooth,Off") != nil)
    phone.tap(on: "Dark theme,Off")
    #expect(phone.setting("ui_night_mode", in: .secure) == "2")
    phone.tap(on: "Airplane mode,Off")
    #expect(phone.setting("wifi_on", in: .global) == "0")
    phone.tap(on: "Airplane mode,On")
    #expect(phone.setting("wifi_on", in: .global) == "1")
  }

  @Test(arguments: [(0.0, 1), (1.0, 255)])
  func theBrightnessSliderReachesItsEnds(end: Double, value: Int) {
    var phone = Phone()
    phone.open("android.settings.DISPLAY_SETTINGS")
    phone.tap(on: "Brightness level")
    phone.perform(.swipe(fromX: 540, fromY: 210, toX: Int(1079 * end), toY: 210, milliseconds: 300))
    #expect(phone.setting("screen_brightness", in: .system) == "\(value)")
    phone.perform(.key(4))
    #expect(phone.hierarchy().find(value == 1 ? "0%" : "100%") != nil)
  }

  @Test func choicesAndTextsAreKept() {
    var phone = Phone()
    phone.open("android.settings.DISPLAY_SETTINGS")
    phone.tap(on: "Screen timeout")
    phone.tap(on: "5 minutes")
    #expect(phone.setting("screen_off_timeout", in: .system) == "300000")
    phone.open("android.settings.DEVICE_INFO_SETTINGS")
    phone.tap(on: "Device name")
    phone.perform(.text("Ada’s phone"))
    phone.perform(.key(66))
    #expect(phone.setting("device_name", in: .global) == "Ada’s phone")
  }

  @Test("are found without hyphens and spaces", arguments: ["wifi", "WI FI", "wi-fi"])
  func areFound(query: String) {
    var phone = Phone()
    phone.open("android.settings.SETTINGS")
    phone.tap(on: "Search settings")
    phone.perform(.text(query))
    #expect(phone.hierarchy().all.contains { $0.text.contains("Wi‑Fi") || $0.text.contains("Wi-Fi") })
    #expect(phone.hierarchy().find("No results") == nil)
  }

  @Test func dateAndTimeCanBeSet() {
    var phone = Phone()
    phone.open("android.settings.DATE_SETTINGS")
    phone.tap(on: "Date")
    phone.tap(on: "Next month")
    phone.tap(on: "07 November 2023")
    phone.tap(on: "OK")
    #expect(phone.hierarchy().find("November 7, 2023") != nil)
    phone.tap(on: "Time")
    phone.tap(on: "Increase hour")
    phone.tap(on: "OK")
    #expect(phone.hierarchy().find("16:34") != nil)
  }

  @Test func everyPageCanBeReachedByItsRows() {
    for name in [
      "Network & internet", "Connected devices", "Apps", "Notifications", "Battery", "Storage", "Sound & vibration",
      "Display", "Wallpaper & style", "Accessibility", "Security", "Privacy", "Location", "Safety & emergency",
      "Passwords & accounts", "Digital Wellbeing & parental controls", "Google", "System", "About phone",
      "Tips & support",
    ] {
      var phone = Phone()
      phone.perform(.tap(x: 917, y: 1969))
      phone.reach(name)
      #expect(phone.hierarchy().find(id: "com.android.settings:id/collapsing_toolbar")?.contentDescription == name)
    }
  }

  @Test func everythingThatCanBeTappedDoesSomething() {
    for action in [
      "SETTINGS", "WIFI_SETTINGS", "BLUETOOTH_SETTINGS", "DISPLAY_SETTINGS", "DATE_SETTINGS",
    ] {
      var phone = Phone()
      phone.open("android.settings.\(action)")
      let screen = phone.hierarchy()
      for node in screen.all where node.isClickable && node.isEnabled && !node.isChecked {
        var touched = phone
        touched.perform(.tap(x: node.center.x, y: node.center.y))
        let isSame = touched.hierarchy() == screen
        #expect(!isSame, "\(action): \(node.lines())")
      }
    }
  }
}
