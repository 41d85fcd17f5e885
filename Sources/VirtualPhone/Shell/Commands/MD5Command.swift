/// `md5sum [-b] [FILE…]`
enum MD5Command: ShellCommand {
  static let names = ["md5sum", "md5"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "bc")
    let (inputs, status) = try FileArguments.read(options.operands, "md5sum", &shell)
    for input in inputs {
      let digest = MD5.digest(of: input.bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
      shell.print(options.has("b") ? "\(digest)\n" : "\(digest)  \(input.name)\n")
    }
    return status
  }
}
