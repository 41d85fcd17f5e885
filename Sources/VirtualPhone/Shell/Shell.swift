/// Runs scripts on a phone. A value: with the phone, the files and the variables in it, so that a run that can't go on
/// leaves nothing behind.
struct Shell: Sendable {
  /// What an interactive shell keeps between lines.
  struct Session: Sendable {
    var variables: [String: String] = [
      "HOME": "/", "PATH": "/system/bin", "SHELL": "/system/bin/sh", "TERM": "dumb", "USER": "shell",
      "EXTERNAL_STORAGE": "/sdcard", "ANDROID_DATA": "/data", "ANDROID_ROOT": "/system", "TMPDIR": "/data/local/tmp",
      "HOSTNAME": SystemProperties.product,
    ]
    var directory = "/"
    var status: Int32 = 0
    var positional: [String] = []
    /// `$0`.
    var name = "/system/bin/sh"
  }

  /// Commands, loop turns and expansions one script may make.
  static let stepLimit = 500_000
  /// Bytes one script may print or hold.
  static let outputLimit = 64 << 20
  /// Commands within commands, however they got there: far from the end of a thread's stack.
  static let depthLimit = 150

  var host: PhoneHost
  var session: Session
  var input: ShellInput
  private(set) var output = ShellOutput()
  /// Whether the last script ended in `exit`.
  private(set) var hasExited = false
  private var documents: [ShellWord] = []
  private var steps = 0
  private var printed = 0
  private var depth = 0
  private var loops = 0
  private var substitutionStatus: Int32?

  init(host: PhoneHost, session: Session = Session(), input: ShellInput = ShellInput([])) {
    self.host = host
    self.session = session
    self.input = input
  }

  /// Runs a script to its end and returns its exit code.
  ///
  /// - Throws: only `.needsInput`; everything else becomes a code and a message.
  mutating func run(_ script: String) throws(ShellInterruption) -> Int32 {
    let parsed: ShellScript
    do throws(ShellSyntaxError) {
      parsed = try ShellParser.parse(Array(script.utf8))
    } catch {
      printError("/system/bin/sh: \(error)\n")
      session.status = 2
      return 2
    }
    return try run(parsed)
  }

  mutating func run(_ script: ShellScript) throws(ShellInterruption) -> Int32 {
    host.synchroniseClocks()
    let outer = documents
    documents = script.documents
    defer { documents = outer }
    do throws(ShellInterruption) {
      session.status = try execute(script.body)
    } catch {
      switch error {
      case .needsInput: throw error
      case .exit(let code):
        session.status = code
        hasExited = true
      case .breakLoop, .continueLoop: session.status = 0
      case .tooMuch:
        // The limit is there so that it can't be passed; the message may.
        output.append(Array("/system/bin/sh: killed: it ran for too long or printed too much\n".utf8), isError: true)
        session.status = 137
      }
    }
    return session.status
  }

  // MARK: - For commands

  mutating func print(_ text: String) { emit(Array(text.utf8), isError: false) }
  mutating func print(_ bytes: [UInt8]) { emit(bytes, isError: false) }
  mutating func printError(_ text: String) { emit(Array(text.utf8), isError: true) }

  /// Prints `name: text` and gives 1 to return.
  mutating func fail(_ name: String, _ text: String, code: Int32 = 1) -> Int32 {
    printError("\(name): \(text)\n")
    return code
  }

  private mutating func emit(_ bytes: [UInt8], isError: Bool) {
    printed += bytes.count
    // Too much is noticed at the next step; until then it is dropped.
    guard printed <= Self.outputLimit else { return }
    output.append(bytes, isError: isError)
  }

  /// A path as a command was given it, made absolute.
  func path(_ path: String) -> String { PhoneFileSystem.path(path, from: session.directory) }

