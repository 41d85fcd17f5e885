/// `ime list|set|enable|disable|reset`
enum InputMethodCommand: ShellCommand {
  static let names = ["ime"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let usual = "com.google.android.inputmethod.latin/com.android.inputmethod.latin.LatinIME"
    let enabled = shell.host.phone.setting("enabled_input_methods", in: .secure) ?? usual
    let all = enabled.split(separator: ":").map(String.init)
    switch arguments.first {
    case "list":
      for method in all { shell.print(arguments.contains("-s") ? "\(method)\n" : "\(method):\n  mId=\(method)\n") }
      return 0
    case "set", "enable", "disable":
      guard let name = arguments.last, arguments.count > 1, all.contains(name) else {
        return shell.fail("Unknown input method", "\(arguments.last ?? "") cannot be selected for user #0", code: 255)
      }
      if arguments.first == "set" {
        shell.host.phone.set("default_input_method", in: .secure, to: name)
        shell.print("Input method \(name) selected for user #0\n")
      } else {
        shell.print("Input method \(name): now \(arguments.first == "enable" ? "enabled" : "disabled") for user #0\n")
      }
      return 0
    case "reset":
      shell.host.phone.set("default_input_method", in: .secure, to: usual)
      return 0
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
  }
}
