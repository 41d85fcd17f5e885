/// `monkey -p PACKAGE [-c CATEGORY] 1`: starts an app by its launcher's activity, which is all it is used for.
enum MonkeyCommand: ShellCommand {
  static let names = ["monkey"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var packages: [String] = []
    var rest = arguments[...]
    var count = 0
    while let word = rest.popFirst() {
      switch word {
      case "-p": if let package = rest.popFirst() { packages.append(package) }
      case "-c", "-s", "--throttle", "--pct-touch", "--pct-syskeys", "--pct-motion": _ = rest.popFirst()
      default: if let number = Int(word) { count = number }
      }
    }
    let known = shell.host.phone.packages
    let activity = packages.lazy.compactMap { name in known.first { $0.name == name }?.launcherActivity }.first
    shell.print("  bash arg: -p\n")
    for package in packages { shell.print("  bash arg: \(package)\n") }
    guard let activity, count > 0,
      shell.host.phone.start(PhoneIntent(action: "android.intent.action.MAIN", component: activity))
    else {
      shell.print("** No activities found to run, monkey aborted.\n")
      return 252
    }
    shell.print(
      "Events injected: \(count)\n## Network stats: elapsed time=20ms (0ms mobile, 0ms wifi, 20ms not connected)\n")
    return 0
  }
}
