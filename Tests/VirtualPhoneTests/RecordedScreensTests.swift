import Testing
import VirtualPhone

/// Bounds as they were recorded on emulators with Android 13, 1080×2400 at 420 dpi (AndroidGen's and T3A's episodes).
@Suite("Screens are laid out as recorded ones:")
struct RecordedScreensTests {
  /// Half a millimetre on the glass: what widths of text and rounding may differ by.
  static let tolerance = 6

  struct Place: Sendable {
    var name: String
    var bounds: [Int]
  }

  func check(_ places: [Place], _ phone: Phone) {
    let screen = phone.hierarchy()
    for place in places {
      let found = screen.all.filter {
        $0.text == place.name || $0.contentDescription == place.name || $0.resourceID.hasSuffix("id/\(place.name)")
      }
      #expect(!found.isEmpty, "\(place.name) is missing")
      let nearest = found.map { node in
        zip([node.bounds.left, node.bounds.top, node.bounds.right, node.bounds.bottom], place.bounds)
          .map { abs($0 - $1) }.max() ?? 0
      }.min()
      #expect((nearest ?? 0) <= Self.tolerance, "\(place.name): \(found.map(\.bounds)), recorded \(place.bounds)")
    }
  }

  @Test func home() {
    check(
      [
        Place(name: "Settings", bounds: [832, 1873, 1004, 2068]),
        Place(name: "search_container_hotseat", bounds: [75, 2125, 1004, 2290]),
        Place(name: "g_icon", bounds: [86, 2144, 212, 2270]), Place(name: "clock", bounds: [50, 1, 148, 128]),
        Place(name: "wifi_combo", bounds: [885, 35, 931, 93]), Place(name: "mobile_combo", bounds: [931, 35, 970, 93]),
      ], Phone())
  }

  @Test func settings() {
    var phone = Phone()
    phone.perform(.tap(x: 917, y: 1969))
    check(
      [
        Place(name: "homepage_title", bounds: [63, 401, 408, 528]),
        Place(name: "account_avatar", bounds: [891, 275, 1017, 401]),
        Place(name: "Network & internet", bounds: [189, 824, 625, 895]),
        Place(name: "Mobile, Wi‑Fi, hotspot", bounds: [189, 895, 540, 946]),
        Place(name: "Connected devices", bounds: [189, 1055, 636, 1126]),
        Place(name: "Assistant, recent apps, default apps", bounds: [189, 1357, 774, 1408]),
        Place(name: "Battery", bounds: [189, 1748, 357, 1819]),
        Place(name: "Volume, haptics, Do Not Disturb", bounds: [189, 2281, 707, 2332]),
      ], phone)
  }

  @Test func network() {
    var phone = Phone()
    phone.perform(.tap(x: 917, y: 1969))
    phone.perform(.tap(x: 406, y: 858))
    check(
      [
        Place(name: "Navigate up", bounds: [0, 128, 147, 275]),
        Place(name: "Calls & SMS", bounds: [189, 846, 473, 917]),
        Place(name: "SIMs", bounds: [189, 1052, 307, 1123]),
        Place(name: "Airplane mode", bounds: [189, 1258, 531, 1329]),
        Place(name: "switch_widget", bounds: [892, 1230, 1038, 1356]),
        Place(name: "Hotspot & tethering", bounds: [189, 1413, 646, 1484]),
        Place(name: "Data Saver", bounds: [189, 1619, 444, 1690]),
        Place(name: "Mobile plan", bounds: [63, 2031, 337, 2102]),
        Place(name: "Private DNS", bounds: [63, 2186, 344, 2257]),
      ], phone)
  }

  @Test func internet() {
    var phone = Phone()
    phone.set("wifi_network", in: .global, to: nil)
    phone.perform(.tap(x: 917, y: 1969))
    phone.perform(.tap(x: 406, y: 858))
    phone.perform(.tap(x: 278, y: 674))
    check(
      [
        Place(name: "T-Mobile", bounds: [189, 648, 390, 719]),
        Place(name: "Connected / LTE", bounds: [189, 719, 458, 770]),
        Place(name: "settings_button", bounds: [849, 606, 1038, 812]),
        Place(name: "Wi-Fi", bounds: [63, 854, 180, 925]),
        Place(name: "switch_widget", bounds: [892, 826, 1038, 952]),
        Place(name: "AndroidWifi", bounds: [189, 1009, 463, 1080]),
      ], phone)
  }

