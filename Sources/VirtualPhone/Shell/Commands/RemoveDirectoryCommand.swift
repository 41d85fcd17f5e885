/// `rmdir PATH…`
enum RemoveDirectoryCommand: ShellCommand {
  static let names = ["rmdir"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var status: Int32 = 0
    for name in ShellOptions(arguments, "p").operands {
      do throws(FileSystemError) {
        guard try shell.host.phone.files.entry(shell.path(name), followsLink: false).kind == .directory else {
          throw .notADirectory
        }
        try shell.host.phone.files.remove(shell.path(name))
      } catch {
        status = shell.fail("rmdir", "\(name): \(error)")
      }
    }
    return status
  }
}
