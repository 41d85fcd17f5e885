internal import Randomness

/// What the settings know beyond their tables.
struct SettingsData: Sendable, Equatable, Codable {
  struct Network: Sendable, Equatable, Codable {
    var name: String
    var isSecured: Bool
    var isSaved: Bool
  }

  /// Wi-Fi networks in reach.
  var networks: [Network] = [Network(name: "AndroidWifi", isSecured: false, isSaved: true)]
  /// Bluetooth devices that have been paired.
  var paired: [String] = []
  /// Bluetooth devices in reach.
  var nearby: [String] = []
  /// Packages whose notifications are off.
  var silenced: Set<String> = []

  init(seed: UInt64 = 0) {
    var random = SplitMix64(seed: seed ^ 0xB1E7)
    guard seed != 0 else { return }
    let names = [
      "HomeNet-5G", "Cafe Central", "FRITZ!Box 7590", "Linksys04213", "eduroam", "TP-Link_8F2A", "Guest", "Office WiFi",
    ]
    networks += random.shuffled(names).prefix(random.below(5)).map {
      Network(name: $0, isSecured: $0 != "Guest", isSaved: false)
    }
    let devices = ["JBL Flip 5", "Galaxy Buds", "WH-1000XM4", "Car Audio", "MX Keys", "Pixel Watch"]
    nearby = Array(random.shuffled(devices).prefix(random.below(4)))
  }
}
