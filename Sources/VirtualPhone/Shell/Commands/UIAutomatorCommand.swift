/// `uiautomator dump [--compressed] [FILE]`
enum UIAutomatorCommand: ShellCommand {
  static let names = ["uiautomator"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard arguments.first == "dump" else { return shell.fail("uiautomator", "only dump is there", code: 1) }
    let name = arguments.dropFirst().first { !$0.hasPrefix("--") } ?? "/sdcard/window_dump.xml"
    let xml = HierarchyText.xml(shell.host.phone.hierarchy(), rotation: shell.host.phone.rotation)
    if name == "/dev/tty" || name == "/dev/stdout" {
      shell.print(xml)
    } else {
      do throws(FileSystemError) {
        try shell.host.phone.files.write(Array(xml.utf8), to: shell.path(name))
      } catch {
        return shell.fail("ERROR", "could not write \(name): \(error)", code: 1)
      }
    }
    // Android's own spelling; clients look for it.
    shell.print("UI hierchary dumped to: \(name)\n")
    return 0
  }
}
