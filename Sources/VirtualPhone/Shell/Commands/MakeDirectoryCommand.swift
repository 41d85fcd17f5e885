/// `mkdir [-p] [-m MODE] PATH…`
enum MakeDirectoryCommand: ShellCommand {
  static let names = ["mkdir"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "pvm:")
    guard !options.operands.isEmpty else { return shell.fail("mkdir", "Needs 1 argument") }
    var status: Int32 = 0
    for name in options.operands {
      do throws(FileSystemError) {
        let permissions = options.values["m"].flatMap { UInt32($0, radix: 8) } ?? 0o770
        try shell.host.phone.files.makeDirectory(
          shell.path(name), withParents: options.has("p"), permissions: permissions)
      } catch {
        status = shell.fail("mkdir", "'\(name)': \(error)")
      }
    }
    return status
  }
}
