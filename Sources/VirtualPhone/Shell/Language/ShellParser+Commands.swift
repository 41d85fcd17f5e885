extension ShellParser {
  static func isWordEnd(_ byte: UInt8) -> Bool {
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

  mutating func list(until terminators: Set<String>) throws(ShellSyntaxError) -> ShellNode {
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
}
