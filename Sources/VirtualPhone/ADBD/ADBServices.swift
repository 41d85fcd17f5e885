/// Services by the names that clients open them with.
enum ADBServices {
  private static let nameLimit = 64 << 10

  static func named(_ bytes: [UInt8]) -> (any ADBService)? {
    guard bytes.count <= nameLimit else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let (name, argument) = split(text)
    switch name {
    case "sync": return SyncService()
    case "exec": return ShellService(command: argument, isPlain: true)
    case "reboot": return RebootService()
    case "root", "unroot": return RootService(becomesRoot: name == "root")
    case "remount": return TextService(text: "remount succeeded\n")
    case "tcpip": return TextService(text: "restarting in TCP mode port: \(argument)\n")
    case "usb": return TextService(text: "restarting in USB mode\n")
    case "disable-verity", "enable-verity": return TextService(text: "verity is not there on a phone in memory\n")
    case "framebuffer": return FramebufferService()
    case "reverse": return TextService(text: "FAIL0024reverse connections aren't supported")
    case "shell": return ShellService(command: argument, isPlain: false)
    default:
      guard name.hasPrefix("shell,") else { return nil }
      var options = ShellService.Options()
      for option in name.split(separator: ",").dropFirst() {
        switch option {
        case "v2": options.usesPackets = true
        case "pty": options.hasTerminal = true
        case "raw": options.hasTerminal = false
        default: if option.hasPrefix("TERM=") { options.terminalName = String(option.dropFirst(5)) }
        }
      }
      return ShellService(command: argument, options: options)
    }
  }

  private static func split(_ text: String) -> (String, String) {
    guard let colon = text.firstIndex(of: ":") else { return (text, "") }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }
}
