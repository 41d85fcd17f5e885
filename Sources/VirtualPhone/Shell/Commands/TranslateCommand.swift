/// `tr [-dsc] SET [SET]`
enum TranslateCommand: ShellCommand {
  static let names = ["tr"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "dscC", stopsAtOperand: true)
    guard let first = options.operands.first else { return shell.fail("tr", "Needs 1 argument") }
    var from = set(first)
    let to = options.operands.count > 1 ? set(options.operands[1]) : []
    if options.has("c") || options.has("C") {
      let kept = Set(from)
      from = (0...255).map { UInt8($0) }.filter { !kept.contains($0) }
    }
    var map = (0...255).map { UInt8($0) }
    if !options.has("d"), let last = to.last {
      for (index, byte) in from.enumerated() { map[Int(byte)] = index < to.count ? to[index] : last }
    }
    let members = Set(from)
    let squeezed = Set(options.operands.count > 1 ? to : from)
    var result: [UInt8] = []
    for byte in try shell.input.readAll() {
      if options.has("d"), members.contains(byte) { continue }
      let mapped = map[Int(byte)]
      if options.has("s"), squeezed.contains(mapped), result.last == mapped { continue }
      result.append(mapped)
    }
    shell.print(result)
    return 0
  }

  private static func set(_ text: String) -> [UInt8] {
    let classes: [String: ClosedRange<UInt8>] = [
      "[:digit:]": 0x30...0x39, "[:upper:]": 0x41...0x5A, "[:lower:]": 0x61...0x7A,
    ]
    if let range = classes[text] { return Array(range) }
    if text == "[:space:]" { return [9, 10, 11, 12, 13, 32] }
    if text == "[:alpha:]" { return Array(0x41...0x5A) + Array(0x61...0x7A) }
    if text == "[:alnum:]" { return Array(0x30...0x39) + Array(0x41...0x5A) + Array(0x61...0x7A) }
    let bytes = EscapedText.expand(Array(text.utf8)).bytes
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 2 < bytes.count, bytes[index + 1] == 0x2D, bytes[index] <= bytes[index + 2] {
        result += bytes[index]...bytes[index + 2]
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
