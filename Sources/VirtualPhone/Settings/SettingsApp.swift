import Imaging

/// Android's settings.
struct SettingsApp: App {
  static let ids = "com.android.settings:id/"

  var package: PhonePackage {
    PhonePackage(
      name: "com.android.settings", label: "Settings", launcherActivity: "com.android.settings/.Settings",
      isSystem: true)
  }
  var icon: AppIcon { AppIcon(.settings) }
  var mainScreen: String { "home" }

  func component(of screen: String) -> String {
    switch screen {
    case "home": "com.android.settings/.Settings"
    case "search": "com.android.settings.intelligence/.search.SearchActivity"
    case "appinfo": "com.android.settings/.applications.InstalledAppDetailsTop"
    default: "com.android.settings/.SubSettings"
    }
  }

  func reset(_ phone: inout Phone) { phone.data.settings = SettingsData(seed: phone.configuration.seed) }

  /// The actions of `android.provider.Settings` and their pages.
  static let actions: [String: String] = [
    "android.settings.SETTINGS": "home", "android.settings.WIFI_SETTINGS": "internet",
    "android.settings.WIRELESS_SETTINGS": "network", "android.settings.AIRPLANE_MODE_SETTINGS": "network",
    "android.settings.BLUETOOTH_SETTINGS": "devices", "android.settings.DISPLAY_SETTINGS": "display",
    "android.settings.SOUND_SETTINGS": "sound", "android.settings.APPLICATION_SETTINGS": "allapps",
    "android.settings.MANAGE_APPLICATIONS_SETTINGS": "allapps", "android.settings.DATE_SETTINGS": "date",
    "android.settings.ACCESSIBILITY_SETTINGS": "accessibility", "android.settings.DEVICE_INFO_SETTINGS": "about",
    "android.settings.LOCATION_SOURCE_SETTINGS": "location", "android.settings.INTERNAL_STORAGE_SETTINGS": "storage",
    "android.settings.LOCALE_SETTINGS": "languages", "android.settings.NOTIFICATION_SETTINGS": "notifications",
    "android.intent.action.POWER_USAGE_SUMMARY": "battery", "android.settings.SECURITY_SETTINGS": "security",
    "android.settings.PRIVACY_SETTINGS": "privacy",
    "android.settings.BATTERY_SAVER_SETTINGS": "batterysaver", "android.settings.NIGHT_DISPLAY_SETTINGS": "nightlight",
    "android.settings.ZEN_MODE_SETTINGS": "dnd", "android.settings.APPLICATION_DEVELOPMENT_SETTINGS": "developer",
    "android.settings.CAPTIONING_SETTINGS": "captions", "android.settings.DATA_ROAMING_SETTINGS": "mobile",
    "android.settings.NETWORK_OPERATOR_SETTINGS": "mobile", "android.settings.DREAM_SETTINGS": "screensaver",
    "android.settings.INPUT_METHOD_SETTINGS": "languages", "android.settings.SYNC_SETTINGS": "accounts",
    "android.settings.VPN_SETTINGS": "vpn", "android.net.vpn.SETTINGS": "vpn",
    "android.settings.NFC_SETTINGS":
      "connectionpreferences", "android.settings.TEXT_READING_SETTINGS": "textsize",
    "android.settings.DARK_THEME_SETTINGS": "dark", "android.settings.AUTO_ROTATE_SETTINGS": "display",
    "android.settings.MANAGE_DEFAULT_APPS_SETTINGS": "defaultapps", "android.settings.TETHER_SETTINGS": "hotspot",
    "android.settings.COLOR_INVERSION_SETTINGS": "colorinversion",
  ]

  func activity(for intent: PhoneIntent, _ phone: Phone) -> Activity? {
    guard let action = intent.action else { return nil }
    if action == "android.settings.APPLICATION_DETAILS_SETTINGS", let data = intent.data, data.hasPrefix("package:") {
      let name = String(data.dropFirst("package:".count))
      return Apps.named[name] == nil ? nil : Activity(package.name, "appinfo", ["package": name])
    }
    return Self.actions[action].map { Activity(package.name, $0) }
  }

  func view(_ activity: Activity, _ phone: Phone) -> View {
    switch activity.screen {
    case "home": SettingsHome.view(phone)
    case "search": SettingsSearch.view(activity, phone)
    default: page(activity, phone)
    }
  }

  private func page(_ activity: Activity, _ phone: Phone) -> View {
    let theme = phone.theme
    let page = SettingsPages.page(activity, phone)
    let rows = SettingsRows(phone: phone)
    let list = View.column(page.items.map { rows.view($0) } + [.space(height: 24)]).wide
      .id("\(Self.ids)recycler_view", "androidx.recyclerview.widget.RecyclerView")
    let back = View.stack([.icon("arrow_back", theme.text)], .center).square(56).label(
      "Navigate up", "android.widget.ImageButton"
    )
    .tap { $0.goBack() }
    let title = View.text(page.title, 36, theme.text).wide.padding(left: 24, top: 158, right: 24, bottom: 0)
    // A title of two lines moves what is under it down.
    let layout = Layout(dp: phone.dp, fontScale: phone.fontScale, activity: activity)
    let titleHeight = Double(layout.node(title, phone.safeArea.width, Layout.unlimited).frame.height) / phone.dp
    let height = max(227.8, titleHeight + 14)
    let small = View.text(page.title, 20, theme.text, lines: 1).size(width: .fill, height: .fixed(56)).padding(
      left: 0, right: 16)
    let bar = View.row([back, small.pinned(.none)]).padding(left: 0, top: Phone.statusBarHeight, right: 0, bottom: 0)
      .wide
    let justBack = View.row([back]).padding(left: 0, top: Phone.statusBarHeight, right: 0, bottom: 0)
    let header = View.stack([
      title.pinned(.whileExpanded), justBack.pinned(.fixed), bar.pinned(.whenCollapsed),
    ]).size(width: .fill, height: .fixed(height)).label(page.title, "android.widget.FrameLayout").id(
      "\(Self.ids)collapsing_toolbar")
    return View.scroll("page", list, header: header, collapse: 323 + (height - 227.8) * 2.625).id(
      "\(Self.ids)content_parent"
    ).filling.fill(
      theme.background)
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let key = parts.count > 1 ? parts[1] : ""
    let items = SettingsPages.page(activity, phone).items
    switch parts.first {
    case "choice":
      for case .choice(let title, key, let table, let options) in items {
        let value = phone.setting(key, in: table)
        return Dialog.choice(
          phone, title: title, options: options.map(\.label), selected: options.firstIndex { $0.value == value }
        ) { phone, index in phone.set(key, in: table, to: options[index].value) }
      }
      return nil
    case "options":
      for case .options(key, let title, let labels, let selected, let choose) in items {
        return Dialog.choice(phone, title: title, options: labels, selected: selected, choose: choose)
      }
      return nil
    case "text":
      for case .text(let title, key, let table) in items {
        return SettingsDialogs.text(phone, title: title, confirm: "OK") { phone, text in
          if !text.isEmpty { phone.set(key, in: table, to: text) }
        }
      }
      return nil
    default: return SettingsDialogs.named(parts.first ?? "", key, activity, phone)
    }
  }
}
