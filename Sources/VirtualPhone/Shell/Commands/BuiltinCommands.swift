// What works on the shell itself, a few lines each.

/// `:` and `true`.
enum TrueCommand: ShellCommand {
  static let names = ["true", ":"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 { 0 }
}

/// `false`
enum FalseCommand: ShellCommand {
  static let names = ["false"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 { 1 }
}

/// `exit [CODE]`
enum ExitCommand: ShellCommand {
  static let names = ["exit", "return", "logout"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    throw .exit(arguments.first.flatMap(Int.init).map { Int32(truncatingIfNeeded: $0 & 0xFF) } ?? shell.session.status)
  }
}

/// `break [N]`
enum BreakCommand: ShellCommand {
  static let names = ["break"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    throw .breakLoop(arguments.first.flatMap(Int.init) ?? 1)
  }
}

/// `continue [N]`
enum ContinueCommand: ShellCommand {
  static let names = ["continue"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    throw .continueLoop(arguments.first.flatMap(Int.init) ?? 1)
  }
}

/// `cd [DIRECTORY]`
enum ChangeDirectoryCommand: ShellCommand {
  static let names = ["cd"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let name = arguments.first ?? shell.session.variables["HOME"] ?? "/"
    let wanted = name == "-" ? shell.session.variables["OLDPWD"] ?? "/" : name
    let path = shell.path(wanted)
    do throws(FileSystemError) {
      guard try shell.host.phone.files.entry(path).kind == .directory else { throw .notADirectory }
    } catch {
      return shell.fail("/system/bin/sh: cd", "\(wanted): \(error)", code: 2)
    }
    // As written, with `.` and `..` taken out: what a link is called stays in sight.
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    shell.session.variables["OLDPWD"] = shell.session.directory
    shell.session.directory = "/" + parts.joined(separator: "/")
    return 0
  }
}

/// `pwd`
enum WorkingDirectoryCommand: ShellCommand {
  static let names = ["pwd"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    shell.print(shell.session.directory + "\n")
    return 0
  }
}

/// `export NAME=VALUE…`, also as `set`'s and `local`'s stand-in.
enum ExportCommand: ShellCommand {
  static let names = ["export", "readonly", "local", "typeset"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, ShellParser.isName(String(parts[0])) else { continue }
      shell.session.variables[String(parts[0])] = String(parts[1])
    }
    return 0
  }
}

/// `unset NAME…`
enum UnsetCommand: ShellCommand {
  static let names = ["unset"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    for argument in arguments { shell.session.variables[argument] = nil }
    return 0
  }
}

/// `set -- WORD…`; options are taken and have no effect.
enum SetCommand: ShellCommand {
  static let names = ["set"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    if arguments.isEmpty {
      for (name, value) in shell.session.variables.sorted(by: { $0.key < $1.key }) { shell.print("\(name)=\(value)\n") }
    } else if let start = arguments.firstIndex(of: "--") {
      shell.session.positional = Array(arguments[(start + 1)...])
    }
    return 0
  }
}

/// `shift [N]`
enum ShiftCommand: ShellCommand {
  static let names = ["shift"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let count = arguments.first.flatMap(Int.init) ?? 1
    guard count >= 0, count <= shell.session.positional.count else { return 1 }
    shell.session.positional.removeFirst(count)
    return 0
  }
}

/// `read [-r] NAME…`
enum ReadCommand: ShellCommand {
  static let names = ["read"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "rsp:t:n:")
    guard let line = try shell.input.readLine() else { return 1 }
    var rest = String(decoding: line, as: UTF8.self)[...].drop { $0 == " " || $0 == "\t" }
    let names = options.operands.isEmpty ? ["REPLY"] : options.operands
    for name in names.dropLast() {
      shell.session.variables[name] = String(rest.prefix { $0 != " " && $0 != "\t" })
      rest = rest.drop { $0 != " " && $0 != "\t" }.drop { $0 == " " || $0 == "\t" }
    }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest.removeLast() }
    if let name = names.last { shell.session.variables[name] = String(rest) }
    return 0
  }
}

