/// `cat [FILE…]`
enum CatCommand: ShellCommand {
  static let names = ["cat"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "uven")
    let (inputs, status) = try FileArguments.read(options.operands, "cat", &shell)
    var line = 1
    for input in inputs {
      guard options.has("n") else {
        shell.print(input.bytes)
        continue
      }
      for text in TextLines.of(input.bytes) {
        shell.print("\(String(repeating: " ", count: max(0, 6 - String(line).count)))\(line)\t")
        shell.print(text + [10])
        line += 1
      }
    }
    return status
  }
}
