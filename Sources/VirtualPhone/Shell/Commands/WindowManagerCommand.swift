/// `wm size`, `wm density`, and what else clients ask of it.
enum WindowManagerCommand: ShellCommand {
  static let names = ["wm"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let configuration = shell.host.phone.configuration
    let wanted = arguments.dropFirst().filter { $0 != "-d" && $0 != "0" }
    switch arguments.first {
    case "size":
      if wanted.isEmpty {
        shell.print("Physical size: \(configuration.width)x\(configuration.height)\n")
        return 0
      }
      let isSame = wanted == ["\(configuration.width)x\(configuration.height)"]
      return wanted == ["reset"] || isSame
        ? 0 : shell.fail("Error", "this screen has one size; choose it with infir phone serve --size", code: 255)
    case "density":
      if wanted.isEmpty {
        shell.print("Physical density: \(configuration.density)\n")
        return 0
      }
      return wanted == ["reset"] || wanted == ["\(configuration.density)"]
        ? 0 : shell.fail("Error", "this screen has one density; choose it with infir phone serve --density", code: 255)
    case "user-rotation", "fixed-to-user-rotation", "dismiss-keyguard", "set-user-rotation", "overscan", "scaling":
      if arguments.first == "user-rotation", wanted.isEmpty { shell.print("lock 0\n") }
      return 0
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
  }
}
