/// `reboot`
enum RebootCommand: ShellCommand {
  static let names = ["reboot"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    shell.host.wantsReboot = true
    return 0
  }
}
