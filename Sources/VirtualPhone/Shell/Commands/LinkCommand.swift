/// `ln -s TARGET LINK`
enum LinkCommand: ShellCommand {
  static let names = ["ln"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "sfnv")
    guard options.has("s") else { return shell.fail("ln", "only symbolic links (-s) can be made") }
    guard options.operands.count == 2 else { return shell.fail("ln", "Needs 2 arguments") }
    var link = shell.path(options.operands[1])
    if shell.host.phone.files.isDirectory(link) { link += "/" + PhoneFileSystem.name(of: options.operands[0]) }
    do throws(FileSystemError) {
      if options.has("f") { try? shell.host.phone.files.remove(link) }
      try shell.host.phone.files.makeLink(link, to: options.operands[0])
    } catch {
      return shell.fail("ln", "cannot create link from '\(options.operands[0])' to '\(options.operands[1])': \(error)")
    }
    return 0
  }
}
