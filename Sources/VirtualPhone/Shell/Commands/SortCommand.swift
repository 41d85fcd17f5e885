/// `sort [-nrufk…] [-t C] [FILE…]`
enum SortCommand: ShellCommand {
  static let names = ["sort"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "nrufbhVk:t:")
    let (inputs, status) = try FileArguments.read(options.operands, "sort", &shell)
    var lines: [[UInt8]] = []
    for input in inputs { lines += TextLines.of(input.bytes) }
    let separator = options.values["t"]?.utf8.first
    let field = options.values["k"].flatMap { Int($0.prefix(while: \.isNumber)) }
    let isNumeric = options.has("n") || (options.values["k"]?.contains("n") ?? false)
    let isReversed = options.has("r") || (options.values["k"]?.contains("r") ?? false)
    func key(_ line: [UInt8]) -> [UInt8] {
      var key = line
      if let field, field > 0 {
        let parts = line.split(omittingEmptySubsequences: separator == nil) { byte in
          separator.map { $0 == byte } ?? (byte == 0x20 || byte == 9)
        }
        key = field <= parts.count ? Array(parts[field - 1]) : []
      }
      return options.has("f") ? key.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 32 : $0 } : key
    }
    func number(_ key: [UInt8]) -> Double {
      let text = String(decoding: key, as: UTF8.self).drop { $0 == " " }
      return Double(text.prefix { $0.isNumber || $0 == "." || $0 == "-" }) ?? 0
    }
    var keyed = lines.map { (key: key($0), line: $0) }
    if isNumeric {
      let numbered = keyed.map { (number: number($0.key), pair: $0) }
      keyed = numbered.sorted {
        $0.number != $1.number
          ? $0.number < $1.number : $0.pair.line.lexicographicallyPrecedes($1.pair.line)
      }.map(\.pair)
    } else {
      keyed.sort {
        $0.key != $1.key ? $0.key.lexicographicallyPrecedes($1.key) : $0.line.lexicographicallyPrecedes($1.line)
      }
    }
    if options.has("u") {
      var unique: [(key: [UInt8], line: [UInt8])] = []
      for pair in keyed
      where unique.last.map({ isNumeric ? number($0.key) != number(pair.key) : $0.key != pair.key }) ?? true {
        unique.append(pair)
      }
      keyed = unique
    }
    let sorted = keyed.map(\.line)
    shell.print(TextLines.joined(isReversed ? sorted.reversed() : sorted))
    return status
  }
}