/// `eval WORD…`
enum EvalCommand: ShellCommand {
  static let names = ["eval"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let status = try shell.nested { shell throws(ShellInterruption) in
      try shell.run(arguments.joined(separator: " "))
    }
    if shell.hasExited { throw .exit(status) }
    return status
  }
}

/// `sh [-c SCRIPT [NAME ARGUMENT…]] [FILE ARGUMENT…]`
enum ShCommand: ShellCommand {
  static let names = ["sh", "bash", "mksh"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "celxin", stopsAtOperand: true)
    var operands = options.operands
    if options.has("c") {
      guard !operands.isEmpty else { return shell.fail("sh", "-c requires an argument") }
      let script = operands.removeFirst()
      let name = operands.isEmpty ? "sh" : operands.removeFirst()
      return try shell.runScript(script, name: name, arguments: operands)
    }
    guard !operands.isEmpty else {
      let script = try shell.input.readAll()
      return try shell.runScript(String(decoding: script, as: UTF8.self), name: "sh", arguments: [])
    }
    let name = operands.removeFirst()
    let script: [UInt8]
    do throws(FileSystemError) {
      script = try shell.host.phone.files.read(shell.path(name))
    } catch {
      return shell.fail("/system/bin/sh", "\(name): \(error)", code: 127)
    }
    return try shell.runScript(String(decoding: script, as: UTF8.self), name: name, arguments: operands)
  }
}

/// `su [USER|UID] [-c] COMMAND…`: everyone is root who asks.
enum SubstituteUserCommand: ShellCommand {
  static let names = ["su"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments[...]
    if let first = words.first, ["root", "shell", "system", "0", "1000", "2000"].contains(first) {
      words.removeFirst()
    }
    guard let first = words.first else { return 0 }
    let wasRoot = shell.host.isRoot
    shell.host.isRoot = true
    defer { shell.host.isRoot = wasRoot }
    if first == "-c" {
      return try shell.runScript(words.dropFirst().joined(separator: " "), name: "su", arguments: [])
    }
    return try shell.call(Array(words))
  }
}

/// Commands that run another: `timeout 5 COMMAND…`, `nohup`, `time`, `env`, `command`, `exec`, `nice`, `toybox`, `run-as`.
enum WrapperCommand: ShellCommand {
  static let names = ["nohup", "time", "command", "exec", "nice", "toybox", "setsid", "busybox"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let words = arguments.drop { $0.hasPrefix("-") && $0 != "-" }
    if arguments.first == "-v", let name = words.first {
      guard ShellCommands.named(name) != nil else { return 1 }
      shell.print("/system/bin/\(name)\n")
      return 0
    }
    return try shell.call(Array(words))
  }
}

/// `timeout SECONDS COMMAND…`: nothing here takes time, so nothing is cut off.
enum TimeoutCommand: ShellCommand {
  static let names = ["timeout", "run-as"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "k:s:v", stopsAtOperand: true)
    return try shell.call(Array(options.operands.dropFirst()))
  }
}

/// `env [NAME=VALUE…] [COMMAND…]`
enum EnvironmentCommand: ShellCommand {
  static let names = ["env", "printenv"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let saved = shell.session
    defer { shell.session = saved }
    var words = arguments[...]
    while let first = words.first, let equals = first.firstIndex(of: "=") {
      shell.session.variables[String(first[..<equals])] = String(first[first.index(after: equals)...])
      words.removeFirst()
    }
    guard words.isEmpty else { return try shell.call(Array(words)) }
    for (name, value) in shell.session.variables.sorted(by: { $0.key < $1.key }) { shell.print("\(name)=\(value)\n") }
    return 0
  }
}

/// `which NAME…` and `type NAME…`
enum WhichCommand: ShellCommand {
  static let names = ["which", "type"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var status: Int32 = 0
    for name in arguments where !name.hasPrefix("-") {
      if ShellCommands.named(name) != nil {
        shell.print("/system/bin/\(PhoneFileSystem.name(of: name))\n")
      } else {
        status = 1
      }
    }
    return status
  }
}
