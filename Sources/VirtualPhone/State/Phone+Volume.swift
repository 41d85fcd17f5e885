extension Phone {
  /// The streams, with how far each goes.
  static let volumes: [(key: String, title: String, icon: String, most: Int)] = [
    ("volume_music", "Media volume", "music_note", 25), ("volume_voice", "Call volume", "call", 7),
    ("volume_ring", "Ring volume", "ring_volume", 7),
    ("volume_notification", "Notification volume", "notifications", 7),
    ("volume_alarm", "Alarm volume", "alarm", 7),
  ]

  mutating func setVolume(_ key: String, to level: Int) {
    guard let volume = Self.volumes.first(where: { $0.key == key }) else { return }
    set(
      key, in: .system, to: String(max(key == "volume_alarm" || key == "volume_voice" ? 1 : 0, min(level, volume.most)))
    )
  }

  mutating func changeVolume(by step: Int) {
    setVolume("volume_music", to: number("volume_music", .system) + step)
    system.volumeUntil = system.uptime + 3000
  }
}
