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
  var output = ShellOutput()
  /// Whether the last script ended in `exit`.
  private(set) var hasExited = false
  var documents: [ShellWord] = []
  private var steps = 0
  var printed = 0
  private var depth = 0
  var loops = 0
  var substitutionStatus: Int32?

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
}
