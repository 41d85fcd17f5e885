/// `test`, `[` and `[[`.
enum TestCommand: ShellCommand {
  static let names = ["test", "[", "[["]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments[...]
    // `[` and `[[` are closed; `test` isn't, and a word of that kind at its end is rare enough.
    if words.last == "]" || words.last == "]]" { words.removeLast() }
    guard let value = either(&words, shell, 0), words.isEmpty else {
      return shell.fail("test", "syntax error", code: 2)
    }
    return value ? 0 : 1
  }

  private static func either(_ words: inout ArraySlice<String>, _ shell: Shell, _ depth: Int) -> Bool? {
    guard var value = both(&words, shell, depth) else { return nil }
    while words.first == "-o" || words.first == "||" {
      words.removeFirst()
      guard let right = both(&words, shell, depth) else { return nil }
      value = value || right
    }
    return value
  }

  private static func both(_ words: inout ArraySlice<String>, _ shell: Shell, _ depth: Int) -> Bool? {
    guard var value = single(&words, shell, depth) else { return nil }
    while words.first == "-a" || words.first == "&&" {
      words.removeFirst()
      guard let right = single(&words, shell, depth) else { return nil }
      value = value && right
    }
    return value
  }

  private static func single(_ words: inout ArraySlice<String>, _ shell: Shell, _ depth: Int) -> Bool? {
    guard depth < 50, let first = words.popFirst() else { return depth == 0 ? false : nil }
    // With an operator behind it, a word is an operand whatever it looks like.
    if let operation = words.first, let right = words.dropFirst().first,
      let value = compare(first, operation, right, shell)
    {
      words.removeFirst(2)
      return value
    }
    if first == "!" { return single(&words, shell, depth + 1).map { !$0 } }
    if first == "(" {
      guard let value = either(&words, shell, depth + 1), words.popFirst() == ")" else { return nil }
      return value
    }
    if first.count == 2, first.hasPrefix("-"), let operand = words.first,
      let value = check(first, operand, shell)
    {
      words.removeFirst()
      return value
    }
    return !first.isEmpty
  }

  private static func check(_ operation: String, _ operand: String, _ shell: Shell) -> Bool? {
    let path = shell.path(operand)
    switch operation {
    case "-e": return shell.host.phone.files.exists(path)
    case "-f": return (try? shell.host.phone.files.entry(path))?.kind == .file
    case "-d": return shell.host.phone.files.isDirectory(path)
    case "-h", "-L": return (try? shell.host.phone.files.entry(path, followsLink: false))?.kind == .link
    case "-s": return ((try? shell.host.phone.files.entry(path))?.size ?? 0) > 0
    case "-r", "-w": return shell.host.phone.files.exists(path)
    case "-x": return ((try? shell.host.phone.files.entry(path))?.permissions ?? 0) & 0o111 != 0
    case "-z": return operand.isEmpty
    case "-n": return !operand.isEmpty
    case "-t": return false
    default: return nil
    }
  }

  private static func compare(_ left: String, _ operation: String, _ right: String, _ shell: Shell) -> Bool? {
    switch operation {
    case "=", "==": return left == right
    case "!=": return left != right
    case "<": return left < right
    case ">": return left > right
    case "-nt", "-ot":
      let times = [left, right].map { (try? shell.host.phone.files.entry(shell.path($0)))?.modified ?? Int.min }
      return operation == "-nt" ? times[0] > times[1] : times[0] < times[1]
    case "-eq", "-ne", "-lt", "-le", "-gt", "-ge":
      guard let a = Int(left), let b = Int(right) else { return false }
      switch operation {
      case "-eq": return a == b
      case "-ne": return a != b
      case "-lt": return a < b
      case "-le": return a <= b
      case "-gt": return a > b
      default: return a >= b
      }
    default: return nil
    }
  }
}
