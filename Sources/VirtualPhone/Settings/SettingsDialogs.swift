import Imaging

/// The settings' dialogs.
enum SettingsDialogs {
  /// A text to edit; the field's key is `edit`.
  static func text(
    _ phone: Phone, title: String, confirm: String, isPassword: Bool = false,
    done: @escaping @Sendable (inout Phone, String) -> Void
  ) -> View {
    let theme = phone.theme
    let finish: PhoneAction = { phone in
      let text = phone.activity.text("edit")
      Dialog.dismiss(&phone)
      done(&phone, text)
    }
    var field = View.Field(key: "edit", size: 18, color: theme.text, hintColor: theme.secondary)
    field.isPassword = isPassword
    field.onSubmit = finish
    let box = View.column([
      View(.field(field)).size(width: .fill, height: .fixed(48)).id("android:id/edit"),
      View(.stack).size(width: .fill, height: .fixed(2)).fill(theme.accent),
    ]).padding(24, 4).wide
    return Dialog.card(
      phone, title: title, content: [box],
      buttons: [Dialog.Button(title: "Cancel", action: Dialog.dismiss), Dialog.Button(title: confirm, action: finish)])
  }

  static func named(_ name: String, _ key: String, _ activity: Activity, _ phone: Phone) -> View? {
    func confirm(_ title: String, _ text: String, _ yes: String, _ action: @escaping PhoneAction) -> View {
      Dialog.confirm(phone, title: title, text: text, yes: yes, action)
    }
    switch name {
    case "password":
      return text(phone, title: key, confirm: "Connect", isPassword: true) { phone, password in
        guard password.utf8.count >= 8 else { return phone.showToast("The password must have at least 8 characters") }
        phone.connect(to: key)
      }
    case "addnetwork":
      return text(phone, title: "Add network", confirm: "Save") { phone, name in
        guard !name.isEmpty, !phone.data.settings.networks.contains(where: { $0.name == name }) else { return }
        phone.data.settings.networks.append(.init(name: name, isSecured: false, isSaved: true))
        phone.showToast("Network saved")
      }
    case "pair":
      return confirm(
        "Pair with \(key)?", "Pairing grants access to your contacts and call history when connected.", "Pair"
      ) {
        phone in
        phone.data.settings.nearby.removeAll { $0 == key }
        phone.data.settings.paired.append(key)
        phone.showToast("Paired with \(key)")
      }
    case "unpair":
      return confirm("Forget device?", "Your phone will no longer be paired with \(key)", "Forget device") { phone in
        phone.data.settings.paired.removeAll { $0 == key }
        phone.data.settings.nearby.append(key)
      }
    case "forcestop":
      return confirm("Force stop?", "If you force stop an app, it may misbehave.", "OK") { phone in
        phone.system.tasks.removeAll { $0.package == key && key != "com.android.settings" }
        phone.showToast("Stopped")
      }
    case "cleardata":
      return confirm(
        "Delete app data?",
        "All this app’s data will be deleted permanently. This includes all files, settings, accounts, databases, etc.",
        "OK"
      ) { phone in
        Apps.named[key]?.clear(&phone)
        phone.showToast("Deleted")
      }
    case "reset":
      return confirm(
        "Reset Wi-Fi, mobile & Bluetooth?", "This will reset all network settings. You can’t undo this action.",
        "Reset settings"
      ) { phone in
        phone.data.settings = SettingsData(seed: phone.configuration.seed)
        phone.set("wifi_on", in: .global, to: "1")
        phone.set("bluetooth_on", in: .global, to: "1")
        phone.showToast("Network settings have been reset")
      }
    case "disable":
      return confirm(
        "Disable app?",
        "If you disable this app, Android and other apps may no longer function as intended.", "Disable app"
      ) { $0.setEnabled(false, key) }
    case "resetapps":
      return confirm(
        "Reset app preferences?",
        "This will reset all preferences for disabled apps, disabled app notifications, default applications for actions, and permission restrictions. You will not lose any app data.",
        "Reset apps"
      ) { phone in
        phone.system.disabled = []
        phone.data.settings.silenced = []
        phone.system.permissions = Permissions.atFirst
      }
    case "erase":
      return confirm(
        "Erase all data?",
        "All of your personal information and downloaded apps will be deleted. You can’t undo this action.",
        "Erase all data"
      ) { $0.reset() }
    case "date": return DatePicker.view(phone)
    case "time": return TimePicker.view(phone)
    default: return nil
    }
  }
}

extension Phone {
  /// Joins a Wi-Fi network that is in reach.
  mutating func connect(to name: String) {
    set("wifi_network", in: .global, to: name)
    if let index = data.settings.networks.firstIndex(where: { $0.name == name }) {
      data.settings.networks[index].isSaved = true
    }
  }
}
