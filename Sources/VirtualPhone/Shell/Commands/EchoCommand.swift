/// `echo [-n] [-e] WORD…`
enum EchoCommand: ShellCommand {
  static let names = ["echo"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    var words = arguments[...]
    var endsLine = true
    var escapes = false
    while let first = words.first, first.count > 1, first.hasPrefix("-"), first.dropFirst().allSatisfy("neE".contains) {
      if first.contains("n") { endsLine = false }
      if first.contains("e") { escapes = true }
      words.removeFirst()
    }
    var bytes = Array(words.joined(separator: " ").utf8)
    if escapes {
      let (expanded, stops) = EscapedText.expand(bytes)
      bytes = expanded
      if stops { endsLine = false }
    }
    shell.print(endsLine ? bytes + [10] : bytes)
    return 0
  }
}
