/// Wi-Fi, mobile network, hotspot.
enum NetworkPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    let isOff = phone.isAirplaneModeOn
    let carrier = isOff ? "Airplane mode is on" : "T-Mobile"
    let network = phone.isWifiOn ? phone.setting("wifi_network", in: .global) : nil
    switch activity.screen {
    case "network":
      let internet =
        network ?? (phone.isWifiOn ? "Networks available" : (isOff ? "Airplane mode is on" : "Networks available"))
      return SettingsPage(
        title: "Network & internet",
        items: [
          .to("Internet", internet, "internet", icon: phone.isWifiOn ? "wifi" : "language"),
          .to("Calls & SMS", carrier, "mobile", icon: "perm_phone_msg"), .divider,
          .to("SIMs", carrier, "mobile", icon: "sim_card"),
          .toggle(icon: "airplanemode_active", title: "Airplane mode", key: "airplane_mode_on", table: .global),
          .to(
            "Hotspot & tethering", phone.flag("tether_on", .global) ? "On" : "Off", "hotspot", icon: "wifi_tethering"),
          .to("Data Saver", phone.flag("data_saver", .global) ? "On" : "Off", "datasaver", icon: "data_usage"),
          .to("VPN", "None", "vpn", icon: "vpn_key"), .to("Mobile plan", nil, "mobile"),
          .choice(
            title: "Private DNS", key: "private_dns_mode", table: .global,
            options: [("Off", "off"), ("Automatic", "opportunistic"), ("Private DNS provider hostname", "hostname")]),
        ])
    case "internet": return internet(phone, network)
    case "networkdetails":
      let name = activity.values["name"] ?? ""
      let isConnected = network == name
      return SettingsPage(
        title: "Network details",
        items: [
          .fact(title: name, summary: isConnected ? "Connected / No internet access" : "Saved"),
          .action(
            icon: "delete_outline", title: "Forget", summary: nil,
            action: { phone in
              if phone.setting("wifi_network", in: .global) == name { phone.set("wifi_network", in: .global, to: nil) }
              if let index = phone.data.settings.networks.firstIndex(where: { $0.name == name }) {
                phone.data.settings.networks[index].isSaved = false
              }
              phone.finish()
            }),
          isConnected
            ? .action(
              icon: "close", title: "Disconnect", summary: nil,
              action: { $0.set("wifi_network", in: .global, to: nil) })
            : .action(icon: "wifi", title: "Connect", summary: nil, action: { $0.connect(to: name) }),
          .divider, .fact(title: "Signal strength", summary: "Excellent"), .fact(title: "Frequency", summary: "5 GHz"),
          .fact(
            title: "Security",
            summary: phone.data.settings.networks.contains { $0.name == name && $0.isSecured }
              ? "WPA2-Personal" : "None"),
        ])
    case "savednetworks":
      let saved = phone.data.settings.networks.filter(\.isSaved)
      return SettingsPage(
        title: "Saved networks",
        items: saved.map {
          .link(icon: "wifi", title: $0.name, summary: "Saved", screen: "networkdetails", values: ["name": $0.name])
        } + (saved.isEmpty ? [.footer("No networks saved")] : []))
    case "preferences":
      return SettingsPage(
        title: "Network preferences",
        items: [
          .toggle(
            title: "Turn on Wi‑Fi automatically", summary: "Wi‑Fi will turn back on near high‑quality saved networks",
            key: "wifi_wakeup_enabled", table: .global),
          .toggle(
            title: "Notify for public networks", summary: "Notify when a high‑quality public network is available",
            key: "wifi_networks_available_notification_on", table: .global),
        ])
    case "mobile":
      return SettingsPage(
        title: "T-Mobile",
        items: [
          .mainSwitch(title: "Use SIM", key: "sim_on", table: .global, standard: true), .group("Mobile data"),
          .toggle(
            title: "Mobile data", summary: "Access data using mobile network", key: "mobile_data", table: .global),
          .toggle(
            title: "Roaming", summary: "Connect to data services when roaming", key: "data_roaming", table: .global),
          .choice(
            title: "Preferred network type", key: "preferred_network_mode", table: .global,
            options: [("5G (recommended)", "33"), ("LTE", "9"), ("3G", "0")]),
        ])
    case "hotspot":
      return SettingsPage(
        title: "Hotspot & tethering",
        items: [
          .toggle(
            title: "Wi‑Fi hotspot",
            summary: phone.flag("tether_on", .global) ? "On" : "Not sharing internet or content with other devices",
            key: "tether_on", table: .global),
          .text(title: "Hotspot name", key: "hotspot_name", table: .global),
          .toggle(
            title: "Bluetooth tethering", summary: "Share phone’s internet connection via Bluetooth",
            key: "tether_bluetooth", table: .global),
          .footer(
            "Use hotspot and tethering to provide internet to other devices through your mobile data connection."),
        ])
    case "datasaver":
      return SettingsPage(
        title: "Data Saver",
        items: [
          .mainSwitch(title: "Use Data Saver", key: "data_saver", table: .global),
          .footer(
            "To help reduce data usage, Data Saver prevents some apps from sending or receiving data in the background."
          ),
        ])
    default: return SettingsPage(title: "VPN", items: [.footer("No VPNs added")])
    }
  }

  private static func internet(_ phone: Phone, _ network: String?) -> SettingsPage {
    let ids = SettingsApp.ids
    var items: [SettingsItem] = [.gap(3)]
    if phone.isAirplaneModeOn {
      items.append(.fact(title: "T-Mobile", summary: "Airplane mode is on"))
    } else {
      items.append(
        .linkWithButton(
          icon: "signal_cellular_4_bar", title: "T-Mobile",
          summary: !phone.flag("mobile_data", .global)
            ? "Mobile data off" : (network == nil ? "Connected / LTE" : "LTE"),
          label: nil, button: "settings", buttonLabel: "Settings", buttonID: "\(ids)settings_button",
          action: { $0.open("mobile") }, buttonAction: { $0.open("mobile") }))
    }
    items += [.divider, .toggle(title: "Wi-Fi", key: "wifi_on", table: .global)]
    if phone.isWifiOn {
      for item in phone.data.settings.networks {
        let name = item.name
        let isConnected = name == network
        if isConnected {
          items.append(
            .linkWithButton(
              icon: "signal_wifi_4_bar", title: name, summary: "Connected / No internet access",
              label:
                "\(name),Connected / No internet access,Wifi signal full.,\(item.isSecured ? "Secure network" : "Open network")",
              button: "settings", buttonLabel: "Settings", buttonID: "\(ids)settings_button",
              action: { $0.open("networkdetails", ["name": name]) },
              buttonAction: { $0.open("networkdetails", ["name": name]) }))
        } else {
          let summary = item.isSaved ? "Saved" : ""
          items.append(
            .action(
              icon: item.isSecured ? "signal_wifi_4_bar_lock" : "signal_wifi_4_bar", title: name, summary: summary,
              action: { phone in
                if item.isSecured, !item.isSaved {
                  phone.activity.dialog = "password/\(name)"
                  phone.focus("edit", text: "")
                } else {
                  phone.connect(to: name)
                }
              }))
        }
      }
      items.append(
        .linkWithButton(
          icon: "add", title: "Add network", summary: nil, label: nil, button: "qr_code_scanner",
          buttonLabel: "Scan QR code", buttonID: "com.android.settings:id/button_icon",
          action: { phone in
            phone.activity.dialog = "addnetwork"
            phone.focus("edit", text: "")
          }, buttonAction: { $0.showToast("Center the QR code below to connect to a network") }))
    }
    let saved = phone.data.settings.networks.filter(\.isSaved).count
    items += [
      .divider,
      .to(
        "Network preferences",
        phone.flag("wifi_wakeup_enabled", .global)
          ? "Wi‑Fi turns back on automatically" : "Wi‑Fi doesn’t automatically turn back on", "preferences"),
      .to("Saved networks", saved == 1 ? "1 network" : "\(saved) networks", "savednetworks"),
      .fact(title: "Non-carrier data usage", summary: "69.81 MB used Sep 17 – Oct 15"),
    ]
    if !phone.isWifiOn {
      items.append(
        .footer(
          "To improve device experience, apps and services can still scan for Wi‑Fi networks at any time, even when Wi‑Fi is off. This can be used, for example, to improve location‑based features and services. You can change this in Wi‑Fi scanning settings."
        ))
    }
    return SettingsPage(title: "Internet", items: items)
  }
}
