/// A line of `adb devices -l`.
///
///     emulator-5554          device product:sdk_gphone64_x86_64 model:Pixel_6 device:emu64xa transport_id:1
///     0123456789ABCDEF       no permissions (user in plugdev group; are your udev rules wrong?); see […] usb:1-4
public struct DeviceListing: Sendable, Equatable {
  /// What adb calls it, for example `emulator-5554` or `192.168.1.7:5555`.
  public var serial: String
  /// `device` when it is ready, else `offline`, `unauthorized`, `no permissions`, …
  public var state: String
  /// The model, with spaces.
  public var model: String?
  /// Further properties by name: `product`, `device`, `usb`, `transport_id`.
  public var properties: [String: String]

  /// A device.
  public init(serial: String, state: String, model: String? = nil, properties: [String: String] = [:]) {
    self.serial = serial
    self.state = state
    self.model = model
    self.properties = properties
  }

  /// Whether it takes commands.
  public var isReady: Bool { state == "device" }

  /// The name by which the program knows it, `adb:SERIAL`.
  public var name: String { "adb:" + serial }

  /// What to do about a device that isn't ready.
  public var advice: String {
    switch state {
    case "unauthorized", "authorizing": "unlock it and allow USB debugging from this computer"
    case "offline": "reconnect it, or try adb reconnect offline"
    case "no permissions": "this user may not use the USB device; set udev rules, or try adb kill-server"
    case "recovery", "sideload", "bootloader", "rescue": "start Android on it"
    default: "reconnect it"
    }
  }

  /// Reads the list, in its short form (`SERIAL<tab>STATE`) or its long one; lines of another kind are passed over.
  static func list(_ text: String) -> [DeviceListing] {
    text.split(whereSeparator: \.isNewline).compactMap { DeviceListing(line: String($0)) }
  }

  private init?(line: String) {
    // `* daemon started successfully`, and `List of devices attached` when a program's output is read.
    guard !line.hasPrefix("*"), !line.hasPrefix("List of devices") else { return nil }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 2 else { return nil }
    serial = words[0]
    properties = [:]
    var state: [String] = []
    for word in words.dropFirst() {
      // Sentences come in front of properties: `no permissions (…); see [http://…] usb:1-4`.
      if let colon = word.firstIndex(of: ":"), !word.hasPrefix("["), !word.hasPrefix("(") {
        properties[String(word[..<colon])] = String(word[word.index(after: colon)...])
      } else if properties.isEmpty {
        state.append(word)
      }
    }
    guard let first = state.first else { return nil }
    self.state = first == "no" && state.count > 1 ? "no permissions" : first
    model = properties.removeValue(forKey: "model").map { String($0.map { $0 == "_" ? " " : $0 }) }
  }
}
