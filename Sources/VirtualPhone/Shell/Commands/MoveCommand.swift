/// `mv [-f] SOURCE… DESTINATION`
enum MoveCommand: ShellCommand {
  static let names = ["mv"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "finv")
    guard let destination = options.operands.last, options.operands.count > 1 else {
      return shell.fail("mv", "Needs 2 arguments")
    }
    let isDirectory = shell.host.phone.files.isDirectory(shell.path(destination))
    guard isDirectory || options.operands.count == 2 else {
      return shell.fail("mv", "'\(destination)' not directory")
    }
    var status: Int32 = 0
    for name in options.operands.dropLast() {
      let target = isDirectory ? destination + "/" + PhoneFileSystem.name(of: name) : destination
      if options.has("n"), shell.host.phone.files.exists(shell.path(target)) { continue }
      do throws(FileSystemError) {
        try shell.host.phone.files.move(shell.path(name), to: shell.path(target))
      } catch {
        status = shell.fail("mv", "bad '\(name)': \(error)")
      }
    }
    return status
  }
}
