extension Shell {
  mutating func expand(_ words: [ShellWord]) throws(ShellInterruption) -> [String] {
    var texts: [String] = []
    for word in words {
      for field in try fields(of: word) { texts += try paths(matching: field) }
      guard texts.count <= Self.stepLimit else { throw .tooMuch }
    }
    return texts
  }

  // One text, neither split nor matched: for assignments and patterns.
  mutating func joined(_ word: ShellWord) throws(ShellInterruption) -> String {
    var text = ""
    for part in word.parts { text += try value(of: part) }
    return text
  }

  private mutating func fields(of word: ShellWord) throws(ShellInterruption) -> [ShellField] {
    var fields: [ShellField] = []
    var current = ShellField()
    var hasCurrent = false
    for part in word.parts {
      switch part {
      case .literal(let text, let isQuoted):
        current.append(text, isQuoted: isQuoted)
        hasCurrent = true
      case .home:
        current.append(session.variables["HOME"] ?? "/", isQuoted: true)
        hasCurrent = true
      case .parameter(let parameter, isQuoted: true) where parameter.name == "@" && parameter.operation == .plain:
        for (index, value) in session.positional.enumerated() {
          if index > 0 {
            fields.append(current)
            current = ShellField()
          }
          current.append(value, isQuoted: true)
          hasCurrent = true
        }
      case .parameter(_, isQuoted: true), .substitution(_, isQuoted: true), .arithmetic(_, isQuoted: true):
        current.append(try value(of: part), isQuoted: true)
        hasCurrent = true
      default:
        for scalar in try value(of: part).unicodeScalars {
          if scalar == " " || scalar == "\t" || scalar == "\n" {
            if hasCurrent { fields.append(current) }
            current = ShellField()
            hasCurrent = false
          } else {
            current.pieces.append(ShellField.Piece(scalar: scalar, isQuoted: false))
            hasCurrent = true
          }
        }
      }
    }
    if hasCurrent { fields.append(current) }
    return fields
  }

  mutating func value(of part: ShellWordPart) throws(ShellInterruption) -> String {
    try step()
    switch part {
    case .literal(let text, _): return text
    case .home: return session.variables["HOME"] ?? "/"
    case .parameter(let parameter, _): return try value(of: parameter)
    case .arithmetic(let word, _):
      let text = try joined(word)
      let variables = session.variables
      guard let value = ShellArithmetic.value(of: text, variable: { Int(variables[$0] ?? "") ?? 0 }) else {
        printError("/system/bin/sh: \(text): unexpected arithmetic\n")
        throw .exit(1)
      }
      return String(value)
    case .substitution(let script, _):
      let (captured, status) = try captured { shell throws(ShellInterruption) in
        try shell.subshell { shell throws(ShellInterruption) in
          let outer = shell.documents
          shell.documents = script.documents
          defer { shell.documents = outer }
          return try shell.execute(script.body)
        }
      }
      substitutionStatus = status
      output.append(captured.bytes(isError: true), isError: true)
      var bytes = captured.bytes(isError: false)
      while bytes.last == 10 { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// A variable's value, or nil where it isn't set.
  func variable(_ name: String) -> String? {
    switch name {
    case "?": return String(session.status)
    case "$": return "4242"
    case "!": return nil
    case "#": return String(session.positional.count)
    case "@", "*": return session.positional.isEmpty ? nil : session.positional.joined(separator: " ")
    case "-": return ""
    case "0": return session.name
    case "PWD": return session.directory
    case "RANDOM": return String(host.phone.milliseconds % 32_768)
    default:
      if let number = Int(name) {
        return session.positional.indices.contains(number - 1) ? session.positional[number - 1] : nil
      }
      return session.variables[name]
    }
  }

  mutating func value(of parameter: ShellParameter) throws(ShellInterruption) -> String {
    let value = variable(parameter.name)
    switch parameter.operation {
    case .plain: return value ?? ""
    case .count: return String((value ?? "").unicodeScalars.count)
    case .strip(let fromEnd, let longest):
      let pattern = ShellPattern(try fields(of: parameter.word).first?.pieces ?? [])
      return pattern.strip(value ?? "", fromEnd: fromEnd, longest: longest)
    case .fallback(let operation, let evenIfEmpty):
      let isSet = value != nil && !(evenIfEmpty && value == "")
      if operation == 0x2B { return isSet ? try joined(parameter.word) : "" }
      if isSet { return value ?? "" }
      let fallback = try joined(parameter.word)
      if operation == 0x3D { session.variables[parameter.name] = fallback }
      if operation == 0x3F {
        printError("/system/bin/sh: \(parameter.name): \(fallback.isEmpty ? "parameter null or not set" : fallback)\n")
        throw .exit(1)
      }
      return fallback
    }
  }

  // The files that a field's unquoted wildcards match; the field itself where none does.
  private mutating func paths(matching field: ShellField) throws(ShellInterruption) -> [String] {
    guard ShellPattern(field.pieces).isWild else { return [field.text] }
    let watched = host.phone.databases.watched
    host.phone.openDatabases(for: [field.text], in: session.directory)
    host.phone.databases.watched = watched
    let parts = field.pieces.split(separator: ShellField.Piece(scalar: "/", isQuoted: false))
      .flatMap { $0.split(separator: ShellField.Piece(scalar: "/", isQuoted: true)) }
    var found = [field.pieces.first?.scalar == "/" ? "/" : ""]
    for (index, part) in parts.enumerated() {
      let pattern = ShellPattern(Array(part))
      let isLast = index == parts.count - 1
      var next: [String] = []
      for base in found {
        try step()
        let prefix = base.isEmpty || base.hasSuffix("/") ? base : base + "/"
        guard pattern.isWild else {
          let name = ShellField(pieces: Array(part)).text
          if host.phone.files.exists(path(prefix + name)) { next.append(prefix + name) }
          continue
        }
        let isHiddenWanted = part.first?.scalar == "."
        for entry in (try? host.phone.files.list(path(prefix.isEmpty ? "." : prefix))) ?? []
        where (isHiddenWanted || !entry.name.hasPrefix(".")) && pattern.matches(entry.name) {
          if isLast || entry.kind != .file { next.append(prefix + entry.name) }
        }
      }
      found = next
    }
    return found.isEmpty ? [field.text] : found
  }
}
