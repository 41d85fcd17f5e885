/// `ls [-1adlhRrtSip] [PATH…]`
enum ListCommand: ShellCommand {
  static let names = ["ls"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "1aAdlhRrtSiFpCxmnogsLH")
    if let unknown = options.unknown { return shell.fail("ls", "Unknown option '\(unknown)' (see \"ls --help\")") }
    let paths = options.operands.isEmpty ? ["."] : options.operands
    var status: Int32 = 0
    var files: [PhoneFileSystem.Entry] = []
    var directories: [String] = []
    for path in paths {
      do throws(FileSystemError) {
        let follows = !options.has("l") || path.hasSuffix("/")
        var entry = try shell.host.phone.files.entry(shell.path(path), followsLink: follows)
        entry.name = path
        if entry.kind == .directory, !options.has("d") { directories.append(path) } else { files.append(entry) }
      } catch {
        status = shell.fail("ls", "\(path): \(error)")
      }
    }
    print(sorted(files, options), options, showsTotal: false, &shell)
    var isFirst = files.isEmpty
    let showsNames = paths.count > 1 || options.has("R")
    var pending = Array(directories.reversed())
    while let directory = pending.popLast() {
      try shell.step()
      if !isFirst { shell.print("\n") }
      isFirst = false
      if showsNames { shell.print("\(directory):\n") }
      var entries = (try? shell.host.phone.files.list(shell.path(directory))) ?? []
      if !options.has("a"), !options.has("A") { entries.removeAll { $0.name.hasPrefix(".") } }
      if options.has("a") {
        for name in [".", ".."] {
          guard var entry = try? shell.host.phone.files.entry(shell.path(directory + "/" + name)) else { continue }
          entry.name = name
          entries.append(entry)
        }
      }
      entries = sorted(entries, options)
      print(entries, options, showsTotal: options.has("l"), &shell)
      if options.has("R") {
        pending += entries.filter { $0.kind == .directory && $0.name != "." && $0.name != ".." }.reversed()
          .map { directory == "/" ? "/\($0.name)" : "\(directory)/\($0.name)" }
      }
    }
    return status
  }

  private static func sorted(_ entries: [PhoneFileSystem.Entry], _ options: ShellOptions) -> [PhoneFileSystem.Entry] {
    var entries = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if options.has("t") { entries.sort { ($0.modified, $1.name) > ($1.modified, $0.name) } }
    if options.has("S") { entries.sort { ($0.size, $1.name) > ($1.size, $0.name) } }
    return options.has("r") ? entries.reversed() : entries
  }

  private static func print(
    _ entries: [PhoneFileSystem.Entry], _ options: ShellOptions, showsTotal: Bool, _ shell: inout Shell
  ) {
    guard options.has("l") else {
      for entry in entries {
        let number = options.has("i") ? "\(entry.number) " : ""
        let mark = options.has("F") || options.has("p") ? entry.kind == .directory ? "/" : "" : ""
        shell.print("\(number)\(entry.name)\(mark)\n")
      }
      return
    }
    if showsTotal { shell.print("total \(entries.reduce(0) { $0 + ($1.size + 1023) / 1024 })\n") }
    let rows = entries.map { entry in
      [
        "\(entry.links)", options.has("h") ? FileText.size(entry.size) : "\(entry.size)",
      ]
    }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (entry, row) in zip(entries, rows) {
      let cells = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
      let target = entry.target.map { " -> \($0)" } ?? ""
      let number = options.has("i") ? "\(entry.number) " : ""
      let time = shell.host.phone.localTime(seconds: entry.modified).minuteText
      shell.print(
        "\(number)\(FileText.mode(entry)) \(cells[0]) root root \(cells[1]) \(time) \(entry.name)\(target)\n")
    }
  }
}
