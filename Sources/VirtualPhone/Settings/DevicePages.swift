/// Bluetooth.
enum DevicePages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let isOn = phone.isBluetoothOn
    let paired = phone.data.settings.paired
    let name = phone.setting("device_name", in: .global) ?? ""
    let pair = SettingsItem.action(
      icon: "add", title: "Pair new device", summary: isOn ? nil : "Bluetooth will turn on to pair",
      action: { phone in
        phone.set("bluetooth_on", in: .global, to: "1")
        phone.open("pair")
      })
    let devices = paired.map { device in
      SettingsItem.action(
        icon: "headphones", title: device, summary: isOn ? "Active" : nil,
        action: { $0.activity.dialog = "unpair/\(device)" })
    }
    switch activity.screen {
    case "devices":
      return SettingsPage(
        title: "Connected devices",
        items: [pair] + [.group("Saved devices")] + (isOn ? devices : []) + [
          .to("See all", isOn ? nil : "Bluetooth will turn on", "alldevices", icon: "chevron_right"), .divider,
          .to("Connection preferences", "Bluetooth, Android Auto", "connectionpreferences"),
          .footer(
            isOn
              ? "Visible as “\(name)” to other devices" : "Turn on Bluetooth to connect to other devices."),
        ])
    case "pair":
      let nearby = phone.data.settings.nearby.map { device in
        SettingsItem.action(
          icon: "bluetooth", title: device, summary: nil, action: { $0.activity.dialog = "pair/\(device)" })
      }
      return SettingsPage(
        title: "Pair new device",
        items: [.text(title: "Device name", key: "device_name", table: .global), .group("Available devices")] + nearby
          + [.footer("Phone's Bluetooth address: DA:4C:10:DE:17:00")])
    case "alldevices":
      return SettingsPage(
        title: "Saved devices", items: devices + (paired.isEmpty ? [.footer("No saved devices")] : []))
    case "connectionpreferences":
      return SettingsPage(
        title: "Connection preferences",
        items: [
          .to("Bluetooth", isOn ? "On" : "Off", "bluetooth", icon: "bluetooth"),
          .toggle(
            icon: "nfc", title: "NFC", summary: "Allow data exchange when the phone touches another device",
            key: "nfc_on", table: .global),
          .toggle(
            icon: "print", title: "Printing", summary: "Default print service", key: "print_on", table: .global,
            standard: true),
        ])
    default:
      return SettingsPage(
        title: "Bluetooth",
        items: [
          .mainSwitch(title: "Use Bluetooth", key: "bluetooth_on", table: .global), pair,
          .text(title: "Device name", key: "device_name", table: .global),
          .footer("When Bluetooth is turned on, your device can communicate with other nearby Bluetooth devices."),
        ])
    }
  }
}
