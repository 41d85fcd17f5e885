/// `basename PATH [SUFFIX]`
enum BaseNameCommand: ShellCommand {
  static let names = ["basename"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard let path = arguments.first else { return shell.fail("basename", "Needs 1 argument") }
    var name = PhoneFileSystem.name(of: path)
    if arguments.count > 1, name.hasSuffix(arguments[1]), name != arguments[1] {
      name.removeLast(arguments[1].count)
    }
    shell.print(name + "\n")
    return 0
  }
}