  @Test func connectedDevices() {
    var phone = Phone()
    phone.perform(.tap(x: 917, y: 1969))
    phone.perform(.tap(x: 411, y: 1089))
    check(
      [
        Place(name: "Pair new device", bounds: [189, 640, 558, 711]),
        Place(name: "Bluetooth will turn on to pair", bounds: [189, 711, 649, 762]),
        Place(name: "Saved devices", bounds: [63, 867, 1038, 918]),
        Place(name: "See all", bounds: [189, 981, 344, 1052]),
        Place(name: "Connection preferences", bounds: [63, 1187, 623, 1258]),
        Place(name: "Bluetooth, Android Auto", bounds: [63, 1258, 451, 1309]),
      ], phone)
  }

  @Test func display() {
    var phone = Phone()
    phone.open("android.settings.DISPLAY_SETTINGS")
    check(
      [
        Place(name: "collapsing_toolbar", bounds: [0, 0, 1080, 598]),
        Place(name: "Brightness", bounds: [63, 661, 1038, 712]),
        Place(name: "Brightness level", bounds: [63, 775, 435, 846]),
        Place(name: "Lock display", bounds: [63, 1002, 1038, 1053]),
        Place(name: "Show all notification content", bounds: [63, 1187, 527, 1238]),
        Place(name: "Screen timeout", bounds: [63, 1322, 418, 1393]),
        Place(name: "Appearance", bounds: [63, 1549, 1038, 1600]),
        Place(name: "Dark theme", bounds: [63, 1663, 333, 1734]),
        Place(name: "switchWidget", bounds: [849, 1621, 1038, 1827]),
        Place(name: "Screen saver", bounds: [63, 1869, 365, 1940]),
        Place(name: "On / Clock", bounds: [63, 1940, 233, 1991]),
        Place(name: "Display size and text", bounds: [63, 2075, 544, 2146]),
      ], phone)
    phone.perform(.tap(x: 248, y: 809))
    check([Place(name: "Display brightness", bounds: [42, 149, 1038, 275])], phone)
  }

  @Test func lockScreen() {
    var phone = Phone()
    phone.open("android.settings.DISPLAY_SETTINGS")
    phone.tap(on: "Lock screen")
    check(
      [
        Place(name: "What to show", bounds: [63, 661, 1038, 712]),
        Place(name: "Privacy", bounds: [63, 775, 235, 846]),
        Place(name: "Add text on lock screen", bounds: [63, 981, 613, 1052]),
        Place(name: "None", bounds: [63, 1052, 150, 1103]),
        Place(name: "Show device controls", bounds: [63, 1187, 564, 1258]),
        Place(name: "switch_widget", bounds: [892, 1185, 1038, 1311]),
        Place(name: "Control from locked device", bounds: [63, 1393, 694, 1464]),
        Place(
          name:
            "Control external devices without unlocking your phone or tablet if allowed by the device controls app",
          bounds: [63, 1464, 850, 1601]),
        Place(name: "Double-line clock", bounds: [63, 1685, 465, 1756]),
        Place(name: "Now Playing", bounds: [63, 1891, 356, 1962]),
        Place(name: "Identify songs playing nearby", bounds: [63, 1962, 543, 2013]),
      ], phone)
  }

  @Test func theRecordedStepsTurnWifiOffAndBluetoothOn() {
    var phone = Phone()
    for (x, y) in [
      (917, 1969), (406, 858), (278, 674), (964, 888), (72, 200), (72, 200), (411, 1089), (372, 674),
    ] { phone.perform(.tap(x: x, y: y)) }
    #expect(phone.setting("wifi_on", in: .global) == "0")
    #expect(phone.setting("bluetooth_on", in: .global) == "1")
    #expect(phone.hierarchy().find("Available devices") != nil)
  }
}
