/// adb's answers to `connect` and `pair`: it says OKAY to both, and in the text what happened.
enum ConnectionReply {
  /// `connected to H:P`, `already connected to H:P`, else a reason: `failed to connect to 'H:P': Connection refused`.
  static func connected(_ text: String, address: String) throws(DeviceError) -> String {
    let line = firstLine(text)
    if line.hasPrefix("connected to") || line.hasPrefix("already connected to") { return line }
    throw .refused(name: ADBServer.name, what: "to connect to \(address)", reason: reason(line))
  }

  /// `Successfully paired to H:P [guid=…]`, else `Failed: Wrong password or connection was dropped.`
  static func paired(_ text: String, address: String) throws(DeviceError) -> String {
    let line = firstLine(text)
    if line.lowercased().hasPrefix("successfully paired") { return line }
    throw .refused(name: ADBServer.name, what: "to pair with \(address)", reason: reason(line))
  }

  private static func firstLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  /// What to do about adb's words.
  private static func reason(_ line: String) -> String {
    let lower = line.lowercased()
    return if line.isEmpty {
      "it gave no reason; try adb kill-server, then again"
    } else if lower.contains("refused") {
      "\(line); see that wireless debugging is on and the port is the one on the device's screen"
    } else if lower.contains("wrong password") {
      "\(line.hasSuffix(".") ? String(line.dropLast()) : line); use the code that is on the device's screen now"
    } else if lower.contains("timed out") || lower.contains("no route") || lower.contains("unreachable") {
      "\(line); see that the device is awake and in the same network"
    } else if lower.contains("failed to authenticate") || lower.contains("unauthorized") {
      "\(line); unlock the device and allow debugging from this computer"
    } else {
      line
    }
  }
}
