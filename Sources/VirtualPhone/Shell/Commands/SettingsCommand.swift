/// `settings [--user N] get|put|delete|list|reset TABLE [KEY [VALUE]]`
enum SettingsCommand: ShellCommand {
  static let names = ["settings"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments
    if let index = words.firstIndex(of: "--user") { words.removeSubrange(index..<min(words.count, index + 2)) }
    words.removeAll { $0 == "--lineage" }
    guard let verb = words.first, words.count > 1, let table = SettingsTable(rawValue: words[1].lowercased()) else {
      shell.printError("Invalid namespace '\(words.count > 1 ? words[1] : "")'\n")
      return 255
    }
    switch verb {
    case "get" where words.count == 3:
      shell.print((shell.host.phone.setting(words[2], in: table) ?? "null") + "\n")
    case "put" where words.count >= 4:
      shell.host.phone.set(words[2], in: table, to: words[3])
    case "delete" where words.count == 3:
      let wasThere = shell.host.phone.setting(words[2], in: table) != nil
      shell.host.phone.set(words[2], in: table, to: nil)
      shell.print("Deleted \(wasThere ? 1 : 0) rows\n")
    case "list":
      for key in shell.host.phone.settingKeys(in: table) {
        shell.print("\(key)=\(shell.host.phone.setting(key, in: table) ?? "null")\n")
      }
    case "reset": break
    default:
      shell.printError("Invalid command: \(words.joined(separator: " "))\n")
      return 255
    }
    return 0
  }
}
