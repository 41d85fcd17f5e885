/// A shell that is typed into: prompt, echo and a little editing where a terminal is on the other side; otherwise it
/// runs what it is piped, line by line.
struct InteractiveShell: Sendable {
  private static let lineLimit = 1 << 20

  private let hasTerminal: Bool
  private var session = Shell.Session()
  private var line: [UInt8] = []
  // Lines that are not yet a whole command.
  private var script: [UInt8] = []
  private var escape: [UInt8] = []
  private var lastWasReturn = false

  /// The exit code, once it is over.
  private(set) var status: Int32?

  init(hasTerminal: Bool, terminalName: String) {
    self.hasTerminal = hasTerminal
    session.variables["TERM"] = terminalName
  }

  /// The first prompt.
  mutating func greeting(_ host: PhoneHost) -> ShellOutput {
    var output = ShellOutput()
    prompt(host, &output)
    return output
  }

  /// Takes what was typed.
  mutating func receive(_ bytes: [UInt8], _ host: inout PhoneHost) -> ShellOutput {
    var output = ShellOutput()
    for byte in bytes where status == nil {
      guard hasTerminal else {
        if byte == 10 { enter(&host, &output) } else { add(byte) }
        continue
      }
      type(byte, &host, &output)
    }
    return output
  }

  /// Nothing more will come.
  mutating func endInput(_ host: inout PhoneHost) -> ShellOutput {
    var output = ShellOutput()
    guard status == nil else { return output }
    if !line.isEmpty { enter(&host, &output) }
    if status == nil, !script.isEmpty { execute(&host, &output) }
    status = status ?? session.status
    return output
  }

  /// With a carriage return before each newline, as terminals want it.
  static func withReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(10) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    for byte in bytes {
      if byte == 10 { result.append(13) }
      result.append(byte)
    }
    return result
  }

  private mutating func add(_ byte: UInt8) { if line.count < Self.lineLimit { line.append(byte) } }

  private mutating func type(_ byte: UInt8, _ host: inout PhoneHost, _ output: inout ShellOutput) {
    // Arrow keys and the like have no meaning here.
    if !escape.isEmpty {
      escape.append(byte)
      let isOver = escape.count > 2 ? byte >= 0x40 && byte <= 0x7E : byte != 0x5B && byte != 0x4F
      if isOver || escape.count > 16 { escape = [] }
      return
    }
    let wasReturn = lastWasReturn
    lastWasReturn = byte == 13
    switch byte {
    case 10 where wasReturn: return
    case 10, 13:
      output.append([13, 10], isError: false)
      enter(&host, &output)
    case 3:
      output.append(Array("^C\r\n".utf8), isError: false)
      line = []
      script = []
      session.status = 130
      prompt(host, &output)
    case 4:
      guard line.isEmpty else { return }
      output.append([13, 10], isError: false)
      status = session.status
    case 8, 127:
      guard !line.isEmpty else { return }
      // A whole character goes, however many bytes it has.
      while let last = line.popLast(), last & 0xC0 == 0x80 {}
      output.append([8, 32, 8], isError: false)
    case 0x15:
      let count = String(decoding: line, as: UTF8.self).unicodeScalars.count
      line = []
      for _ in 0..<min(count, 10_000) { output.append([8, 32, 8], isError: false) }
    case 27: escape = [27]
    case 0..<32 where byte != 9: return
    default:
      add(byte)
      output.append([byte], isError: false)
    }
  }

  private mutating func enter(_ host: inout PhoneHost, _ output: inout ShellOutput) {
    if script.count + line.count > Self.lineLimit { script = [] }
    script += line + [10]
    line = []
    var isIncomplete = false
    do throws(ShellSyntaxError) {
      _ = try ShellParser.parse(script)
    } catch {
      if case .incomplete = error { isIncomplete = true }
    }
    if !isIncomplete { execute(&host, &output) }
    if status == nil { prompt(host, &output) }
  }

  private mutating func execute(_ host: inout PhoneHost, _ output: inout ShellOutput) {
    // Commands see no input: what follows is the next command.
    var shell = Shell(host: host, session: session)
    let text = String(decoding: script, as: UTF8.self)
    script = []
    // Nothing is awaited: its input is complete.
    let code = (try? shell.run(text)) ?? 1
    if shell.hasExited { status = code }
    host = shell.host
    session = shell.session
    for chunk in shell.output.chunks {
      output.append(hasTerminal ? Self.withReturns(chunk.bytes) : chunk.bytes, isError: chunk.isError)
    }
  }

  private func prompt(_ host: PhoneHost, _ output: inout ShellOutput) {
    guard hasTerminal else { return }
    let sign = host.isRoot ? "#" : "$"
    let text = script.isEmpty ? "\(SystemProperties.device):\(session.directory) \(sign) " : "> "
    output.append(Array(text.utf8), isError: false)
  }
}
