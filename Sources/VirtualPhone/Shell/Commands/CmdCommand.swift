/// `cmd SERVICE …`: other commands under their services' names, and switches that have no other.
enum CmdCommand: ShellCommand {
  static let names = ["cmd"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let rest = Array(arguments.dropFirst())
    switch arguments.first {
    case "-l":
      shell.print("Currently running services:\n")
      for service in DumpsysCommand.services { shell.print("  \(service)\n") }
      return 0
    case "package": return try PackageManagerCommand.run(rest, &shell)
    case "activity": return try ActivityManagerCommand.run(rest, &shell)
    case "window": return try WindowManagerCommand.run(rest, &shell)
    case "input": return try InputCommand.run(rest, &shell)
    case "settings": return try SettingsCommand.run(rest, &shell)
    case "input_method": return try InputMethodCommand.run(rest, &shell)
    case "connectivity" where rest.first == "airplane-mode":
      guard rest.count > 1 else {
        shell.print(shell.host.phone.setting("airplane_mode_on", in: .global) == "1" ? "enabled\n" : "disabled\n")
        return 0
      }
      shell.host.phone.set("airplane_mode_on", in: .global, to: rest[1] == "enable" ? "1" : "0")
      return 0
    case "wifi" where rest.first == "set-wifi-enabled" && rest.count > 1:
      shell.host.phone.set("wifi_on", in: .global, to: rest[1] == "enabled" ? "1" : "0")
      return 0
    case "wifi" where rest.first == "status":
      shell.print(shell.host.phone.setting("wifi_on", in: .global) == "0" ? "Wifi is disabled\n" : "Wifi is enabled\n")
      return 0
    case "bluetooth_manager" where rest.first == "enable" || rest.first == "disable":
      shell.host.phone.set("bluetooth_on", in: .global, to: rest.first == "enable" ? "1" : "0")
      return 0
    case "uimode" where rest.first == "night":
      if rest.count > 1 { shell.host.phone.set("ui_night_mode", in: .secure, to: rest[1] == "yes" ? "2" : "1") }
      let isDark = shell.host.phone.setting("ui_night_mode", in: .secure) == "2"
      shell.print("Night mode: \(isDark ? "yes" : "no")\n")
      return 0
    case "notification", "statusbar", "overlay", "media_session", "appops", "jobscheduler", "deviceidle",
      "lock_settings",
      "location", "audio", "battery", "display", "role", "shortcut", "user", "vibrator_manager", "thermalservice":
      return 0
    default:
      return shell.fail("cmd", "Can't find service: \(arguments.first ?? "")", code: 20)
    }
  }
}
