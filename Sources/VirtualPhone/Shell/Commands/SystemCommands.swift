// What a system says of itself, a few lines each.

/// `id`
enum IdentityCommand: ShellCommand {
  static let names = ["id"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let (number, name) = shell.host.isRoot ? (0, "root") : (2000, "shell")
    let options = ShellOptions(arguments, "ungG")
    if options.has("u") || options.has("g") {
      shell.print(options.has("n") ? "\(name)\n" : "\(number)\n")
    } else {
      shell.print("uid=\(number)(\(name)) gid=\(number)(\(name)) groups=\(number)(\(name)) context=u:r:\(name):s0\n")
    }
    return 0
  }
}

/// `whoami`
enum WhoAmICommand: ShellCommand {
  static let names = ["whoami"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    shell.print(shell.host.isRoot ? "root\n" : "shell\n")
    return 0
  }
}

/// `uname [-a|-s|-r|-m|-n]`
enum UnameCommand: ShellCommand {
  static let names = ["uname"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "asnrvmo")
    let parts: [(Character, String)] = [
      ("s", "Linux"), ("n", "localhost"), ("r", "5.15.0-virtual"), ("v", "#1 SMP PREEMPT"), ("m", "x86_64"),
      ("o", "Toybox"),
    ]
    let chosen = parts.filter { options.has("a") || options.has($0.0) }.map(\.1)
    shell.print((chosen.isEmpty ? "Linux" : chosen.joined(separator: " ")) + "\n")
    return 0
  }
}

/// `sleep SECONDS`: the phone's time passes, not ours.
enum SleepCommand: ShellCommand {
  static let names = ["sleep", "usleep"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var seconds = 0.0
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    for argument in arguments {
      let unit = argument.last.flatMap { units[$0] }
      guard let number = Double(unit == nil ? argument[...] : argument.dropLast()), number.isFinite, number >= 0 else {
        return shell.fail("sleep", "bad time '\(argument)'")
      }
      seconds += number * (unit ?? 1)
    }
    // A month at a time is enough for any clock.
    shell.host.phone.advance(by: Int(min(seconds, 2_678_400) * 1000))
    shell.host.synchroniseClocks()
    return 0
  }
}

/// `chmod MODE PATH…`, with octal modes; others are taken and change nothing.
enum ChangeModeCommand: ShellCommand {
  static let names = ["chmod"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let operands = arguments.filter { $0 != "-R" && $0 != "-v" && $0 != "-f" }
    guard operands.count > 1 else { return shell.fail("chmod", "Needs 2 arguments") }
    var status: Int32 = 0
    for name in operands.dropFirst() {
      do throws(FileSystemError) {
        let entry = try shell.host.phone.files.entry(shell.path(name))
        var mode = UInt32(operands[0], radix: 8) ?? entry.permissions
        if operands[0].hasSuffix("+x") { mode |= 0o111 }
        try shell.host.phone.files.setPermissions(mode, of: shell.path(name))
      } catch {
        status = shell.fail("chmod", "\(name): \(error)")
      }
    }
    return status
  }
}

/// Commands that have nothing to do here, and succeed: owners, labels, buffers, traces.
enum QuietCommand: ShellCommand {
  static let names = [
    "chown", "chgrp", "restorecon", "chcon", "sync", "clear", "trap", "ulimit", "umask", "wait", "start", "stop",
    "kill",
    "killall", "pkill", "setenforce", "stty", "atrace", "appops", "device_config", "bmgr", "dpm",
    "requestsync", "telecom", "vdc", "sm", "ndc", "log",
  ]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 { 0 }
}

/// `df [-h] [PATH…]`
enum FreeSpaceCommand: ShellCommand {
  static let names = ["df"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "hkHa")
    let (total, used) = (PhoneFileSystem.capacity, shell.host.phone.files.used)
    func text(_ bytes: Int) -> String { options.has("h") ? FileText.size(bytes) : "\(bytes / 1024)" }
    shell.print("Filesystem \(options.has("h") ? " Size" : "1K-blocks") Used Available Use% Mounted on\n")
    shell.print(
      "/dev/fuse \(text(total)) \(text(used)) \(text(total - used)) \(used * 100 / total)% /storage/emulated\n")
    return 0
  }
}

