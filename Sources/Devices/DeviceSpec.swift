/// Which device is meant, as `--device` names it.
///
///     virtual               a virtual phone in this process
///     virtual:7             the one of seed 7
///     virtual:phone.state   the one that was saved in this file, which stays as it is
///     adb                   whichever device the adb server has; ANDROID_SERIAL decides among several
///     adb:emulator-5554     that one
///     androidworld          AndroidWorld's own server on this machine, port 5000
///     androidworld:URL      the one at http://HOST:PORT
///     replay:EPISODE        a recording
public enum DeviceSpec: Sendable, Equatable, CustomStringConvertible {
  /// A virtual phone, new, of this seed; nil for the seed that the caller has.
  case virtual(seed: UInt64?)
  /// A virtual phone that was saved, by its file.
  case virtualState(path: String)
  /// A device on the adb server by its serial; nil for whichever there is.
  case adb(serial: String?)
  /// AndroidWorld's server.
  case androidWorld(url: String)
  /// A recording by its folder.
  case replay(path: String)

  /// The forms, for help texts.
  public static let forms = "virtual[:SEED|:STATEFILE], adb[:SERIAL], androidworld[:URL] or replay:EPISODE"

  /// Reads it; no device is looked for yet.
  ///
  /// - Throws: `DeviceError.notADevice`.
  public init(_ text: String) throws(DeviceError) {
    let colon = text.firstIndex(of: ":")
    let kind = text[..<(colon ?? text.endIndex)]
    let rest = colon.map { String(text[text.index(after: $0)...]) }
    if let rest, rest.isEmpty { throw .notADevice(text: text, reason: "nothing follows the colon; use \(Self.forms)") }
    switch kind {
    case "virtual":
      // A number is a seed; a file of such a name is written ./7.
      if let rest, !rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        self = .virtualState(path: rest)
      } else {
        let seed = rest.flatMap { UInt64($0) }
        if let rest, seed == nil { throw .notADevice(text: text, reason: "\(rest) is too large for a seed") }
        self = .virtual(seed: seed)
      }
    case "adb":
      if let rest, rest.contains(where: \.isWhitespace) {
        throw .notADevice(text: text, reason: "a serial has no spaces; see infir devices list")
      }
      self = .adb(serial: rest)
    case "androidworld":
      let url = rest ?? "http://127.0.0.1:5000"
      do throws(HTTPAddress.Problem) { _ = try HTTPAddress(url, defaultPort: 5000) } catch {
        throw .notADevice(text: text, reason: error.reason)
      }
      self = .androidWorld(url: url)
    case "replay":
      guard let rest else { throw .notADevice(text: text, reason: "it needs an episode's folder; use replay:EPISODE") }
      self = .replay(path: rest)
    default: throw .notADevice(text: text, reason: "use \(Self.forms)")
    }
  }

  /// The text that `init` reads.
  public var description: String {
    switch self {
    case .virtual(let seed): seed.map { "virtual:\($0)" } ?? "virtual"
    case .virtualState(let path): "virtual:" + (path.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "./" : "") + path
    case .adb(let serial): serial.map { "adb:\($0)" } ?? "adb"
    case .androidWorld(let url): "androidworld:" + url
    case .replay(let path): "replay:" + path
    }
  }

  /// What kind it is, as recordings name it: `virtual`, `adb`, `androidworld` or `replay`.
  public var kind: String {
    switch self {
    case .virtual, .virtualState: "virtual"
    case .adb: "adb"
    case .androidWorld: "androidworld"
    case .replay: "replay"
    }
  }
}
