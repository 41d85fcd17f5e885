/// Volumes and Do Not Disturb.
enum SoundPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    guard activity.screen == "sound" else {
      return SettingsPage(
        title: "Do Not Disturb",
        items: [
          .mainSwitch(title: "Use Do Not Disturb", key: "zen_mode", table: .global),
          .toggle(title: "Calls from contacts", key: "zen_calls", table: .global, standard: true),
          .toggle(title: "Alarms", key: "zen_alarms", table: .global, standard: true),
          .footer(
            "When Do Not Disturb is on, sound and vibration will be muted, except for the items you allow above."),
        ])
    }
    let volumes = [3, 0, 2, 5, 4].compactMap { number in Phone.streams.first { $0.number == number } }.map { volume in
      SettingsItem.slider(
        title: volume.title, icon: volume.icon,
        value: Double(phone.number(volume.key, .system)) / Double(volume.most),
        set: { phone, share in phone.setVolume(volume.key, to: Int((share * Double(volume.most)).rounded())) })
    }
    return SettingsPage(
      title: "Sound & vibration",
      items: volumes + [
        .to("Do Not Disturb", phone.flag("zen_mode", .global) ? "On" : "Off", "dnd"),
        .choice(
          title: "Phone ringtone", key: "ringtone", table: .system,
          options: [("Beats", "beats"), ("Flutter", "flutter"), ("Bright Morning", "morning"), ("None", "none")]),
        .toggle(title: "Vibrate when ringing", key: "vibrate_when_ringing", table: .system),
        .toggle(title: "Dial pad tones", key: "dtmf_tone", table: .system),
        .toggle(title: "Screen locking sound", key: "lockscreen_sounds_enabled", table: .system),
        .toggle(title: "Touch sounds", key: "sound_effects_enabled", table: .system),
        .toggle(title: "Touch vibration", key: "haptic_feedback_enabled", table: .system),
      ])
  }
}
