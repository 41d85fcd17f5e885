/// `sed [-nrE] [-i] SCRIPT [FILE…]`, with s, d, p and q, and addresses that are numbers, `$` or `/expressions/`.
enum SedCommand: ShellCommand {
  static let names = ["sed"]

  private enum Address {
    case line(Int)
    case last
    case matching(PosixRegex)
  }

  private enum Action {
    case substitute(PosixRegex, [UInt8], isGlobal: Bool, prints: Bool, occurrence: Int)
    case delete
    case print
    case quit
  }

  private struct Instruction {
    var from: Address?
    var to: Address?
    var isNegated = false
    var action: Action
    var isActive = false
  }

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    // toybox's -i takes its suffix without a blank, so it takes no value here.
    let options = ShellOptions(arguments, "nrEise:")
    var operands = options.operands
    guard let script = options.values["e"] ?? (operands.isEmpty ? nil : operands.removeFirst()) else {
      return shell.fail("sed", "Needs 1 argument")
    }
    guard let instructions = parse(script, extended: options.has("r") || options.has("E")) else {
      return shell.fail("sed", "bad pattern '\(script)'")
    }
    let (inputs, status) = try FileArguments.read(operands, "sed", &shell)
    if options.has("i") {
      for input in inputs where input.name != "-" {
        let edited = try edit(input.bytes, instructions, isQuiet: options.has("n"), &shell)
        do throws(FileSystemError) {
          try shell.host.phone.files.write(edited, to: shell.path(input.name))
        } catch {
          return shell.fail("sed", "\(input.name): \(error)")
        }
      }
      return status
    }
    shell.print(try edit(inputs.flatMap(\.bytes), instructions, isQuiet: options.has("n"), &shell))
    return status
  }

  private static func edit(
    _ bytes: [UInt8], _ given: [Instruction], isQuiet: Bool, _ shell: inout Shell
  ) throws(ShellInterruption) -> [UInt8] {
    var instructions = given
    var result: [UInt8] = []
    let lines = TextLines.of(bytes)
    for (index, original) in lines.enumerated() {
      try shell.step()
      guard result.count <= Shell.outputLimit else { throw .tooMuch }
      var line = original
      var isDeleted = false
      var isLast = false
      for position in instructions.indices where !isDeleted && !isLast {
        guard applies(&instructions[position], line, index + 1, lines.count) else { continue }
        switch instructions[position].action {
        case .delete: isDeleted = true
        case .print: result += line + [10]
        case .quit: isLast = true
        case .substitute(let expression, let replacement, let isGlobal, let prints, let occurrence):
          if let changed = substitute(expression, replacement, isGlobal, occurrence, in: line) {
            line = changed
            if prints { result += line + [10] }
          }
        }
      }
      if !isDeleted, !isQuiet { result += line + [10] }
      if isLast { break }
    }
    return result
  }

  private static func applies(_ instruction: inout Instruction, _ line: [UInt8], _ number: Int, _ count: Int) -> Bool {
    func holds(_ address: Address) -> Bool {
      switch address {
      case .line(let wanted): number == wanted
      case .last: number == count
      case .matching(let expression): expression.match(line) != nil
      }
    }
    guard let from = instruction.from else { return true }
    guard let to = instruction.to else { return holds(from) != instruction.isNegated }
    var isIn = instruction.isActive
    if isIn {
      if case .line(let end) = to, number >= end {
        instruction.isActive = false
      } else if holds(to) {
        instruction.isActive = false
      }
      if case .line(let end) = to, number > end { isIn = false }
    } else if holds(from) {
      isIn = true
      if case .line(let end) = to { instruction.isActive = end > number } else { instruction.isActive = true }
    }
    return isIn != instruction.isNegated
  }

  private static func substitute(
    _ expression: PosixRegex, _ replacement: [UInt8], _ isGlobal: Bool, _ occurrence: Int, in line: [UInt8]
  ) -> [UInt8]? {
    var result: [UInt8] = []
    var start = 0
    var count = 0
    var hasChanged = false
    while start <= line.count, result.count < Shell.outputLimit, let groups = expression.match(line, from: start),
      let match = groups[0]
    {
      count += 1
      result += line[start..<match.lowerBound]
      if count >= occurrence {
        hasChanged = true
        var index = 0
        while index < replacement.count {
          if replacement[index] == 0x26 {
            result += line[match]
          } else if replacement[index] == 0x5C, index + 1 < replacement.count {
            index += 1
            switch replacement[index] {
            case 0x31...0x39: if let group = groups[Int(replacement[index]) - 0x30] { result += line[group] }
            case 0x6E: result.append(10)
            case 0x74: result.append(9)
            default: result.append(replacement[index])
            }
          } else {
            result.append(replacement[index])
          }
          index += 1
        }
      } else {
        result += line[match]
      }
      start = match.upperBound
      if match.isEmpty {
        if start < line.count { result.append(line[start]) }
        start += 1
      }
      if !isGlobal, count >= occurrence { break }
    }
    guard hasChanged else { return nil }
    if start < line.count { result += line[start...] }
    return result
  }

  private static func parse(_ script: String, extended: Bool) -> [Instruction]? {
    let bytes = Array(script.utf8)
    var index = 0
    var instructions: [Instruction] = []
    func skip(_ also: [UInt8]) {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || also.contains(bytes[index]) {
        index += 1
      }
    }
    // Up to the delimiter, which may be escaped.
    func until(_ delimiter: UInt8) -> [UInt8]? {
      var text: [UInt8] = []
      while index < bytes.count, bytes[index] != delimiter {
        if bytes[index] == 0x5C, index + 1 < bytes.count {
          if bytes[index + 1] != delimiter { text.append(bytes[index]) }
          index += 1
        }
        text.append(bytes[index])
        index += 1
      }
      guard index < bytes.count else { return nil }
      index += 1
      return text
    }
    func address() -> Address?? {
      guard index < bytes.count else { return .some(nil) }
      if bytes[index] == 0x24 {
        index += 1
        return .last
      }
      if bytes[index] == 0x2F {
        index += 1
        guard let text = until(0x2F),
          let expression = PosixRegex(String(decoding: text, as: UTF8.self), extended: extended, ignoringCase: false)
        else { return nil }
        return .matching(expression)
      }
      let start = index
      while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
      guard index > start else { return .some(nil) }
      guard let number = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else { return nil }
      return .line(number)
    }
    while true {
      skip([0x3B, 10])
      guard index < bytes.count else { return instructions }
      guard instructions.count < 100, let from = address() else { return nil }
      var to: Address?
      if from != nil, index < bytes.count, bytes[index] == 0x2C {
        index += 1
        guard let end = address(), let end else { return nil }
        to = end
      }
      skip([])
      var isNegated = false
      if index < bytes.count, bytes[index] == 0x21 {
        isNegated = true
        index += 1
      }
      guard index < bytes.count else { return nil }
      let letter = bytes[index]
      index += 1
      var action: Action
      switch letter {
      case 0x64: action = .delete
      case 0x70: action = .print
      case 0x71: action = .quit
      case 0x73:
        guard index < bytes.count else { return nil }
        let delimiter = bytes[index]
        index += 1
        guard delimiter != 0x5C, delimiter != 10, let pattern = until(delimiter), let replacement = until(delimiter)
        else {
          return nil
        }
        var isGlobal = false
        var prints = false
        var ignoringCase = false
        var occurrence = 1
        flags: while index < bytes.count {
          switch bytes[index] {
          case 0x67: isGlobal = true
          case 0x70: prints = true
          case 0x69, 0x49: ignoringCase = true
          case 0x31...0x39: occurrence = Int(bytes[index]) - 0x30
          default: break flags
          }
          index += 1
        }
        guard
          let expression = PosixRegex(
            String(decoding: pattern, as: UTF8.self), extended: extended, ignoringCase: ignoringCase)
        else { return nil }
        action = .substitute(expression, replacement, isGlobal: isGlobal, prints: prints, occurrence: occurrence)
      default: return nil
      }
      skip([])
      guard index >= bytes.count || bytes[index] == 0x3B || bytes[index] == 10 else { return nil }
      instructions.append(Instruction(from: from, to: to, isNegated: isNegated, action: action))
    }
  }
}