  /// A nested run, for `sh -c`, `eval`, `xargs`, `find -exec`.
  mutating func nested(
    _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> Int32 {
    guard depth < Self.depthLimit else { throw .tooMuch }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Runs a script in a shell of its own, whose variables and directory don't come back.
  mutating func runScript(
    _ text: String, name: String, arguments: [String]
  ) throws(ShellInterruption) -> Int32 {
    try nested { shell throws(ShellInterruption) in
      let saved = shell.session
      shell.session.name = name
      shell.session.positional = arguments
      let loops = shell.loops
      shell.loops = 0
      defer {
        shell.session = saved
        shell.loops = loops
        shell.hasExited = false
      }
      return try shell.run(text)
    }
  }

  /// Runs one command by its words.
  mutating func call(_ words: [String]) throws(ShellInterruption) -> Int32 {
    try step()
    guard let name = words.first else { return 0 }
    if let command = ShellCommands.named(name) {
      let watched = host.phone.databases.watched
      host.phone.openDatabases(for: words, in: session.directory)
      defer { host.phone.closeDatabases(watching: watched) }
      return try nested { shell throws(ShellInterruption) in
        try command.run(Array(words.dropFirst()), &shell)
      }
    }
    if name.contains("/"), let script = try? host.phone.files.read(path(name)) {
      return try runScript(String(decoding: script, as: UTF8.self), name: name, arguments: Array(words.dropFirst()))
    }
    printError("/system/bin/sh: \(name): inaccessible or not found\n")
    return 127
  }

  mutating func step() throws(ShellInterruption) {
    steps += 1
    guard steps <= Self.stepLimit, printed <= Self.outputLimit else { throw .tooMuch }
  }

  /// Runs and takes what is printed instead of passing it on.
  mutating func captured(
    _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> (output: ShellOutput, status: Int32) {
    let outer = output
    output = ShellOutput()
    defer { output = outer }
    let status = try body(&self)
    return (output, status)
  }

  // MARK: - Nodes

  private mutating func execute(_ node: ShellNode) throws(ShellInterruption) -> Int32 {
    try step()
    return try nested { shell throws(ShellInterruption) in try shell.executeHere(node) }
  }

  private mutating func executeHere(_ node: ShellNode) throws(ShellInterruption) -> Int32 {
    switch node {
    case .simple(let command):
      return try execute(command)
    case .list(let nodes):
      var status: Int32 = 0
      for node in nodes {
        status = try execute(node)
        session.status = status
      }
      return status
    case .and(let left, let right):
      let status = try execute(left)
      session.status = status
      return status == 0 ? try execute(right) : status
    case .or(let left, let right):
      let status = try execute(left)
      session.status = status
      return status != 0 ? try execute(right) : status
    case .pipeline(let nodes, let isNegated):
      let status = try pipeline(nodes)
      return isNegated ? (status == 0 ? 1 : 0) : status
    case .subshell(let body):
      return try subshell { shell throws(ShellInterruption) in try shell.execute(body) }
    case .conditional(let branches, let otherwise):
      for branch in branches {
        if try execute(branch.condition) == 0 { return try execute(branch.body) }
      }
      return try otherwise.map { node throws(ShellInterruption) in try execute(node) } ?? 0
    case .loop(let condition, let body, let isUntil):
      var status: Int32 = 0
      loops += 1
      defer { loops -= 1 }
      while true {
        try step()
        var isOver = false
        do throws(ShellInterruption) {
          guard try (execute(condition) == 0) != isUntil else { break }
          status = try execute(body)
        } catch {
          isOver = try leave(error)
        }
        if isOver { break }
      }
      return status
    case .forEach(let name, let words, let body):
      var values = session.positional
      if let words { values = try expand(words) }
      var status: Int32 = 0
      loops += 1
      defer { loops -= 1 }
      for value in values {
        try step()
        session.variables[name] = value
        var isOver = false
        do throws(ShellInterruption) { status = try execute(body) } catch { isOver = try leave(error) }
        if isOver { break }
      }
      return status
    case .redirected(let body, let redirections):
      return try redirected(redirections) { shell throws(ShellInterruption) in try shell.execute(body) }
    }
  }

  // Whether a loop ends here; what is meant for an outer loop goes on.
  private func leave(_ interruption: ShellInterruption) throws(ShellInterruption) -> Bool {
    switch interruption {
    case .breakLoop(let count):
      guard count > 1, loops > 1 else { return true }
      throw .breakLoop(count - 1)
    case .continueLoop(let count):
      guard count > 1, loops > 1 else { return false }
      throw .continueLoop(count - 1)
    default: throw interruption
    }
  }

  private mutating func subshell(
    _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> Int32 {
    let saved = session
    let outerLoops = loops
    loops = 0
    defer {
      session = saved
      loops = outerLoops
    }
    do throws(ShellInterruption) {
      return try nested(body)
    } catch {
      switch error {
      case .exit(let code): return code
      case .breakLoop, .continueLoop: return 0
      default: throw error
      }
    }
  }

  private mutating func pipeline(_ nodes: [ShellNode]) throws(ShellInterruption) -> Int32 {
    guard nodes.count > 1 else { return try execute(nodes[0]) }
    let outerInput = input
    defer { input = outerInput }
    var status: Int32 = 0
    for (index, node) in nodes.enumerated() {
      if index == nodes.count - 1 {
        // The last part runs in this shell in mksh's manner only for what it prints; its variables go too.
        status = try subshell { shell throws(ShellInterruption) in try shell.execute(node) }
      } else {
        let (part, _) = try captured { shell throws(ShellInterruption) in
          try shell.subshell { shell throws(ShellInterruption) in try shell.execute(node) }
        }
        let errors = part.bytes(isError: true)
        output.append(errors, isError: true)
        input = ShellInput(part.bytes(isError: false))
      }
    }
    return status
  }

  private mutating func execute(_ command: SimpleCommand) throws(ShellInterruption) -> Int32 {
    substitutionStatus = nil
    let words = try expand(command.words)
    if words.isEmpty {
      for assignment in command.assignments {
        session.variables[assignment.name] = try joined(assignment.value)
      }
      let status = substitutionStatus ?? 0
      guard !command.redirections.isEmpty else { return status }
      return try redirected(command.redirections) { _ throws(ShellInterruption) in status }
    }
    var saved: [(String, String?)] = []
    for assignment in command.assignments {
      saved.append((assignment.name, session.variables[assignment.name]))
      session.variables[assignment.name] = try joined(assignment.value)
    }
    defer { for (name, value) in saved.reversed() { session.variables[name] = value } }
    guard !command.redirections.isEmpty else { return try call(words) }
    return try redirected(command.redirections) { shell throws(ShellInterruption) in try shell.call(words) }
  }

  // MARK: - Redirections

  private enum Target: Equatable {
    case output
    case errors
    case file(String)
    case nothing
  }

  private mutating func redirected(
    _ redirections: [Redirection], _ body: (inout Shell) throws(ShellInterruption) -> Int32
  ) throws(ShellInterruption) -> Int32 {
    var targets: [Int: Target] = [1: .output, 2: .errors]
    let outerInput = input
    let watched = host.phone.databases.watched
    defer {
      input = outerInput
      host.phone.closeDatabases(watching: watched)
    }
    for redirection in redirections {
      if case .document(let number) = redirection.kind {
        input = ShellInput(Array(try joined(documents.indices.contains(number) ? documents[number] : ShellWord()).utf8))
        continue
      }
      let name = try expand([redirection.target]).joined(separator: " ")
      switch redirection.kind {
      case .duplicate:
        if name == "-" {
          targets[redirection.descriptor] = .nothing
        } else if redirection.descriptor != 0 || name != "0" {
          guard let number = Int(name), let target = targets[number] else {
            printError("/system/bin/sh: \(name): bad file descriptor\n")
            return 1
          }
          targets[redirection.descriptor] = target
        }
      case .read, .document:
        if name == "/dev/null" {
          input = ShellInput([])
          continue
        }
        host.phone.openDatabases(for: [name], in: session.directory)
        do throws(FileSystemError) {
          input = ShellInput(try host.phone.files.read(path(name)))
        } catch {
          printError("/system/bin/sh: can't open \(name): \(error)\n")
          return 1
        }
      case .write, .append:
        switch name {
        case "/dev/null": targets[redirection.descriptor] = .nothing
        case "/dev/stdout": targets[redirection.descriptor] = targets[1] ?? .output
        case "/dev/stderr": targets[redirection.descriptor] = targets[2] ?? .errors
        default:
          let file = path(name)
          host.phone.openDatabases(for: [name], in: session.directory)
          do throws(FileSystemError) {
            try host.phone.files.write([], to: file, appends: redirection.kind == .append)
          } catch {
            printError("/system/bin/sh: can't create \(name): \(error)\n")
            return 1
          }
          targets[redirection.descriptor] = .file(file)
        }
      }
    }
    let (printed, status) = try captured(body)
    var result = status
    for chunk in printed.chunks {
      switch targets[chunk.isError ? 2 : 1] ?? .nothing {
      case .output: output.append(chunk.bytes, isError: false)
      case .errors: output.append(chunk.bytes, isError: true)
      case .nothing: break
      case .file(let file):
        do throws(FileSystemError) {
          try host.phone.files.write(chunk.bytes, to: file, appends: true)
        } catch {
          output.append(Array("/system/bin/sh: write to \(file): \(error)\n".utf8), isError: true)
          result = 1
        }
      }
    }
    return result
  }

  // MARK: - Expansion

  private mutating func expand(_ words: [ShellWord]) throws(ShellInterruption) -> [String] {
    var texts: [String] = []
    for word in words {
      for field in try fields(of: word) { texts += try paths(matching: field) }
      guard texts.count <= Self.stepLimit else { throw .tooMuch }
    }
    return texts
  }

  // One text, neither split nor matched: for assignments and patterns.
  private mutating func joined(_ word: ShellWord) throws(ShellInterruption) -> String {
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

  private mutating func value(of part: ShellWordPart) throws(ShellInterruption) -> String {
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

  private mutating func value(of parameter: ShellParameter) throws(ShellInterruption) -> String {
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
