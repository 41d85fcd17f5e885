/// What the settings' pages hold, in Android 13's words.
enum SettingsPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    switch activity.screen {
    case "network", "internet", "networkdetails", "savednetworks", "preferences", "mobile", "hotspot", "datasaver",
      "vpn", "dns":
      NetworkPages.page(activity, phone)
    case "devices", "pair", "alldevices", "connectionpreferences", "bluetooth": DevicePages.page(activity, phone)
    case "apps", "allapps", "appinfo", "appstorage", "defaultapps": AppPages.page(activity, phone)
    case "sound", "dnd", "volume": SoundPages.page(activity, phone)
    case "display", "lockscreen", "dark", "textsize", "screensaver", "colors", "wallpaper":
      DisplayPages.page(activity, phone)
    default: OtherPages.page(activity, phone)
    }
  }
}
