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
    case "clipboard": return clipboard(rest, &shell)
    case "statusbar": return statusBar(rest.first ?? "", &shell)
    case "notification" where !rest.isEmpty: return notification(rest, &shell)
    case "media_session" where rest.first == "volume": return try MediaCommand.run(rest, &shell)
    case "alarm" where rest.count > 1: return alarm(rest, &shell)
    case "location" where rest.first == "is-location-enabled":
      shell.print("\(shell.host.phone.flag("location_mode", .secure))\n")
      return 0
    case "location" where rest.first == "set-location-enabled" && rest.count > 1:
      shell.host.phone.set("location_mode", in: .secure, to: rest[1] == "true" ? "3" : "0")
      return 0
    case "netpolicy" where rest.count > 1 && rest[1] == "restrict-background":
      if rest[0] == "set", rest.count > 2 {
        shell.host.phone.set("data_saver", in: .global, to: rest[2] == "true" ? "1" : "0")
      } else {
        let isOn = shell.host.phone.flag("data_saver", .global)
        shell.print("Restrict background status: \(isOn ? "enabled" : "disabled")\n")
      }
      return 0
    case "power" where rest.first == "set-mode" && rest.count > 1:
      shell.host.phone.set("low_power", in: .global, to: rest[1] == "1" ? "1" : "0")
      return 0
    case "overlay" where rest.count > 1 && rest[0].hasPrefix("enable"):
      let bars = [
        "com.android.internal.systemui.navbar.gestural": "2", "com.android.internal.systemui.navbar.threebutton": "0",
      ]
      if let mode = rest.last.flatMap({ bars[$0] }) { shell.host.phone.set("navigation_mode", in: .secure, to: mode) }
      return 0
    case "role" where rest.count > 1: return role(rest, &shell)
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
    case "notification", "overlay", "media_session", "appops", "jobscheduler", "deviceidle",
      "lock_settings",
      "location", "audio", "battery", "display", "role", "shortcut", "user", "vibrator_manager", "thermalservice",
      "power",
      "netpolicy", "alarm":
      return 0
    default:
      return shell.fail("cmd", "Can't find service: \(arguments.first ?? "")", code: 20)
    }
  }

  // Android's own clipboard has no shell commands, and says so without a failure; some makers' has.
  private static func clipboard(_ words: [String], _ shell: inout Shell) -> Int32 {
    guard shell.host.phone.configuration.hasClipboardCommand else {
      shell.printError("No shell command implementation.\n")
      return 0
    }
    switch words.first {
    case "set-primary-clip" where words.count > 1:
      shell.host.phone.system.clipboard = words.dropFirst().joined(separator: " ")
    case "get-primary-clip": shell.print(shell.host.phone.system.clipboard + "\n")
    case "clear-primary-clip": shell.host.phone.system.clipboard = ""
    default: return shell.fail("Unknown command", words.first ?? "", code: 255)
    }
    return 0
  }

  // Who is the browser, the phone, the messages.
  private static func role(_ words: [String], _ shell: inout Shell) -> Int32 {
    let keys = [
      "android.app.role.BROWSER": "default_browser", "android.app.role.DIALER": "dialer_default_application",
      "android.app.role.SMS": "sms_default_application",
    ]
    guard let role = words.first(where: { $0.hasPrefix("android.app.role.") }), let key = keys[role] else { return 0 }
    switch words[0] {
    case "get-role-holders": shell.print((shell.host.phone.setting(key, in: .secure) ?? "") + "\n")
    case "add-role-holder" where words.count > 2:
      shell.host.phone.set(key, in: .secure, to: words.last { !$0.hasPrefix("android.app.role.") })
    default: break
    }
    return 0
  }

  private static func statusBar(_ word: String, _ shell: inout Shell) -> Int32 {
    switch word {
    case "expand-notifications": shell.host.phone.system.shade = 1
    case "expand-settings": shell.host.phone.system.shade = 2
    case "collapse": shell.host.phone.system.shade = 0
    default: break
    }
    return 0
  }

  private static func notification(_ words: [String], _ shell: inout Shell) -> Int32 {
    switch words[0] {
    case "set_dnd" where words.count > 1:
      let modes = ["on": "1", "priority": "1", "none": "2", "alarms": "3", "off": "0", "all": "0"]
      guard let mode = modes[words[1]] else { return shell.fail("Unknown zen mode", words[1], code: 255) }
      shell.host.phone.set("zen_mode", in: .global, to: mode)
    case "list":
      for notice in shell.host.phone.system.notices {
        shell.print("0|\(notice.package)|\(notice.id)|null|10100\n")
      }
    case "post":
      var title: String?
      var rest = words.dropFirst()
      while let word = rest.first, word.hasPrefix("-") {
        rest.removeFirst()
        if ["-t", "--title"].contains(word) { title = rest.popFirst() }
        if ["-i", "-I", "-S", "-c", "--icon", "--large-icon", "--style"].contains(word) { _ = rest.popFirst() }
      }
      guard rest.count > 1 else { return shell.fail("usage", "cmd notification post [flags] <tag> <text>", code: 255) }
      shell.host.phone.notify(
        "com.android.shell", app: "Shell", icon: "android", title: title ?? "Shell Notification",
        text: rest.dropFirst().joined(separator: " "), screen: "")
    default: break
    }
    return 0
  }

  private static func alarm(_ words: [String], _ shell: inout Shell) -> Int32 {
    switch words[0] {
    case "set-time":
      guard let time = Int(words[1]) else { return shell.fail("Error", "bad time \(words[1])", code: 255) }
      shell.host.phone.setClock(milliseconds: time)
      shell.host.synchroniseClocks()
    case "set-timezone": shell.host.phone.setTimeZone(words[1])
    default: break
    }
    return 0
  }
}
