/// `logcat`: there is nothing to tell. With `-d` or `-c` it ends; without, it stays open, which the connection sees to.
enum LogcatCommand: ShellCommand {
  static let names = ["logcat"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let ends: Set<String> = ["-d", "-c", "-g", "-S", "-p", "--clear", "-t", "--dump"]
    if arguments.contains("-g") { shell.print("main: ring buffer is 256 KiB (0 B consumed)\n") }
    if arguments.contains(where: ends.contains) { return 0 }
    shell.print("--------- beginning of main\n")
    // Waiting for input that never ends is waiting.
    _ = try shell.input.readAll()
    return 0
  }
}
