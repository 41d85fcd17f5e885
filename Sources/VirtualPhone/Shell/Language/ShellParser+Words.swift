extension ShellParser {
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(first >= 0x30 && first <= 0x39) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  static func plainText(_ word: ShellWord) -> String? {
    guard word.parts.count == 1, case .literal(let text, isQuoted: false) = word.parts[0] else { return nil }
    return text
  }

  mutating func word() throws(ShellSyntaxError) -> ShellWord? {
    guard let first = byte, !Self.isWordEnd(first) else { return nil }
    var word = ShellWord()
    if first == 0x7E, byte(1).map({ $0 == 0x2F || Self.isWordEnd($0) }) ?? true {
      position += 1
      word.parts.append(.home)
    }
    try unquoted(into: &word, untilBrace: false)
    return word
  }

  // Reads up to a word's end, or, inside `${…}`, up to the brace.
  mutating func unquoted(into word: inout ShellWord, untilBrace: Bool) throws(ShellSyntaxError) {
    var literal: [UInt8] = []
    func flush(_ word: inout ShellWord) {
      guard !literal.isEmpty else { return }
      word.parts.append(.literal(String(decoding: literal, as: UTF8.self), isQuoted: false))
      literal = []
    }
    while let byte {
      if untilBrace ? byte == 0x7D : Self.isWordEnd(byte) { break }
      switch byte {
      case 0x5C:
        flush(&word)
        position += 1
        guard let next = self.byte else {
          word.parts.append(.literal("\\", isQuoted: true))
          break
        }
        if next == 10 {
          position += 1
          break
        }
        word.parts.append(.literal(takeCharacter(), isQuoted: true))
      case 0x27:
        flush(&word)
        position += 1
        let start = position
        while let byte = self.byte, byte != 0x27 {
          position += 1
        }
        guard self.byte != nil else { throw .incomplete("'") }
        word.parts.append(.literal(String(decoding: source[start..<position], as: UTF8.self), isQuoted: true))
        position += 1
      case 0x22:
        flush(&word)
        position += 1
        try quoted(into: &word, until: 0x22)
      case 0x24, 0x60:
        flush(&word)
        if let part = try expansion(isQuoted: false) {
          word.parts.append(part)
        } else {
          literal.append(byte)
          position += 1
        }
      default:
        literal.append(byte)
        position += 1
      }
    }
    flush(&word)
  }

  // One character of UTF-8, so that an escaped letter of two bytes stays whole.
  private mutating func takeCharacter() -> String {
    let start = position
    position += 1
    while let byte, byte & 0xC0 == 0x80 {
      position += 1
    }
    return String(decoding: source[start..<position], as: UTF8.self)
  }

  // Reads what double quotes hold, and the closing one; with nil, all there is.
  mutating func quoted(into word: inout ShellWord, until end: UInt8?) throws(ShellSyntaxError) {
    var literal: [UInt8] = []
    func flush(_ word: inout ShellWord, always: Bool = false) {
      guard !literal.isEmpty || always else { return }
      word.parts.append(.literal(String(decoding: literal, as: UTF8.self), isQuoted: true))
      literal = []
    }
    while true {
      guard let byte else {
        guard end == nil else { throw .incomplete("\"") }
        flush(&word, always: true)
        return
      }
      if byte == end {
        position += 1
        flush(&word, always: true)
        return
      }
      switch byte {
      case 0x5C:
        if let next = self.byte(1), next == 0x24 || next == 0x60 || next == 0x5C || next == end || next == 10 {
          if next != 10 { literal.append(next) }
          position += 2
        } else {
          literal.append(byte)
          position += 1
        }
      case 0x24, 0x60:
        flush(&word)
        if let part = try expansion(isQuoted: true) {
          word.parts.append(part)
        } else {
          literal.append(byte)
          position += 1
        }
      default:
        literal.append(byte)
        position += 1
      }
    }
  }

  // `$…` or `` `…` ``; nil where a dollar sign is just that.
  private mutating func expansion(isQuoted: Bool) throws(ShellSyntaxError) -> ShellWordPart? {
    if byte == 0x60 { return .substitution(try backquoted(), isQuoted: isQuoted) }
    guard let next = byte(1) else { return nil }
    if starts("$((") {
      let start = position
      position += 3
      let inner = position
      var open = 0
      while let byte {
        if byte == 0x28 { open += 1 }
        if byte == 0x29 {
          if open == 0 { break }
          open -= 1
        }
        position += 1
      }
      guard byte != nil else { throw .incomplete("$((") }
      if byte(1) == 0x29 {
        let text = Array(source[inner..<position])
        position += 2
        let word = try nested { parser throws(ShellSyntaxError) in
          try Self.quotedText(text, depth: parser.depth)
        }
        return .arithmetic(word, isQuoted: isQuoted)
      }
      // A subshell at the start of a substitution.
      position = start
    }
    if next == 0x28 {
      position += 2
      return try nested { parser throws(ShellSyntaxError) in
        var inner = ShellParser(parser.source, depth: parser.depth)
        inner.position = parser.position
        let body = try inner.list(until: [])
        guard inner.take(")") else { throw inner.byte == nil ? .incomplete("$(") : .unexpected(inner.here) }
        parser.position = inner.position
        return .substitution(ShellScript(body: body, documents: inner.documents), isQuoted: isQuoted)
      }
    }
    if next == 0x7B {
      position += 2
      return .parameter(try nested { parser throws(ShellSyntaxError) in try parser.braced() }, isQuoted: isQuoted)
    }
    if let special = specialParameter(next) {
      position += 2
      return .parameter(ShellParameter(name: special), isQuoted: isQuoted)
    }
    guard Self.isNameByte(next) else { return nil }
    position += 1
    return .parameter(ShellParameter(name: takeName()), isQuoted: isQuoted)
  }

  private func specialParameter(_ byte: UInt8) -> String? {
    switch byte {
    case 0x3F, 0x24, 0x21, 0x23, 0x40, 0x2A, 0x2D, 0x30...0x39: String(decoding: [byte], as: UTF8.self)
    default: nil
    }
  }

  private mutating func takeName() -> String {
    let start = position
    while let byte, Self.isNameByte(byte) {
      position += 1
    }
    return String(decoding: source[start..<position], as: UTF8.self)
  }

  private mutating func braced() throws(ShellSyntaxError) -> ShellParameter {
    if byte == 0x23, let next = byte(1), next != 0x7D {
      position += 1
      let name = specialParameter(next).map { [self] special in (special, position + 1) }
      let parameter: String
      if let name, !Self.isNameByte(next) {
        parameter = name.0
        position = name.1
      } else {
        parameter = takeName()
      }
      guard !parameter.isEmpty, take("}") else { throw byte == nil ? .incomplete("${") : .unexpected(here) }
      return ShellParameter(name: parameter, operation: .count)
    }
    var parameter = ShellParameter(name: takeName())
    if parameter.name.isEmpty, let byte, let special = specialParameter(byte) {
      parameter.name = special
      position += 1
    }
    guard !parameter.name.isEmpty else { throw byte == nil ? .incomplete("${") : .unexpected(here) }
    if take("}") { return parameter }
    let hasColon = take(":")
    guard let operation = byte else { throw .incomplete("${") }
    position += 1
    switch operation {
    case 0x2D, 0x3D, 0x2B, 0x3F: parameter.operation = .fallback(operation, evenIfEmpty: hasColon)
    case 0x23 where !hasColon: parameter.operation = .strip(fromEnd: false, longest: take("#"))
    case 0x25 where !hasColon: parameter.operation = .strip(fromEnd: true, longest: take("%"))
    default: throw .unexpected("${\(parameter.name)")
    }
    try unquoted(into: &parameter.word, untilBrace: true)
    guard take("}") else { throw .incomplete("${") }
    return parameter
  }

  private mutating func backquoted() throws(ShellSyntaxError) -> ShellScript {
    position += 1
    var inner: [UInt8] = []
    while let byte, byte != 0x60 {
      if byte == 0x5C, let next = self.byte(1), next == 0x60 || next == 0x5C || next == 0x24 {
        inner.append(next)
        position += 2
      } else {
        inner.append(byte)
        position += 1
      }
    }
    guard byte != nil else { throw .incomplete("`") }
    position += 1
    return try nested { parser throws(ShellSyntaxError) in try Self.parse(inner, depth: parser.depth) }
  }
}
