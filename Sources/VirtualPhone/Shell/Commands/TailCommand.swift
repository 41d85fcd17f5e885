/// `tail [-n N|+N] [-c N] [FILE…]`
enum TailCommand: ShellCommand {
  static let names = ["tail"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(HeadCommand.numbered(arguments), "n:c:qvf")
    let (inputs, status) = try FileArguments.read(options.operands, "tail", &shell)
    for input in inputs {
      if inputs.count > 1, !options.has("q") { shell.print("==> \(input.name) <==\n") }
      if let text = options.values["c"], let count = Int(text) {
        let size = HeadCommand.magnitude(count)
        shell.print(Array(text.hasPrefix("+") ? input.bytes.dropFirst(max(0, size - 1)) : input.bytes.suffix(size)))
        continue
      }
      let text = options.values["n"] ?? "10"
      let count = HeadCommand.magnitude(Int(text) ?? 10)
      let lines = TextLines.of(input.bytes)
      let kept = Array(text.hasPrefix("+") ? lines.dropFirst(max(0, count - 1)) : lines.suffix(count))
      var bytes = TextLines.joined(kept)
      if input.bytes.last != 10, !bytes.isEmpty { bytes.removeLast() }
      shell.print(bytes)
    }
    return status
  }
}
