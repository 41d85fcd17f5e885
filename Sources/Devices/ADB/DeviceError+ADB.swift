extension DeviceError {
  /// What the text after FAIL means.
  ///
  /// The texts are adb's own: `device 'X' not found`, `device offline`, `device unauthorized.\nThis adb server's
  /// $ADB_VENDOR_KEYS is not set…`, `device still authorizing`, `more than one device/emulator`, `closed`, …
  init(adbFailure text: String, name: String, what: String) {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let lower = line.lowercased()
    self =
      if lower.contains("unauthorized") {
        .notReady(name: name, state: "unauthorized")
      } else if lower.contains("still authorizing") {
        .notReady(name: name, state: "authorizing")
      } else if lower.contains("still connecting") {
        .notReady(name: name, state: "connecting")
      } else if lower.contains("offline") {
        .notReady(name: name, state: "offline")
      } else if lower.contains("permissions") {
        .notReady(name: name, state: "no permissions")
      } else if lower.contains("more than one") {
        .ambiguous(names: [])
      } else if lower.hasPrefix("device '") && lower.contains("not found") || lower.hasPrefix("no devices") {
        .notFound(name: name)
      } else if lower == "closed" || lower == "device closed" {
        .lost(name: name, reason: "it closed \(what)")
      } else {
        .refused(name: name, what: what, reason: line.isEmpty ? "it gave no reason" : line)
      }
  }

  /// Whether another connection, after a while, may do better.
  var mayPass: Bool {
    switch self {
    case .lost, .serverUnreachable, .unreachable, .notFound: true
    case .notReady(_, let state): state == "offline" || state == "connecting" || state == "authorizing"
    default: false
    }
  }
}
