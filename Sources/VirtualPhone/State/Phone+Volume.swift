extension Phone {
  /// A kind of sound with a volume of its own.
  struct Stream: Sendable {
    /// As `dumpsys audio` calls it.
    var name: String
    /// Android's number for it.
    var number: Int
    /// Its key among the system settings.
    var key: String
    /// In the settings; empty where they don't show it.
    var title: String
    var icon: String
    var least: Int
    var most: Int
    var standard: Int
  }

  /// The streams with Android's names, numbers and ranges (`AudioService`).
  static let streams = [
    Stream(
      name: "STREAM_VOICE_CALL", number: 0, key: "volume_voice", title: "Call volume", icon: "call", least: 1, most: 5,
      standard: 4),
    Stream(
      name: "STREAM_SYSTEM", number: 1, key: "volume_system", title: "", icon: "", least: 0, most: 7, standard: 7),
    Stream(
      name: "STREAM_RING", number: 2, key: "volume_ring", title: "Ring volume", icon: "ring_volume", least: 0, most: 7,
      standard: 5),
    Stream(
      name: "STREAM_MUSIC", number: 3, key: "volume_music", title: "Media volume", icon: "music_note", least: 0,
      most: 15, standard: 5),
    Stream(
      name: "STREAM_ALARM", number: 4, key: "volume_alarm", title: "Alarm volume", icon: "alarm", least: 1, most: 7,
      standard: 6),
    Stream(
      name: "STREAM_NOTIFICATION", number: 5, key: "volume_notification", title: "Notification volume",
      icon: "notifications", least: 0, most: 7, standard: 5),
  ]

  mutating func setVolume(_ key: String, to level: Int) {
    guard let stream = Self.streams.first(where: { $0.key == key }) else { return }
    set(key, in: .system, to: String(max(stream.least, min(level, stream.most))))
  }

  mutating func changeVolume(by step: Int) {
    setVolume("volume_music", to: number("volume_music", .system) + step)
    system.volumeUntil = system.uptime + 3000
  }

  /// What follows from a volume: the key of the speaker says the same, and without a ring the phone vibrates.
  mutating func volumeChanged(_ key: String) {
    let value = setting(key, in: .system)
    tables[.system]?["\(key)_speaker"] = value
    guard key == "volume_ring" else { return }
    let isSilent = number(key, .system, default: 5) == 0
    let mode = number("mode_ringer", .global, default: 2)
    if isSilent != (mode < 2) { tables[.global]?["mode_ringer"] = isSilent ? "1" : "2" }
  }
}
