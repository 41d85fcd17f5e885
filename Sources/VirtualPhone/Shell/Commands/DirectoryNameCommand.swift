/// `dirname PATH`
enum DirectoryNameCommand: ShellCommand {
  static let names = ["dirname"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard let path = arguments.first else { return shell.fail("dirname", "Needs 1 argument") }
    let parts = path.split(separator: "/").dropLast()
    let root = path.hasPrefix("/") ? "/" : ""
    let directory = root + parts.joined(separator: "/")
    shell.print((directory.isEmpty ? "." : directory) + "\n")
    return 0
  }
}
