import Foundation
import TestSupport
import Testing

/// `infir` in a terminal, started by a shell that afterwards says how it ended and whether the terminal is as it was.
struct Session {
  let terminal: Tmux
  let home: Home

  /// Starts it in the home folder.
  init(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:], home: Home? = nil
  ) async throws {
    if let home { self.home = home } else { self.home = try await Home() }
    let script = """
      cd "$HOME"; before=$(stty -g)
      bash -c 'echo $$ > "$0"; exec "$@"' '\(self.home.note("process"))' "$@"; echo "exit $?"
      [ "$(stty -g)" = "$before" ] && echo "modes restored" || echo "modes changed"
      read line
      """
    terminal = try await Tmux(
      columns: columns, rows: rows, term: term, environment: self.home.environment.merging(environment) { $1 },
      command: ["bash", "-c", script, "shell", Program.path] + arguments)
  }

  /// The program's process.
  var process: Int32 {
    get throws {
      let text = try String(contentsOfFile: home.note("process"), encoding: .utf8)
      return try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }
  }

  // MARK: - What is seen

  /// Waits for a screen with all these texts in it.
  @discardableResult func wait(for texts: String..., without others: [String] = []) async throws -> String {
    // A debug build on a busy machine has all the time that it needs; a test that fails takes this long.
    try await terminal.wait(for: texts.joined(separator: ", "), timeout: .seconds(90)) { screen in
      texts.allSatisfy { screen.contains($0) } && !others.contains { screen.contains($0) }
    }
  }

  /// Waits until a step with at least that number is shown; returns its number. A model that goes from
  /// step to step doesn't wait for anyone to look.
  @discardableResult func wait(forStep number: Int, without others: [String] = []) async throws -> Int {
    let screen = try await terminal.wait(for: "step \(number) or a later one", timeout: .seconds(90)) { screen in
      (Session.step(on: screen) ?? 0) >= number && !others.contains { screen.contains($0) }
    }
    return Session.step(on: screen) ?? 0
  }

  /// The number in the title.
  static func step(on screen: String) -> Int? {
    screen.firstMatch(of: /step ([0-9]+) of [0-9]+/).flatMap { Int($0.1) }
  }

  /// Waits for these texts and then for two captures alike, and compares the screen with a snapshot.
  func expectSnapshot(
    _ name: String, when texts: String..., file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let before = BeforeBox()
    let screen = try await terminal.wait(for: texts.joined(separator: ", "), timeout: .seconds(90)) { screen in
      defer { before.screen = screen }
      return texts.allSatisfy { screen.contains($0) } && screen == before.screen
    }
    InfirTests.expectSnapshot(Session.normalised(screen), name, file: file, sourceLocation: sourceLocation)
  }

  private final class BeforeBox { var screen = "" }

  /// The screen without what differs from run to run: how long things took and how fast they were. These stand in the
  /// line of status, behind the model's name, and decide which of them have room there; so all of them go.
  static func normalised(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let speed = line.firstRange(of: /[0-9.]+ tok\/s/) else { return String(line) }
      return String(line[..<speed.lowerBound]) + "(times)"
    }.joined(separator: "\n")
  }

  // MARK: - How it ends

  /// The program has ended and left the terminal as it was.
  func expectRestored(exit: Int32, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    // Backtraces take their time.
    let screen = try await wait(for: "exit ", "modes ")
    #expect(screen.contains("exit \(exit)\n"), "\(screen)", sourceLocation: sourceLocation)
    #expect(screen.contains("modes restored"), "\(screen)", sourceLocation: sourceLocation)
    let flags = "alternate #{alternate_on} cursor #{cursor_flag} mouse #{mouse_any_flag} keypad #{keypad_flag}"
    #expect(
      try await terminal.value(of: flags) == "alternate 0 cursor 1 mouse 0 keypad 0", sourceLocation: sourceLocation)
  }
}
