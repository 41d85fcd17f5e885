/// `head` and `tail`, with `-n`, `-c` and `-N`.
enum HeadCommand: ShellCommand {
  static let names = ["head"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(numbered(arguments), "n:c:qv")
    let (inputs, status) = try FileArguments.read(options.operands, "head", &shell)
    for input in inputs {
      if inputs.count > 1, !options.has("q") { shell.print("==> \(input.name) <==\n") }
      if let count = options.values["c"].flatMap(Int.init) {
        shell.print(Array(count < 0 ? input.bytes.dropLast(magnitude(count)) : input.bytes.prefix(count)))
        continue
      }
      let count = options.values["n"].flatMap(Int.init) ?? 10
      let lines = TextLines.of(input.bytes)
      let kept = count < 0 ? lines.dropLast(magnitude(count)) : lines.prefix(count)
      // A last line without a newline stays without.
      let isWhole = kept.count == lines.count && input.bytes.last != 10
      shell.print(isWhole ? input.bytes : TextLines.joined(kept))
    }
    return status
  }

  static func magnitude(_ count: Int) -> Int { Int(clamping: count.magnitude) }

  /// `-5` is `-n 5`.
  static func numbered(_ arguments: [String]) -> [String] {
    arguments.flatMap { $0.hasPrefix("-") && Int($0.dropFirst()) != nil ? ["-n", String($0.dropFirst())] : [$0] }
  }
}
