/// `printf FORMAT ARGUMENT…`: s, d, i, u, x, X, o, c, b, f and %, with width and precision.
enum PrintfCommand: ShellCommand {
  static let names = ["printf"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    guard let format = arguments.first else { return shell.fail("printf", "Needs 1 argument") }
    var rest = arguments.dropFirst()
    // The format is used again for as long as it takes arguments.
    repeat {
      try shell.step()
      let before = rest.count
      let (text, stops) = expand(Array(format.unicodeScalars), &rest)
      shell.print(text)
      if stops || rest.count == before { break }
    } while !rest.isEmpty
    return 0
  }

  private static func expand(_ format: [Unicode.Scalar], _ rest: inout ArraySlice<String>) -> ([UInt8], Bool) {
    var result: [UInt8] = []
    var plain = String.UnicodeScalarView()
    var index = 0
    func flush() -> Bool {
      let (bytes, stops) = EscapedText.expand(Array(String(plain).utf8))
      result += bytes
      plain = String.UnicodeScalarView()
      return stops
    }
    while index < format.count {
      guard format[index] == "%", index + 1 < format.count else {
        plain.append(format[index])
        index += 1
        continue
      }
      index += 1
      if format[index] == "%" {
        plain.append("%")
        index += 1
        continue
      }
      if flush() { return (result, true) }
      var flags: Set<Unicode.Scalar> = []
      while index < format.count, "-0+ #".unicodeScalars.contains(format[index]) {
        flags.insert(format[index])
        index += 1
      }
      let width = number(format, &index, &rest) ?? 0
      var precision: Int?
      if index < format.count, format[index] == "." {
        index += 1
        precision = number(format, &index, &rest) ?? 0
      }
      guard index < format.count else { break }
      let letter = format[index]
      index += 1
      let argument = rest.popFirst()
      var text: String
      switch letter {
      case "s", "b":
        text = argument ?? ""
        if letter == "b" { text = String(decoding: EscapedText.expand(Array(text.utf8)).bytes, as: UTF8.self) }
        if let precision { text = String(text.prefix(precision)) }
      case "c": text = String((argument ?? "").prefix(1))
      case "d", "i", "u":
        let value = integer(argument)
        text = flags.contains("+") && value >= 0 ? "+\(value)" : "\(value)"
      case "x": text = String(UInt(bitPattern: integer(argument)), radix: 16)
      case "X": text = String(UInt(bitPattern: integer(argument)), radix: 16, uppercase: true)
      case "o": text = String(UInt(bitPattern: integer(argument)), radix: 8)
      case "f", "g", "e": text = fixed(Double(argument ?? "") ?? 0, digits: min(precision ?? 6, 9))
      default: text = "%\(letter)"
      }
      let missing = max(0, min(width, 10_000) - text.count)
      if flags.contains("-") {
        text += String(repeating: " ", count: missing)
      } else if flags.contains("0"), letter != "s" {
        let sign = text.hasPrefix("-") ? "-" : ""
        text = sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
      } else {
        text = String(repeating: " ", count: missing) + text
      }
      result += text.utf8
    }
    let stops = flush()
    return (result, stops)
  }

  private static func number(
    _ format: [Unicode.Scalar], _ index: inout Int, _ rest: inout ArraySlice<String>
  ) -> Int? {
    if index < format.count, format[index] == "*" {
      index += 1
      return rest.popFirst().flatMap(Int.init)
    }
    var digits = ""
    while index < format.count, ("0"..."9").contains(format[index]) {
      digits.unicodeScalars.append(format[index])
      index += 1
    }
    return Int(digits)
  }

  private static func integer(_ text: String?) -> Int {
    guard let text else { return 0 }
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) ?? 0 }
    // printf's way of asking for a character's number.
    if text.hasPrefix("'") { return text.unicodeScalars.dropFirst().first.map { Int($0.value) } ?? 0 }
    return Int(text) ?? 0
  }

  private static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    var scale = 1
    for _ in 0..<max(0, digits) { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let whole = (value < 0 ? "-" : "") + String(scaled / scale)
    return digits <= 0 ? whole : whole + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}
