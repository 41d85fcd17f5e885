internal import Foundation
internal import Subprocess

/// What went wrong with a terminal in a test.
public enum TmuxError: Error, CustomStringConvertible {
  /// tmux said no.
  case failed(command: String, message: String)
  /// What was waited for didn't happen; with the screen as it was then.
  case timedOut(waitingFor: String, screen: String)

  /// With the screen, between bars.
  public var description: String {
    switch self {
    case .failed(let command, let message): "tmux \(command): \(message)"
    case .timedOut(let condition, let screen):
      "waited for \(condition) in vain; the screen was\n"
        + screen.split(separator: "\n", omittingEmptySubsequences: false).map { "|\($0)" }.joined(separator: "\n")
    }
  }
}

/// A program in a real terminal: a private tmux server with one window, which goes when the value goes.
///
///     let terminal = try await Tmux(columns: 80, rows: 24, command: ["/bin/cat"])
///     try await terminal.type("hello")
///     try await terminal.wait(for: "the echo") { $0.contains("hello") }
public final class Tmux: Sendable {
  /// Whether there is a tmux. For `.enabled(if:)`.
  public static let isInstalled: Bool = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/tmux") }

  /// What a skipped test says.
  public static let missing = "tmux isn't installed; install it to run the tests that need a terminal"

  // Only a tmux that hangs takes so long; long tests beside it can keep every thread for most of a minute.
  private static let commandTimeout = Duration.seconds(120)

  private let directory: TemporaryDirectory
  private let serverProcess: Int32

  private var socket: String { directory.file("tmux") }

  /// Runs a command in a terminal of that size. When it ends, the screen stays as it is.
  ///
  /// - Parameters:
  ///   - term: `TERM`.
  ///   - environment: what the command gets besides `PATH`, `HOME` and `LANG=C.UTF-8`; nothing is inherited, so that a
  ///     test sees the same everywhere. tmux sets `TMUX`, `TMUX_PANE` and `TERM_PROGRAM`; an empty value unsets them.
  ///   - command: a program's path and its arguments.
  public init(
    columns: Int = 80, rows: Int = 24, term: String = "xterm-256color", environment: [String: String] = [:],
    command: [String]
  ) async throws {
    directory = try TemporaryDirectory()
    var run = ["env"]
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where value.isEmpty { run += ["-u", name] }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
      run.append("\(name)=\(value)")
    }
    let arguments =
      ["start-server"]
      + [";", "set-option", "-g", "default-terminal", term, ";", "set-option", "-s", "escape-time", "0"]
      + [";", "set-option", "-g", "status", "off", ";", "set-option", "-g", "remain-on-exit", "on"]
      + [";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + run + command
    try await Tmux.call(arguments, socket: directory.file("tmux"))
    let process = try await Tmux.call(["display-message", "-p", "#{pid}"], socket: directory.file("tmux"))
    serverProcess = Int32(process.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    // Programs are told the size when the window gets it, whatever the defaults.
    try await resize(columns: columns, rows: rows)
  }

  // The server takes the window's program with it.
  deinit { if serverProcess > 1 { kill(serverProcess, SIGTERM) } }

  // MARK: - Input

  /// Presses keys, by tmux's names: `Enter`, `Escape`, `C-c`, `BTab`, `F1`, `Up`, `x`.
  public func press(_ keys: String...) async throws { try await call(["send-keys"] + keys) }

  /// Types text.
  public func type(_ text: String) async throws { try await call(["send-keys", "-l", text]) }

  /// Sends bytes as they are, for example the mouse's.
  public func send(_ bytes: [UInt8]) async throws {
    try await call(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Presses the left button in a cell, from 0, and lets it go.
  public func click(column: Int, row: Int) async throws {
    try await send(Array("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m".utf8))
  }

  /// Pastes text, bracketed if the program asked for that.
  public func paste(_ text: String) async throws {
    try await call(["set-buffer", text])
    try await call(["paste-buffer", "-p"])
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) async throws {
    try await call(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  // MARK: - Output

  /// The screen as text; with `attributes`, with the sequences for its colours.
  public func capture(attributes: Bool = false) async throws -> String {
    var text = try await call(["capture-pane", "-p"] + (attributes ? ["-e", "-N"] : []))
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The value of a tmux format, for example `#{alternate_on}`, `#{cursor_flag}` or `#{pane_dead_status}`.
  public func value(of format: String) async throws -> String {
    try await call(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Writes everything that the program sends from now on to a file.
  public func record(to path: String) async throws { try await call(["pipe-pane", "-O", "cat > '\(path)'"]) }

  /// Waits until the screen is as it should be.
  ///
  /// - Parameters:
  ///   - condition: in words, for the failure.
  ///   - attributes: whether the text has the sequences for colours in it.
  ///   - holds: what is to hold of the screen's text: everything that the test goes on to rely on.
  /// - Returns: the screen.
  /// - Throws: `TmuxError.timedOut`, with the screen.
  @discardableResult public func wait(
    for condition: String, attributes: Bool = false, timeout: Duration = .seconds(120), until holds: (String) -> Bool
  ) async throws -> String {
    let deadline = ContinuousClock.now + timeout
    while true {
      let screen = try await capture(attributes: attributes)
      if holds(screen) { return screen }
      guard ContinuousClock.now < deadline else {
        throw TmuxError.timedOut(waitingFor: condition, screen: screen)
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until a tmux format has a value, for example `#{pane_dead}` is `1`.
  public func wait(for format: String, toBe wanted: String, timeout: Duration = .seconds(120)) async throws {
    let deadline = ContinuousClock.now + timeout
    while true {
      let value = try await value(of: format)
      if value == wanted { return }
      guard ContinuousClock.now < deadline else {
        throw TmuxError.timedOut(
          waitingFor: "\(format) to be \(wanted) (it is \(value))", screen: try await capture())
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  // MARK: - tmux

  @discardableResult private func call(_ arguments: [String]) async throws -> String {
    try await Tmux.call(arguments, socket: socket)
  }

  @discardableResult private static func call(_ arguments: [String], socket: String) async throws -> String {
    let inherited = ProcessInfo.processInfo.environment
    var environment: [Environment.Key: String] = ["LANG": "C.UTF-8", "TERM": "xterm-256color"]
    for name in ["PATH", "HOME", "SHELL", "LD_LIBRARY_PATH"] {
      if let value = inherited[name], let key = Environment.Key(rawValue: name) { environment[key] = value }
    }
    let fixed = environment
    let result = try await withThrowingTaskGroup(of: (TerminationStatus, String, String)?.self) { group in
      group.addTask {
        // -u: captured text is UTF-8, whatever the server thinks of the locale.
        let result = try await Subprocess.run(
          .name("tmux"), arguments: Arguments(["-u", "-S", socket, "-f", "/dev/null"] + arguments),
          environment: .custom(fixed), output: .string(limit: 1 << 24), error: .string(limit: 1 << 16))
        return (result.terminationStatus, result.standardOutput, result.standardError)
      }
      group.addTask {
        try await Task.sleep(for: commandTimeout)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
    let command = arguments.joined(separator: " ")
    guard let (status, output, message) = result else {
      throw TmuxError.failed(command: command, message: "no answer within \(commandTimeout)")
    }
    guard status.isSuccess else { throw TmuxError.failed(command: command, message: message) }
    return output
  }
}
