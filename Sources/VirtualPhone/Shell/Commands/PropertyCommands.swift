/// `getprop [NAME [FALLBACK]]`
enum GetPropertyCommand: ShellCommand {
  static let names = ["getprop"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard let name = arguments.first else {
      for (name, value) in shell.host.currentProperties.sorted(by: { $0.key < $1.key }) {
        shell.print("[\(name)]: [\(value)]\n")
      }
      return 0
    }
    shell.print((shell.host.currentProperties[name] ?? (arguments.count > 1 ? arguments[1] : "")) + "\n")
    return 0
  }
}

/// `setprop NAME VALUE`: those that begin with `ro.` stay.
enum SetPropertyCommand: ShellCommand {
  static let names = ["setprop"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard arguments.count == 2 else { return shell.fail("setprop", "Needs 2 arguments") }
    guard !arguments[0].hasPrefix("ro."), shell.host.properties.count < 10_000 else {
      return shell.fail("setprop", "failed to set property '\(arguments[0])' to '\(arguments[1])'")
    }
    shell.host.properties[arguments[0]] = arguments[1]
    if arguments[0] == "persist.sys.timezone" { shell.host.phone.setTimeZone(arguments[1]) }
    return 0
  }
}
