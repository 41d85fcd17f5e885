/// `rm [-rRf] PATH…`
enum RemoveCommand: ShellCommand {
  static let names = ["rm"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "rRfiv")
    if let unknown = options.unknown { return shell.fail("rm", "Unknown option '\(unknown)' (see \"rm --help\")") }
    guard !options.operands.isEmpty else { return options.has("f") ? 0 : shell.fail("rm", "Needs 1 argument") }
    var status: Int32 = 0
    for name in options.operands {
      try shell.step()
      let path = shell.path(name)
      do throws(FileSystemError) {
        let entry = try shell.host.phone.files.entry(path, followsLink: false)
        let isRecursive = options.has("r") || options.has("R")
        guard entry.kind != .directory || isRecursive else { throw .isADirectory }
        try shell.host.phone.files.remove(path, recursively: isRecursive)
      } catch {
        if error == .notFound, options.has("f") { continue }
        status = shell.fail("rm", "\(name): \(error)")
      }
    }
    return status
  }
}