/// `du [-shk] [PATH…]`
enum DiskUsageCommand: ShellCommand {
  static let names = ["du"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "shkmacd:")
    var status: Int32 = 0
    for name in options.operands.isEmpty ? ["."] : options.operands {
      guard (try? shell.host.phone.files.entry(shell.path(name))) != nil else {
        status = shell.fail("du", "\(name): \(FileSystemError.notFound)")
        continue
      }
      // Parents before children on the way down, so that sums can go up on the way back.
      var found: [(path: String, parent: Int, size: Int, isDirectory: Bool)] = []
      var pending = [(name, -1)]
      while let (path, parent) = pending.popLast() {
        try shell.step()
        guard let entry = try? shell.host.phone.files.entry(shell.path(path), followsLink: parent < 0) else { continue }
        found.append((path, parent, entry.size, entry.kind == .directory))
        guard entry.kind == .directory else { continue }
        let number = found.count - 1
        pending += ((try? shell.host.phone.files.list(shell.path(path))) ?? []).reversed().map {
          ("\(path)/\($0.name)", number)
        }
      }
      for index in found.indices.reversed() {
        let item = found[index]
        if item.parent >= 0 { found[item.parent].size += item.size }
      }
      for item in found.reversed() where item.parent < 0 || item.isDirectory && !options.has("s") {
        shell.print("\(options.has("h") ? FileText.size(item.size) : "\((item.size + 1023) / 1024)")\t\(item.path)\n")
      }
    }
    return status
  }
}

/// `ps [-A] [-o COLUMNS]`
enum ProcessesCommand: ShellCommand {
  static let names = ["ps", "top"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    shell.print("USER           PID  PPID     VSZ    RSS WCHAN            ADDR S NAME\n")
    func line(_ user: String, _ number: Int, _ name: String) -> String {
      let digits = String(number)
      let columns = user + String(repeating: " ", count: max(1, 18 - user.count - digits.count)) + digits
      return "\(columns)     1 1000000  10000 0                   0 S \(name)\n"
    }
    shell.print(line("root", 1, "init"))
    shell.print(line("shell", 200, "adbd"))
    shell.print(line("system", 400, "system_server"))
    for name in ActivityText.running(shell.host) { shell.print(line("u0_a100", ActivityText.process(name), name)) }
    return 0
  }
}

/// `pidof NAME`
enum ProcessNumberCommand: ShellCommand {
  static let names = ["pidof", "pgrep"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let fixed = ["adbd": 200, "system_server": 400, "init": 1]
    guard let name = arguments.last else { return 1 }
    if let number = fixed[name] {
      shell.print("\(number)\n")
    } else if ActivityText.running(shell.host).contains(name) {
      shell.print("\(ActivityText.process(name))\n")
    } else {
      return 1
    }
    return 0
  }
}

/// `getenforce`
enum GetEnforceCommand: ShellCommand {
  static let names = ["getenforce"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    shell.print("Permissive\n")
    return 0
  }
}

/// `uptime`
enum UptimeCommand: ShellCommand {
  static let names = ["uptime"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let time = shell.host.phone.localTime(seconds: shell.host.phone.files.now).formatted("%T")
    let minutes = shell.host.phone.system.uptime / 60_000
    shell.print(" \(time) up \(minutes) min,  0 users,  load average: 0.00, 0.00, 0.00\n")
    return 0
  }
}

/// `ifconfig` and `ip`: the one address a phone in memory has.
enum NetworkCommand: ShellCommand {
  static let names = ["ifconfig", "ip", "netcfg"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let isOn = shell.host.phone.setting("wifi_on", in: .global) != "0"
    let address = isOn ? "          inet addr:10.0.2.16  Bcast:10.0.2.255  Mask:255.255.255.0\n" : ""
    shell.print("wlan0     Link encap:Ethernet  HWaddr 02:15:b2:00:00:00\n\(address)")
    if isOn { shell.print("    inet 10.0.2.16/24 brd 10.0.2.255 scope global wlan0\n") }
    return 0
  }
}

/// `mktemp [-d]`
enum TemporaryFileCommand: ShellCommand {
  static let names = ["mktemp"]
  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    for number in 0..<10_000 {
      let path = "/data/local/tmp/tmp.\(String(number, radix: 36))"
      guard !shell.host.phone.files.exists(path) else { continue }
      do throws(FileSystemError) {
        if arguments.contains("-d") {
          try shell.host.phone.files.makeDirectory(path)
        } else {
          try shell.host.phone.files.write([], to: path)
        }
      } catch {
        return shell.fail("mktemp", "\(path): \(error)")
      }
      shell.print(path + "\n")
      return 0
    }
    return shell.fail("mktemp", "no name is free")
  }
}
