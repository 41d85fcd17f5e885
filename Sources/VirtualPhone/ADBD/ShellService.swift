/// `shell:`, `shell,v2:` and `exec:`: one command, or an interactive shell.
///
/// A command runs as soon as it is there, on a copy of the phone. If it turns out to read from the client, the copy is
/// thrown away and it runs again when the client has closed its input: nothing has happened twice.
struct ShellService: ADBService {
  struct Options: Sendable, Equatable {
    /// Packets tell output, errors and the exit code apart.
    var usesPackets = false
    /// A terminal is on the other side.
    var hasTerminal: Bool?
    var terminalName = "dumb"
  }

  private static let inputLimit = 64 << 20

  private let command: String
  private let options: Options
  private var packets = ShellPacketReader()
  private var input: [UInt8] = []
  private var interactive: InteractiveShell?
  private var isDone = false

  init(command: String, options: Options) {
    self.command = command
    self.options = options
  }

  /// - Parameter isPlain: whether nothing is a terminal, as with `exec:`; `shell:` without a command is one.
  init(command: String, isPlain: Bool) {
    self.init(command: command, options: Options(hasTerminal: !isPlain && command.isEmpty))
  }

  mutating func start(_ host: inout PhoneHost) -> ADBServiceOutput {
    guard command.isEmpty else { return run(&host, isComplete: false) }
    var shell = InteractiveShell(hasTerminal: options.hasTerminal ?? false, terminalName: options.terminalName)
    let greeting = shell.greeting(host)
    interactive = shell
    return output(greeting)
  }

  mutating func receive(_ bytes: [UInt8], _ host: inout PhoneHost) -> ADBServiceOutput {
    guard !isDone else { return ADBServiceOutput(isDone: true) }
    guard options.usesPackets else { return take(bytes, isEnd: false, &host) }
    packets.append(bytes)
    var result = ADBServiceOutput()
    while !isDone {
      switch packets.next() {
      case nil: return result
      case .malformed:
        isDone = true
        result.isDone = true
      case .packet(let kind, let payload):
        guard kind == .input || kind == .endOfInput else { continue }
        let output = take(payload, isEnd: kind == .endOfInput, &host)
        result.bytes += output.bytes
        result.isDone = output.isDone
      }
    }
    return result
  }

  mutating func end(_ host: inout PhoneHost) {
    // `adb exec-in` closes to say that all has been sent.
    guard !isDone, interactive == nil, !options.usesPackets, !input.isEmpty else { return }
    _ = run(&host, isComplete: true)
  }

  private mutating func take(_ bytes: [UInt8], isEnd: Bool, _ host: inout PhoneHost) -> ADBServiceOutput {
    if var shell = interactive {
      interactive = nil
      var printed = shell.receive(bytes, &host)
      if isEnd { printed.chunks += shell.endInput(&host).chunks }
      interactive = shell
      guard let status = shell.status else { return output(printed) }
      return finish(printed, status)
    }
    guard input.count + bytes.count <= Self.inputLimit else {
      isDone = true
      return ADBServiceOutput(isDone: true)
    }
    // Ctrl-C in a terminal ends what waits, `logcat` for one.
    if options.hasTerminal == true, bytes.contains(3) { return finish(ShellOutput(), 130) }
    input += bytes
    return isEnd ? run(&host, isComplete: true) : ADBServiceOutput()
  }

  private mutating func run(_ host: inout PhoneHost, isComplete: Bool) -> ADBServiceOutput {
    var session = Shell.Session()
    session.variables["TERM"] = options.terminalName
    var shell = Shell(host: host, session: session, input: ShellInput(input, isComplete: isComplete))
    do throws(ShellInterruption) {
      let status = try shell.run(command)
      host = shell.host
      return finish(shell.output, status)
    } catch {
      return ADBServiceOutput()
    }
  }

  private mutating func finish(_ printed: ShellOutput, _ status: Int32) -> ADBServiceOutput {
    isDone = true
    var result = output(printed)
    if options.usesPackets { result.bytes += ShellPacket.bytes(.exit, [UInt8(truncatingIfNeeded: status)]) }
    result.isDone = true
    return result
  }

  private func output(_ printed: ShellOutput) -> ADBServiceOutput {
    // A terminal's lines end in both; an interactive shell has seen to that.
    let addsReturns = options.hasTerminal == true && !command.isEmpty
    guard options.usesPackets else {
      return ADBServiceOutput(bytes: addsReturns ? InteractiveShell.withReturns(printed.merged) : printed.merged)
    }
    var bytes: [UInt8] = []
    for chunk in printed.chunks {
      let payload = addsReturns ? InteractiveShell.withReturns(chunk.bytes) : chunk.bytes
      bytes += ShellPacket.bytes(chunk.isError && options.hasTerminal != true ? .errors : .output, payload)
    }
    return ADBServiceOutput(bytes: bytes)
  }
}
