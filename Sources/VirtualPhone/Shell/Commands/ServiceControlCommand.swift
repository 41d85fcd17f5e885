/// `svc wifi|data|bluetooth|nfc|power …`
enum ServiceControlCommand: ShellCommand {
  static let names = ["svc"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard arguments.count >= 2 else { return shell.fail("Usage", "svc COMMAND", code: 255) }
    let keys = ["wifi": "wifi_on", "data": "mobile_data", "bluetooth": "bluetooth_on", "nfc": "nfc_on"]
    if let key = keys[arguments[0]], ["enable", "disable"].contains(arguments[1]) {
      shell.host.phone.set(key, in: .global, to: arguments[1] == "enable" ? "1" : "0")
      return 0
    }
    if arguments[0] == "power" {
      switch arguments[1] {
      case "stayon":
        let values = ["true": "7", "false": "0", "usb": "2", "ac": "1", "wireless": "4"]
        guard let value = values[arguments.count > 2 ? arguments[2] : ""] else { return 255 }
        shell.host.phone.set("stay_on_while_plugged_in", in: .global, to: value)
      case "reboot": shell.host.wantsReboot = true
      default: break
      }
      return 0
    }
    return arguments[0] == "usb" ? 0 : shell.fail("Unknown command", arguments[0], code: 255)
  }
}
