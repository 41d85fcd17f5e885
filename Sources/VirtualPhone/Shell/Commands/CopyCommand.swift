/// `cp [-rRapf] SOURCE… DESTINATION`
enum CopyCommand: ShellCommand {
  static let names = ["cp"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "rRapfnvdTi")
    guard let destination = options.operands.last, options.operands.count > 1 else {
      return shell.fail("cp", "Needs 2 arguments")
    }
    let isDirectory = shell.host.phone.files.isDirectory(shell.path(destination)) && !options.has("T")
    guard isDirectory || options.operands.count == 2 else {
      return shell.fail("cp", "'\(destination)' not directory")
    }
    var status: Int32 = 0
    for name in options.operands.dropLast() {
      let target = isDirectory ? destination + "/" + PhoneFileSystem.name(of: name) : destination
      if options.has("n"), shell.host.phone.files.exists(shell.path(target)) { continue }
      status = max(status, try copy(shell.path(name), to: shell.path(target), name, options, &shell))
    }
    return status
  }

  // Everything below is listed before anything is copied, so that a copy into itself ends.
  private static func copy(
    _ source: String, to target: String, _ name: String, _ options: ShellOptions, _ shell: inout Shell
  ) throws(ShellInterruption) -> Int32 {
    var found: [(from: String, to: String, entry: PhoneFileSystem.Entry)] = []
    var pending = [(source, target)]
    let isRecursive = options.has("r") || options.has("R") || options.has("a")
    while let (from, to) = pending.popLast() {
      try shell.step()
      do throws(FileSystemError) {
        let entry = try shell.host.phone.files.entry(from, followsLink: !isRecursive)
        found.append((from, to, entry))
        guard entry.kind == .directory else { continue }
        guard isRecursive else { return shell.fail("cp", "Skipped dir '\(name)'") }
        for child in try shell.host.phone.files.list(from).reversed() {
          pending.append((from + "/" + child.name, to + "/" + child.name))
        }
      } catch {
        return shell.fail("cp", "bad '\(name)': \(error)")
      }
    }
    for (from, to, entry) in found {
      try shell.step()
      do throws(FileSystemError) {
        switch entry.kind {
        case .directory:
          try shell.host.phone.files.makeDirectory(
            to, withParents: shell.host.phone.files.exists(to), permissions: entry.permissions)
        case .link: try shell.host.phone.files.makeLink(to, to: entry.target ?? "")
        case .file:
          let keeps = options.has("p") || options.has("a")
          try shell.host.phone.files.write(
            try shell.host.phone.files.read(from), to: to, permissions: keeps ? entry.permissions : nil,
            modified: keeps ? entry.modified : nil)
        }
      } catch {
        return shell.fail("cp", "bad '\(to)': \(error)")
      }
    }
    return 0
  }
}
