/// `uniq [-cdu] [FILE]`
enum UniqueCommand: ShellCommand {
  static let names = ["uniq"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "cdui")
    let (inputs, status) = try FileArguments.read(Array(options.operands.prefix(1)), "uniq", &shell)
    var groups: [(line: [UInt8], count: Int)] = []
    for line in inputs.flatMap({ TextLines.of($0.bytes) }) {
      if let last = groups.indices.last, groups[last].line == line {
        groups[last].count += 1
      } else {
        groups.append((line, 1))
      }
    }
    for group in groups where !(options.has("d") && group.count == 1) && !(options.has("u") && group.count > 1) {
      if options.has("c") {
        let number = String(group.count)
        shell.print(String(repeating: " ", count: max(0, 7 - number.count)) + number + " ")
      }
      shell.print(group.line + [10])
    }
    return status
  }
}
