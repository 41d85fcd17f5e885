/// What the settings' pages hold, in Android 13's words.
enum SettingsPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    switch activity.screen {
    case "network", "internet", "networkdetails", "savednetworks", "preferences", "mobile", "hotspot", "datasaver",
      "vpn", "dns":
      NetworkPages.page(activity, phone)
    case "devices", "pair", "alldevices", "connectionpreferences", "bluetooth": DevicePages.page(activity, phone)
    case "apps", "allapps", "appinfo", "appstorage", "apppermissions", "permission", "permissions", "permissionapps",
      "defaultapps":
      AppPages.page(activity, phone)
    case "sound", "dnd", "haptics": SoundPages.page(activity, phone)
    case "display", "lockscreen", "dark", "textsize", "screensaver", "nightlight", "wallpaper":
      DisplayPages.page(activity, phone)
    case "accessibility", "colorcorrection", "colorinversion", "extradim", "magnification", "talkback", "timing",
      "controls", "captions":
      AccessibilityPages.page(activity, phone)
    case "battery", "batterysaver": BatteryPages.page(activity, phone)
    case "storage": StoragePages.page(phone)
    case "system", "languages", "gestures", "navigation", "opencamera", "preventringing", "onehanded", "powermenu",
      "date", "backup", "resetoptions", "developer":
      SystemPages.page(activity, phone)
    default: OtherPages.page(activity, phone)
    }
  }
}
