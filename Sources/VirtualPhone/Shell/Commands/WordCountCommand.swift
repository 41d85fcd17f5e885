/// `wc [-lwcm] [FILE…]`
enum WordCountCommand: ShellCommand {
  static let names = ["wc"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "lwcm")
    let (inputs, status) = try FileArguments.read(options.operands, "wc", &shell)
    var total = [0, 0, 0, 0]
    let isPlain = options.flags.isEmpty
    func line(_ counts: [Int], _ name: String) -> String {
      var numbers: [Int] = []
      for (letter, count) in zip("lwmc", counts) where options.has(letter) || isPlain && letter != "m" {
        numbers.append(count)
      }
      return (numbers.map(String.init) + (name == "-" ? [] : [name])).joined(separator: " ") + "\n"
    }
    for input in inputs {
      let words = input.bytes.split { $0 == 0x20 || $0 >= 9 && $0 <= 13 }.count
      let counts = [
        input.bytes.count { $0 == 10 }, words, String(decoding: input.bytes, as: UTF8.self).unicodeScalars.count,
        input.bytes.count,
      ]
      for index in total.indices { total[index] += counts[index] }
      shell.print(line(counts, input.name))
    }
    if inputs.count > 1 { shell.print(line(total, "total")) }
    return status
  }
}
