/// `touch [-c] [-d TIME] [-t TIME] FILE…`
enum TouchCommand: ShellCommand {
  static let names = ["touch"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "camd:t:r:")
    var time = shell.host.phone.files.now
    if let text = options.values["d"] ?? options.values["t"].map(yearLast) {
      guard let given = DateCommand.time(text, now: time, zone: shell.host.phone.zone) else {
        return shell.fail("touch", "bad date '\(text)'")
      }
      time = given
    }
    var status: Int32 = 0
    for name in options.operands {
      let path = shell.path(name)
      do throws(FileSystemError) {
        if !shell.host.phone.files.exists(path) {
          if options.has("c") { continue }
          try shell.host.phone.files.write([], to: path)
        }
        try shell.host.phone.files.setModified(time, of: path)
      } catch {
        status = shell.fail("touch", "'\(name)': \(error)")
      }
    }
    return status
  }

  // `-t` takes `[[CC]YY]MMDDhhmm[.ss]`; `date` has the year behind the rest.
  private static func yearLast(_ text: String) -> String {
    let digits = text.prefix { $0.isNumber }
    guard digits.count > 8, digits.count <= 12 else { return text }
    return "\(digits.suffix(8))\(digits.dropLast(8))\(text.dropFirst(digits.count))"
  }
}
