/// `date [-u] [+FORMAT]`, and `date [-s] TIME` which sets the clock.
enum DateCommand: ShellCommand {
  static let names = ["date"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "us:d:D:r:")
    var now = shell.host.phone.milliseconds / 1000
    let named = shell.session.variables["TZ"].flatMap(TimeZones.named)
    let zone = options.has("u") ? TimeZones.named("UTC") ?? TimeZones.greenwich : named ?? shell.host.phone.zone
    if let text = options.values["d"] {
      guard let time = time(text, now: now, zone: zone) else { return shell.fail("date", "bad date '\(text)'") }
      now = time
    } else if let name = options.values["r"] {
      guard let entry = try? shell.host.phone.files.entry(shell.path(name)) else {
        return shell.fail("date", "\(name): \(FileSystemError.notFound)")
      }
      now = entry.modified
    }
    let format = options.operands.first { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
    if let text = options.values["s"] ?? options.operands.first(where: { !$0.hasPrefix("+") }) {
      guard let time = time(text, now: now, zone: zone) else { return shell.fail("date", "bad date '\(text)'") }
      shell.host.phone.setClock(milliseconds: time * 1000)
      shell.host.synchroniseClocks()
      now = time
    }
    shell.print(
      CivilTime(seconds: now + zone.minutes * 60).formatted(format ?? "%a %b %e %H:%M:%S %Z %Y", zone: zone) + "\n")
    return 0
  }

  /// A time as toybox takes it: `MMDDhhmm[[CC]YY][.ss]`, `YYYY-MM-DD [hh:mm[:ss]]`, `@seconds`.
  ///
  /// - Parameter zone: whose time it is.
  /// - Returns: seconds since 1970, UTC.
  static func time(_ text: String, now: Int, zone: TimeZones.Zone) -> Int? {
    if text.hasPrefix("@") {
      guard let seconds = Int(text.dropFirst().prefix { $0 != "." }), seconds >= 0, seconds < 253_402_300_800 else {
        return nil
      }
      return seconds
    }
    let offset = zone.minutes * 60
    var time = CivilTime(seconds: now + offset)
    time.second = 0
    if text.contains("-") {
      let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count >= 3 else { return nil }
      time.year = numbers[0]
      time.month = numbers[1]
      time.day = numbers[2]
      time.hour = numbers.count > 3 ? numbers[3] : 0
      time.minute = numbers.count > 4 ? numbers[4] : 0
      time.second = numbers.count > 5 ? numbers[5] : 0
      return time.isValid ? max(0, time.seconds - offset) : nil
    }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = Array(parts[0])
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), [8, 10, 12].contains(digits.count) else { return nil }
    func number(_ range: Range<Int>) -> Int { Int(String(digits[range])) ?? 0 }
    time.month = number(0..<2)
    time.day = number(2..<4)
    time.hour = number(4..<6)
    time.minute = number(6..<8)
    if digits.count == 10 {
      let year = number(8..<10)
      time.year = year < 69 ? 2000 + year : 1900 + year
    } else if digits.count == 12 {
      time.year = number(8..<12)
    }
    if parts.count == 2 {
      guard let second = Int(parts[1]) else { return nil }
      time.second = second
    }
    return time.isValid ? max(0, time.seconds - offset) : nil
  }
}
