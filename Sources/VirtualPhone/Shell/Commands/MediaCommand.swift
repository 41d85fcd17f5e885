/// `media volume --stream N [--set LEVEL|--get|--adj raise|lower]`
enum MediaCommand: ShellCommand {
  static let names = ["media"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard arguments.first == "volume" else { return 0 }
    func value(_ name: String) -> String? {
      arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
    let number = value("--stream").flatMap { Int($0) } ?? 3
    guard let stream = Phone.streams.first(where: { $0.number == number }) else {
      return shell.fail("Error", "no such stream: \(number)", code: 1)
    }
    let level = shell.host.phone.number(stream.key, .system, default: stream.standard)
    if let wanted = value("--set") {
      guard let wanted = Int(wanted), (stream.least...stream.most).contains(wanted) else {
        return shell.fail("Error", "volume must be between \(stream.least) and \(stream.most)", code: 1)
      }
      shell.host.phone.setVolume(stream.key, to: wanted)
    } else if let step = value("--adj") {
      shell.host.phone.setVolume(stream.key, to: level + (step == "raise" ? 1 : step == "lower" ? -1 : 0))
    }
    if arguments.contains("--get") {
      let now = shell.host.phone.number(stream.key, .system, default: stream.standard)
      shell.print("[V] will get volume\n[V] volume is \(now) in range [\(stream.least)..\(stream.most)]\n")
    }
    return 0
  }
}
