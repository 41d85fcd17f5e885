/// Parses scripts: recursive descent over bytes, since all that means something to a shell is ASCII.
struct ShellParser {
  private struct PendingDocument {
    var number: Int
    var delimiter: String
    var isQuoted: Bool
    var stripsTabs: Bool
  }

  // Deeper than anyone writes, and far from the end of a thread's stack.
  private static let depthLimit = 60

  private let source: [UInt8]
  private var position = 0
  private var depth: Int
  private var documents: [ShellWord] = []
  private var pending: [PendingDocument] = []

  private init(_ source: [UInt8], depth: Int) {
    self.source = source
    self.depth = depth
  }

  /// Parses a whole script.
  static func parse(_ source: [UInt8]) throws(ShellSyntaxError) -> ShellScript { try parse(source, depth: 0) }

  private static func parse(_ source: [UInt8], depth: Int) throws(ShellSyntaxError) -> ShellScript {
    var parser = ShellParser(source, depth: depth)
    let body = try parser.list(until: [])
    guard parser.position >= source.count else { throw .unexpected(parser.here) }
    guard parser.pending.isEmpty else { throw .incomplete("here-document") }
    return ShellScript(body: body, documents: parser.documents)
  }

  // MARK: - Bytes

  private var byte: UInt8? { position < source.count ? source[position] : nil }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < source.count ? source[position + offset] : nil
  }

  private func starts(_ text: StaticString) -> Bool {
    var offset = position
    for scalar in text.description.utf8 {
      guard offset < source.count, source[offset] == scalar else { return false }
      offset += 1
    }
    return true
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard starts(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  private var here: String {
    guard let byte else { return "end of file" }
    return byte == 10 ? "newline" : String(decoding: [byte], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        position += 1
      } else if byte == 0x5C, self.byte(1) == 10 {
        position += 2
      } else if byte == 0x23 {
        while let byte = self.byte, byte != 10 {
          _ = byte
          position += 1
        }
      } else {
        return
      }
    }
  }

  private mutating func skipLines() throws(ShellSyntaxError) {
    skipBlanks()
    while byte == 10 {
      try endLine()
      skipBlanks()
    }
  }

  // Steps over a newline, and over the here-documents that begin behind it.
  private mutating func endLine() throws(ShellSyntaxError) {
    position += 1
    while !pending.isEmpty {
      let document = pending.removeFirst()
      var body: [UInt8] = []
      var isClosed = false
      while position < source.count {
        var end = position
        while end < source.count, source[end] != 10 { end += 1 }
        var line = source[position..<end]
        position = min(end + 1, source.count)
        if document.stripsTabs { line = line.drop { $0 == 0x09 } }
        if String(decoding: line, as: UTF8.self) == document.delimiter {
          isClosed = true
          break
        }
        body += line
        body.append(10)
      }
      guard isClosed else { throw .incomplete("here-document") }
      documents[document.number] =
        document.isQuoted
        ? ShellWord(parts: [.literal(String(decoding: body, as: UTF8.self), isQuoted: true)])
        : try Self.quotedText(body, depth: depth + 1)
    }
  }

  private static func quotedText(_ bytes: [UInt8], depth: Int) throws(ShellSyntaxError) -> ShellWord {
    var parser = ShellParser(bytes, depth: depth)
    var word = ShellWord()
    try parser.quoted(into: &word, until: nil)
    return word
  }

  private mutating func nested<Result>(
    _ parse: (inout ShellParser) throws(ShellSyntaxError) -> Result
  ) throws(ShellSyntaxError) -> Result {
    guard depth < Self.depthLimit else { throw .tooDeep }
    depth += 1
    let result = try parse(&self)
    depth -= 1
    return result
  }

  // MARK: - Commands

  private static func isWordEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, 0x3B, 0x26, 0x7C, 0x3C, 0x3E, 0x28, 0x29: true
    default: false
    }
  }

  // The unquoted word here, if it is nothing but letters and braces: only such can be reserved.
  private var plainWord: String {
    var end = position
    while end < source.count, !Self.isWordEnd(source[end]) { end += 1 }
    return end - position <= 8 ? String(decoding: source[position..<end], as: UTF8.self) : ""
  }

  private mutating func list(until terminators: Set<String>) throws(ShellSyntaxError) -> ShellNode {
    var nodes: [ShellNode] = []
    while true {
      try skipLines()
      guard let byte, byte != 0x29 else { break }
      if terminators.contains(plainWord) { break }
      nodes.append(try andOr())
      skipBlanks()
      guard let separator = self.byte else { break }
      if separator == 0x3B || separator == 0x26 {
        guard self.byte(1) != 0x3B else { throw .unexpected(";;") }
        position += 1
      } else if separator == 10 {
        continue
      } else {
        break
      }
    }
    return nodes.count == 1 ? nodes[0] : .list(nodes)
  }

  private mutating func andOr() throws(ShellSyntaxError) -> ShellNode {
    var node = try pipeline()
    // A chain is a left-leaning tree, walked recursively.
    var length = 0
    while true {
      skipBlanks()
      let isAnd = take("&&")
      guard isAnd || take("||") else { return node }
      length += 1
      guard length < 100 else { throw .tooDeep }
      try skipLines()
      guard byte != nil else { throw .incomplete(isAnd ? "&&" : "||") }
      let right = try pipeline()
      node = isAnd ? .and(node, right) : .or(node, right)
    }
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellNode {
    skipBlanks()
    var isNegated = false
    while plainWord == "!" {
      isNegated.toggle()
      position += 1
      skipBlanks()
    }
    var nodes = [try command()]
    skipBlanks()
    while byte == 0x7C, byte(1) != 0x7C {
      position += 1
      try skipLines()
      guard byte != nil else { throw .incomplete("|") }
      nodes.append(try command())
      skipBlanks()
    }
    return nodes.count == 1 && !isNegated ? nodes[0] : .pipeline(nodes, negated: isNegated)
  }

  private mutating func command() throws(ShellSyntaxError) -> ShellNode {
    try nested { parser throws(ShellSyntaxError) in
      parser.skipBlanks()
      guard let compound = try parser.compound() else { return try parser.simple() }
      var redirections: [Redirection] = []
      parser.skipBlanks()
      while try parser.redirection(into: &redirections) { parser.skipBlanks() }
      return redirections.isEmpty ? compound : .redirected(compound, redirections)
    }
  }

  private mutating func compound() throws(ShellSyntaxError) -> ShellNode? {
    if byte == 0x28 {
      position += 1
      let body = try list(until: [])
      guard take(")") else { throw byte == nil ? .incomplete("(") : .unexpected(here) }
      return .subshell(body)
    }
    switch plainWord {
    case "{":
      position += 1
      let body = try list(until: ["}"])
      try expect("}")
      return body
    case "if":
      position += 2
      var branches: [ShellNode.Branch] = []
      var otherwise: ShellNode?
      while true {
        let condition = try list(until: ["then"])
        try expect("then")
        branches.append(ShellNode.Branch(condition: condition, body: try list(until: ["elif", "else", "fi"])))
        if plainWord == "elif" {
          position += 4
          continue
        }
        if plainWord == "else" {
          position += 4
          otherwise = try list(until: ["fi"])
        }
        try expect("fi")
        return .conditional(branches, otherwise: otherwise)
      }
    case "while", "until":
      let isUntil = plainWord == "until"
      position += 5
      let condition = try list(until: ["do"])
      return .loop(condition: condition, body: try doGroup(), until: isUntil)
    case "for":
      position += 3
      skipBlanks()
      guard let name = try self.word().flatMap(Self.plainText), Self.isName(name) else {
        throw byte == nil ? .incomplete("for") : .unexpected(here)
      }
      try skipLines()
      var words: [ShellWord]?
      if plainWord == "in" {
        position += 2
        var found: [ShellWord] = []
        skipBlanks()
        while let word = try self.word() {
          found.append(word)
          skipBlanks()
        }
        words = found
      }
      skipBlanks()
      _ = take(";")
      try skipLines()
      return .forEach(name, words, body: try doGroup())
    case "then", "elif", "else", "fi", "do", "done", "}":
      throw .unexpected(plainWord)
    default:
      return nil
    }
  }

  private mutating func doGroup() throws(ShellSyntaxError) -> ShellNode {
    try expect("do")
    let body = try list(until: ["done"])
    try expect("done")
    return body
  }

  private mutating func expect(_ word: String) throws(ShellSyntaxError) {
    try skipLines()
    guard byte != nil else { throw .incomplete("expecting '\(word)'") }
    guard plainWord == word else { throw .unexpected(here) }
    position += word.utf8.count
  }

  private mutating func simple() throws(ShellSyntaxError) -> ShellNode {
    var command = SimpleCommand()
    while true {
      skipBlanks()
      if try redirection(into: &command.redirections) { continue }
      guard let word = try self.word() else { break }
      if command.words.isEmpty, let assignment = Self.assignment(word) {
        command.assignments.append(assignment)
      } else {
        command.words.append(word)
      }
    }
    guard !command.words.isEmpty || !command.assignments.isEmpty || !command.redirections.isEmpty else {
      throw byte == nil ? .incomplete("expecting a command") : .unexpected(here)
    }
    return .simple(command)
  }

  private static func assignment(_ word: ShellWord) -> SimpleCommand.Assignment? {
    guard case .literal(let text, isQuoted: false)? = word.parts.first,
      let equals = text.utf8.firstIndex(of: 0x3D)
    else { return nil }
    let name = String(text[..<equals])
    guard isName(name) else { return nil }
    let rest = String(text[text.utf8.index(after: equals)...])
    let parts = (rest.isEmpty ? [] : [ShellWordPart.literal(rest, isQuoted: false)]) + word.parts.dropFirst()
    return SimpleCommand.Assignment(name: name, value: ShellWord(parts: parts))
  }

  private mutating func redirection(into redirections: inout [Redirection]) throws(ShellSyntaxError) -> Bool {
    let start = position
    if take("&>") {
      let kind: Redirection.Kind = take(">") ? .append : .write
      redirections.append(Redirection(descriptor: 1, kind: kind, target: try target()))
      redirections.append(
        Redirection(
          descriptor: 2, kind: .duplicate, target: ShellWord(parts: [.literal("1", isQuoted: false)])))
      return true
    }
    var descriptor: Int?
    if let digit = byte, digit >= 0x30, digit <= 0x39, byte(1) == 0x3C || byte(1) == 0x3E {
      descriptor = Int(digit) - 0x30
      position += 1
    }
    if take("<<") {
      let stripsTabs = take("-")
      skipBlanks()
      guard let word = try self.word() else { throw byte == nil ? .incomplete("<<") : .unexpected(here) }
      guard documents.count < 100 else { throw .tooDeep }
      var delimiter = ""
      var isQuoted = false
      for part in word.parts {
        guard case .literal(let text, let quoted) = part else { throw .unexpected("<<") }
        delimiter += text
        isQuoted = isQuoted || quoted
      }
      pending.append(
        PendingDocument(
          number: documents.count, delimiter: delimiter, isQuoted: isQuoted, stripsTabs: stripsTabs))
      redirections.append(
        Redirection(descriptor: descriptor ?? 0, kind: .document(documents.count), target: ShellWord()))
      documents.append(ShellWord())
      return true
    }
    let kinds: [(StaticString, Redirection.Kind, Int)] = [
      (">>", .append, 1), (">&", .duplicate, 1), (">|", .write, 1), (">", .write, 1), ("<&", .duplicate, 0),
      ("<", .read, 0),
    ]
    for (text, kind, usual) in kinds where take(text) {
      redirections.append(Redirection(descriptor: descriptor ?? usual, kind: kind, target: try target()))
      return true
    }
    position = start
    return false
  }

  private mutating func target() throws(ShellSyntaxError) -> ShellWord {
    skipBlanks()
    guard let word = try self.word() else { throw byte == nil ? .incomplete("redirection") : .unexpected(here) }
    return word
  }

  // MARK: - Words

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(first >= 0x30 && first <= 0x39) else { return false }
    return text.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
  }

  private static func plainText(_ word: ShellWord) -> String? {
    guard word.parts.count == 1, case .literal(let text, isQuoted: false) = word.parts[0] else { return nil }
    return text
  }

  private mutating func word() throws(ShellSyntaxError) -> ShellWord? {
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
  private mutating func unquoted(into word: inout ShellWord, untilBrace: Bool) throws(ShellSyntaxError) {
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
          _ = byte
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
      _ = byte
      position += 1
    }
    return String(decoding: source[start..<position], as: UTF8.self)
  }

  // Reads what double quotes hold, and the closing one; with nil, all there is.
  private mutating func quoted(into word: inout ShellWord, until end: UInt8?) throws(ShellSyntaxError) {
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
      _ = byte
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
