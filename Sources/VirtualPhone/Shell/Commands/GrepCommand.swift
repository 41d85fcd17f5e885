/// `grep [-EFivclnoqwxhHrRe] [-m N] [-A|-B|-C N] PATTERN [FILE…]`
enum GrepCommand: ShellCommand {
  static let names = ["grep", "egrep", "fgrep"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "EFGivclnoqwxhHrRsaLm:e:A:B:C:")
    var operands = options.operands
    if let unknown = options.unknown { return shell.fail("grep", "Unknown option '\(unknown)'", code: 2) }
    guard let pattern = options.values["e"] ?? (operands.isEmpty ? nil : operands.removeFirst()) else {
      return shell.fail("grep", "no REGEX", code: 2)
    }
    var expressions: [PosixRegex] = []
    for line in pattern.split(separator: "\n", omittingEmptySubsequences: false) {
      var text = options.has("F") ? escaped(String(line)) : String(line)
      if options.has("w") { text = options.has("E") && !options.has("F") ? "\\b(\(text))\\b" : "\\b\\(\(text)\\)\\b" }
      if options.has("x") { text = options.has("E") && !options.has("F") ? "^(\(text))$" : "^\\(\(text)\\)$" }
      guard
        let expression = PosixRegex(
          text, extended: options.has("E") && !options.has("F"), ignoringCase: options.has("i"))
      else { return shell.fail("grep", "bad REGEX '\(line)'", code: 2) }
      expressions.append(expression)
    }
    var names = operands
    if options.has("r") || options.has("R") {
      names = []
      for operand in operands.isEmpty ? ["."] : operands { names += try filesBelow(operand, &shell) }
      if names.isEmpty { return 1 }
    }
    let (inputs, readStatus) = try FileArguments.read(names, "grep", &shell)
    let showsNames = !options.has("h") && (options.has("H") || names.count > 1 || options.has("r") || options.has("R"))
    var found = false
    for input in inputs {
      let hit = try search(input, expressions, options, showsNames, &shell)
      found = found || hit
      if found, options.has("q") { return 0 }
    }
    return found ? 0 : readStatus == 0 ? 1 : 2
  }

  private static func escaped(_ text: String) -> String {
    text.map { "\\.*[]^$".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }

  private static func filesBelow(_ root: String, _ shell: inout Shell) throws(ShellInterruption) -> [String] {
    var files: [String] = []
    var pending = [root]
    while let path = pending.popLast() {
      try shell.step()
      guard let entry = try? shell.host.phone.files.entry(shell.path(path), followsLink: path == root) else { continue }
      if entry.kind == .file { files.append(path) }
      guard entry.kind == .directory else { continue }
      pending += ((try? shell.host.phone.files.list(shell.path(path))) ?? []).reversed().map { "\(path)/\($0.name)" }
    }
    return files
  }

  private static func search(
    _ input: FileArguments.Input, _ expressions: [PosixRegex], _ options: ShellOptions, _ showsNames: Bool,
    _ shell: inout Shell
  ) throws(ShellInterruption) -> Bool {
    let context = options.values["C"].flatMap(Int.init) ?? 0
    let before = min(options.values["B"].flatMap(Int.init) ?? context, 10_000)
    let after = min(options.values["A"].flatMap(Int.init) ?? context, 10_000)
    let limit = options.values["m"].flatMap(Int.init) ?? Int.max
    let name = input.name == "-" ? "(standard input)" : input.name
    let prefix = showsNames ? "\(name):" : ""
    let lines = TextLines.of(input.bytes)
    var count = 0
    var shownUntil = 0
    var trailing = 0
    for (index, line) in lines.enumerated() {
      try shell.step()
      let isHit = count < limit && expressions.contains { $0.match(line) != nil } != options.has("v")
      guard isHit else {
        if trailing > 0, !options.has("q"), !options.has("c"), !options.has("l") {
          shell.print(Array(prefix.utf8) + line + [10])
          shownUntil = index + 1
          trailing -= 1
        }
        if count >= limit, trailing == 0 { break }
        continue
      }
      count += 1
      if options.has("q") || options.has("l") || options.has("L") { break }
      if options.has("c") { continue }
      if options.has("o") {
        var start = 0
        while let match = expressions.compactMap({ $0.match(line, from: start)?[0] }).min(by: {
          $0.lowerBound < $1.lowerBound
        }) {
          if !match.isEmpty { shell.print(Array(prefix.utf8) + line[match] + [10]) }
          start = max(match.upperBound, start + 1)
        }
        continue
      }
      for earlier in max(shownUntil, index - max(0, before))..<max(index, max(shownUntil, index - max(0, before))) {
        shell.print(Array(prefix.utf8) + lines[earlier] + [10])
      }
      let number = options.has("n") ? "\(index + 1):" : ""
      shell.print(Array((prefix + number).utf8) + line + [10])
      shownUntil = index + 1
      trailing = max(0, after)
    }
    if options.has("c") { shell.print("\(prefix)\(count)\n") }
    if options.has("l"), count > 0 { shell.print("\(name)\n") }
    if options.has("L"), count == 0 { shell.print("\(name)\n") }
    return count > 0
  }
}
