/// `service list|check NAME|call NAME NUMBER [s16 TEXT]…`: of the calls, those by number that scripts use.
enum ServiceCommand: ShellCommand {
  static let names = ["service"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    switch arguments.first {
    case "list":
      shell.print("Found \(DumpsysCommand.services.count) services:\n")
      for (index, name) in DumpsysCommand.services.enumerated() { shell.print("\(index)\t\(name): []\n") }
    case "check" where arguments.count > 1:
      let isThere = DumpsysCommand.services.contains(arguments[1])
      shell.print("Service \(arguments[1]): \(isThere ? "found" : "not found")\n")
    case "call" where arguments.count > 2:
      let text = arguments.firstIndex(of: "s16").flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
      switch (arguments[1], arguments[2]) {
      // `IAlarmManager.setTimeZone` and `IStatusBarService`'s first two.
      case ("alarm", "3"): if let text { shell.host.phone.setTimeZone(text) }
      case ("statusbar", "1"): shell.host.phone.system.shade = 1
      case ("statusbar", "2"): shell.host.phone.system.shade = 0
      default: break
      }
      shell.print("Result: Parcel(00000000    '....')\n")
    default: return shell.fail("Usage", "service [list|check|call]", code: 10)
    }
    return 0
  }
}
