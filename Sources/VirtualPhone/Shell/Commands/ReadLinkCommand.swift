/// `readlink [-f] PATH`, `realpath PATH`
enum ReadLinkCommand: ShellCommand {
  static let names = ["readlink", "realpath"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "fen")
    var status: Int32 = 0
    for name in options.operands {
      let path = shell.path(name)
      if let target = try? shell.host.phone.files.entry(path, followsLink: false).target, !options.has("f") {
        shell.print(target + "\n")
      } else if let full = try? shell.host.phone.files.canonical(path) {
        shell.print(full + "\n")
      } else {
        status = 1
      }
    }
    return status
  }
}
