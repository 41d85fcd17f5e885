/// `ime list|set|enable|disable|reset`
enum InputMethodCommand: ShellCommand {
  static let names = ["ime"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let phone = shell.host.phone
    let name = arguments.count > 1 ? arguments.last ?? "" : ""
    switch arguments.first {
    case "list":
      for method in arguments.contains("-a") ? phone.inputMethods : phone.enabledInputMethods {
        shell.print(arguments.contains("-s") ? "\(method)\n" : "\(method):\n  mId=\(method)\n")
      }
    case "enable":
      guard phone.inputMethods.contains(name) else {
        return shell.fail("Unknown input method", "\(name) cannot be enabled for user #0", code: 255)
      }
      let wasEnabled = phone.enabledInputMethods.contains(name)
      if !wasEnabled { enable(phone.enabledInputMethods + [name], &shell) }
      shell.print("Input method \(name): \(wasEnabled ? "already" : "now") enabled for user #0\n")
    case "disable":
      let wasEnabled = phone.enabledInputMethods.contains(name)
      enable(phone.enabledInputMethods.filter { $0 != name }, &shell)
      if phone.inputMethod == name { shell.host.phone.set("default_input_method", in: .secure, to: Keyboard.method) }
      shell.print("Input method \(name): \(wasEnabled ? "now" : "already") disabled for user #0\n")
    case "set":
      guard phone.enabledInputMethods.contains(name) else {
        return shell.fail("Unknown input method", "\(name) cannot be selected for user #0", code: 255)
      }
      shell.host.phone.set("default_input_method", in: .secure, to: name)
      shell.print("Input method \(name) selected for user #0\n")
    case "reset":
      shell.host.phone.set("default_input_method", in: .secure, to: Keyboard.method)
      enable([Keyboard.method], &shell)
      shell.print(
        "Reset current and enabled IMEs for user #0\n  Newly selected: \(Keyboard.method)\n  Newly enabled: \(Keyboard.method)\n"
      )
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
    return 0
  }

  // The phone's own method can't be done without.
  private static func enable(_ methods: [String], _ shell: inout Shell) {
    let all = methods.contains(Keyboard.method) ? methods : [Keyboard.method] + methods
    shell.host.phone.set("enabled_input_methods", in: .secure, to: all.joined(separator: ":"))
  }
}
