/// `tee [-a] [FILE…]`
enum TeeCommand: ShellCommand {
  static let names = ["tee"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "ai")
    let bytes = try shell.input.readAll()
    shell.print(bytes)
    var status: Int32 = 0
    for name in options.operands where name != "/dev/null" {
      do throws(FileSystemError) {
        try shell.host.phone.files.write(bytes, to: shell.path(name), appends: options.has("a"))
      } catch {
        status = shell.fail("tee", "\(name): \(error)")
      }
    }
    return status
  }
}
