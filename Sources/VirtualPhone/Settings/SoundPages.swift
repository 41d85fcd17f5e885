/// Volumes and Do Not Disturb.
enum SoundPages {
  static func page(_ activity: Activity, _ phone: Phone) -> SettingsPage {
    if activity.screen == "haptics" { return haptics(phone) }
    guard activity.screen == "sound" else {
      return SettingsPage(
        title: "Do Not Disturb",
        items: [
          .mainSwitch(title: "Use Do Not Disturb", key: "zen_mode", table: .global),
          .choice(
            title: "Duration for Quick Settings", key: "zen_duration", table: .secure,
            options: [("Until you turn off", "0"), ("For one hour", "60"), ("Ask every time", "-1")]),
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
        .choice(
          title: "Default notification sound", key: "notification_sound", table: .system,
          options: [("Eureka", "eureka"), ("Chime", "chime"), ("Popcorn", "popcorn"), ("None", "none")]),
        .choice(
          title: "Default alarm sound", key: "alarm_alert", table: .system,
          options: [("Bright Morning", "morning"), ("Fresh Start", "fresh"), ("Icicles", "icicles"), ("None", "none")]),
        .to("Vibration & haptics", phone.flag("vibrate_on", .system, default: true) ? "On" : "Off", "haptics"),
        .toggle(title: "Dial pad tones", key: "dtmf_tone", table: .system),
        .toggle(title: "Screen locking sound", key: "lockscreen_sounds_enabled", table: .system),
        .toggle(title: "Touch sounds", key: "sound_effects_enabled", table: .system),
        .toggle(title: "Charging sounds and vibration", key: "charging_sounds_enabled", table: .secure, standard: true),
      ])
  }

  private static func haptics(_ phone: Phone) -> SettingsPage {
    func strength(_ title: String, _ key: String) -> SettingsItem {
      // 0 is off, 2 medium; these phones know nothing in between.
      let isOn = phone.number(key, .system, default: 2) > 0
      return .flip(title: title, isOn: isOn, action: { $0.set(key, in: .system, to: isOn ? "0" : "2") })
    }
    return SettingsPage(
      title: "Vibration & haptics",
      items: [
        .mainSwitch(title: "Use vibration & haptics", key: "vibrate_on", table: .system, standard: true),
        .group("Calls"), strength("Ring vibration", "ring_vibration_intensity"),
        .toggle(title: "Vibrate first then ring gradually", key: "apply_ramping_ringer", table: .system),
        .group("Notifications and alarms"), strength("Notification vibration", "notification_vibration_intensity"),
        strength("Alarm vibration", "alarm_vibration_intensity"), .group("Interactive haptics"),
        .toggle(title: "Touch feedback", key: "haptic_feedback_enabled", table: .system),
      ])
  }
}
