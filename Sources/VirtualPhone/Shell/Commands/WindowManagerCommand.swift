/// `wm size|density|user-rotation|…`: what it sets is kept in the settings, as Android keeps it.
enum WindowManagerCommand: ShellCommand {
  static let names = ["wm"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var wanted = Array(arguments.dropFirst())
    if let index = wanted.firstIndex(of: "-d") { wanted.removeSubrange(index..<min(wanted.count, index + 2)) }
    switch arguments.first {
    case "size": return size(wanted.first, &shell)
    case "density": return density(wanted.first { $0 != "-u" && $0 != "0" }, &shell)
    case "user-rotation", "set-user-rotation": return rotation(wanted, &shell)
    case "fixed-to-user-rotation", "set-fix-to-user-rotation":
      if wanted.isEmpty { shell.print("default\n") }
      return 0
    case "dismiss-keyguard", "overscan", "scaling", "set-ignore-orientation-request", "folded-area", "tracing",
      "logging", "reset":
      if arguments.first == "reset" { for key in ["size", "density"] { _ = try run([key, "reset"], &shell) } }
      return 0
    default:
      return shell.fail("Unknown command", arguments.first ?? "", code: 255)
    }
  }

  private static func size(_ wanted: String?, _ shell: inout Shell) -> Int32 {
    let (phone, key) = (shell.host.phone, "display_size_forced")
    guard let wanted else {
      shell.print("Physical size: \(phone.configuration.width)x\(phone.configuration.height)\n")
      if phone.setting(key, in: .global) != nil {
        shell.print("Override size: \(phone.system.panel.width)x\(phone.system.panel.height)\n")
      }
      return 0
    }
    if wanted == "reset" {
      shell.host.phone.set(key, in: .global, to: nil)
      return 0
    }
    let parts = wanted.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return shell.fail("Error", "bad size \(wanted)", code: 255) }
    let sides = parts.map { part in
      // `dp` behind a number makes it density-independent.
      part.hasSuffix("dp") ? Int(part.dropLast(2)).map { phone.pixels(Double(min($0, 10_000))) } : Int(part)
    }
    guard let width = sides[0], let height = sides[1] else {
      return shell.fail("Error", "bad number in \(wanted)", code: 255)
    }
    shell.host.phone.set(key, in: .global, to: "\(width),\(height)")
    // What the screen can't be is not remembered.
    let panel = shell.host.phone.system.panel
    shell.host.phone.set(key, in: .global, to: "\(panel.width),\(panel.height)")
    return 0
  }

  private static func density(_ wanted: String?, _ shell: inout Shell) -> Int32 {
    let (phone, key) = (shell.host.phone, "display_density_forced")
    guard let wanted else {
      shell.print("Physical density: \(phone.configuration.density)\n")
      if phone.setting(key, in: .secure) != nil { shell.print("Override density: \(phone.system.panel.density)\n") }
      return 0
    }
    if wanted == "reset" {
      shell.host.phone.set(key, in: .secure, to: nil)
      return 0
    }
    guard let number = Int(wanted) else { return shell.fail("Error", "bad number \(wanted)", code: 255) }
    guard number >= 72 else { return shell.fail("Error", "density must be >= 72", code: 255) }
    shell.host.phone.set(key, in: .secure, to: "\(min(number, 960))")
    return 0
  }

  private static func rotation(_ wanted: [String], _ shell: inout Shell) -> Int32 {
    let isFree = shell.host.phone.flag("accelerometer_rotation", .system)
    guard let mode = wanted.first else {
      shell.print(isFree ? "free\n" : "lock \(shell.host.phone.number("user_rotation", .system))\n")
      return 0
    }
    switch mode {
    case "free": shell.host.phone.set("accelerometer_rotation", in: .system, to: "1")
    case "lock":
      if wanted.count > 1 {
        guard let turns = Int(wanted[1]), (0...3).contains(turns) else {
          return shell.fail("Error", "rotation argument is out of range: \(wanted[1])", code: 255)
        }
        shell.host.phone.set("user_rotation", in: .system, to: "\(turns)")
      }
      shell.host.phone.set("accelerometer_rotation", in: .system, to: "0")
    default: return shell.fail("Error", "argument needs to be free, lock (rotation).", code: 255)
    }
    return 0
  }
}
