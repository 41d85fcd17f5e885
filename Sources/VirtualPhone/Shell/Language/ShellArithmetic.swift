/// `$((…))`: integers that wrap, as C's do.
struct ShellArithmetic {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private let variable: (String) -> Int

  private enum Mistake: Error { case syntax }

  /// The value, or nil where the text is no expression or divides by zero.
  static func value(of text: String, variable: (String) -> Int) -> Int? {
    withoutActuallyEscaping(variable) { variable in
      var parser = ShellArithmetic(bytes: Array(text.utf8), variable: variable)
      guard let value = try? parser.expression(0) else { return nil }
      parser.skip()
      return parser.position == parser.bytes.count ? value : nil
    }
  }

  private init(bytes: [UInt8], variable: @escaping (String) -> Int) {
    self.bytes = bytes
    self.variable = variable
  }

  private static let operators: [[String]] = [
    ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"],
    ["*", "/", "%"],
  ]

  private mutating func skip() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 || bytes[position] == 10 {
      position += 1
    }
  }

  private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func expression(_ level: Int) throws(Mistake) -> Int {
    guard level < Self.operators.count else { return try unary() }
    var left = try expression(level + 1)
    while true {
      skip()
      guard let operation = Self.operators[level].first(where: starts) else { return left }
      // `&` isn't half of `&&`, nor `<` of `<<`.
      if level == 2 || level == 4, starts(operation + operation) { return left }
      if level == 6, operation.utf8.count == 1, starts(operation + operation) { return left }
      position += operation.utf8.count
      let right = try expression(level + 1)
      switch operation {
      case "||": left = left != 0 || right != 0 ? 1 : 0
      case "&&": left = left != 0 && right != 0 ? 1 : 0
      case "|": left |= right
      case "^": left ^= right
      case "&": left &= right
      case "==": left = left == right ? 1 : 0
      case "!=": left = left != right ? 1 : 0
      case "<=": left = left <= right ? 1 : 0
      case ">=": left = left >= right ? 1 : 0
      case "<": left = left < right ? 1 : 0
      case ">": left = left > right ? 1 : 0
      case "<<": left = left &<< right
      case ">>": left = left &>> right
      case "+": left = left &+ right
      case "-": left = left &- right
      case "*": left = left &* right
      case "/":
        guard right != 0 else { throw .syntax }
        left = left.dividedReportingOverflow(by: right).partialValue
      default:
        guard right != 0 else { throw .syntax }
        left = left.remainderReportingOverflow(dividingBy: right).partialValue
      }
    }
  }

  private mutating func unary() throws(Mistake) -> Int {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw .syntax }
    skip()
    guard position < bytes.count else { throw .syntax }
    switch bytes[position] {
    case 0x2D:
      position += 1
      return 0 &- (try unary())
    case 0x2B:
      position += 1
      return try unary()
    case 0x21:
      position += 1
      return try unary() == 0 ? 1 : 0
    case 0x7E:
      position += 1
      return ~(try unary())
    case 0x28:
      position += 1
      let value = try expression(0)
      skip()
      guard position < bytes.count, bytes[position] == 0x29 else { throw .syntax }
      position += 1
      return value
    default: break
    }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      guard
        byte == 0x5F || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
          || byte >= 0x61 && byte <= 0x7A
      else { break }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) { return value }
    if let value = Int(text) { return value }
    guard ShellParser.isName(text) else { throw .syntax }
    return variable(text)
  }
}
