import Foundation
import TestSupport
import Testing

extension FullScreen {
  /// However it ends, the terminal is as it was before.
  @Suite struct EndingTests {
    @Test("by a key", arguments: ["q", "C-c"])
    func quitting(key: String) async throws {
      let session = try await Session()
      try await session.wait(for: "Replay an episode", "q quit")
      #expect(try await session.terminal.value(of: "#{alternate_on} #{cursor_flag}") == "1 0")
      try await session.terminal.press(key)
      try await session.expectRestored(exit: 0)
    }

    @Test("by a signal", arguments: [SIGTERM, SIGHUP, SIGINT])
    func signals(signal: Int32) async throws {
      let session = try await Session("replay", "recordings/clock")
      try await session.wait(for: "step 1 of 4", "q back")
      kill(try session.process, signal)
      try await session.expectRestored(exit: 128 + signal)
    }

    @Test func byASignalWhileTheModelWorks() async throws {
      let home = try await Home()
      let recording = try home.addLongRecording(steps: 300)
      let session = try await Session("replay", recording, "--model", "tiny", home: home)
      try await session.wait(for: "step 1 of 300", "tiny is loaded.")
      try await session.terminal.press("a")
      try await session.wait(forStep: 2)
      kill(try session.process, SIGTERM)
      try await session.expectRestored(exit: 128 + SIGTERM)
    }

    @Test func byQuittingWhileTheModelWorks() async throws {
      let home = try await Home()
      let recording = try home.addLongRecording(steps: 300)
      let session = try await Session("replay", recording, "--model", "tiny", home: home)
      try await session.wait(for: "step 1 of 300", "tiny is loaded.")
      try await session.terminal.press("a")
      try await session.wait(forStep: 2)
      try await session.terminal.press("q")
      try await session.wait(for: "Replay an episode")
      try await session.terminal.press("q")
      try await session.expectRestored(exit: 0)
    }

    // Swift's own crash reporter is tried with a smaller program, whose symbols it reads in less time.
    @Test("by a crash", arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL])
    func crashes(signal: Int32) async throws {
      let session = try await Session(
        "replay", "recordings/clock", environment: ["SWIFT_BACKTRACE": "enable=no"])
      try await session.wait(for: "step 1 of 4", "q back")
      kill(try session.process, signal)
      try await session.expectRestored(exit: 128 + signal)
    }

    @Test func byTheTerminalsOwnEnd() async throws {
      var session: Session? = try await Session("replay", "recordings/clock", "--model", "tiny")
      try await session?.wait(for: "step 1 of 4", "tiny is loaded.")
      let process = try #require(try session?.process)
      #expect(kill(process, 0) == 0)
      session = nil
      let deadline = ContinuousClock.now + .seconds(60)
      while kill(process, 0) == 0, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(10)) }
      #expect(kill(process, 0) != 0)
    }

    @Test func notAtAllWhereThePathIsWrong() async throws {
      let session = try await Session("replay", "nowhere", columns: 200)
      let screen = try await session.wait(for: "exit ", "modes ")
      #expect(
        screen.hasPrefix("infir: there is no episode at nowhere; give an episode's folder, or a folder of episodes"))
      try await session.expectRestored(exit: 1)
    }

    @Test func notAtAllInATerminalThatIsUnknown() async throws {
      let session = try await Session(environment: ["TERM": "no-such-terminal"])
      try await session.wait(for: "infir: the terminal type no-such-terminal is unknown; set TERM")
      try await session.expectRestored(exit: 1)
    }

    @Test func notAtAllOnCtrlZAndFg() async throws {
      let home = try await Home()
      let terminal = try await Tmux(
        environment: home.environment.merging(["PS1": "shell: ", "HISTFILE": "/dev/null"]) { $1 },
        command: ["bash", "--norc", "--noprofile", "-i"])
      func wait(for texts: String..., without others: [String] = []) async throws {
        try await terminal.wait(for: texts.joined(separator: ", "), timeout: .seconds(90)) { screen in
          texts.allSatisfy { screen.contains($0) } && !others.contains { screen.contains($0) }
        }
      }
      try await wait(for: "shell:")
      try await terminal.type("cd; clear; '\(Program.path)' replay recordings/clock --model tiny")
      try await terminal.press("Enter")
      try await wait(for: "step 1 of 4", "tiny is loaded.")
      try await terminal.press("C-z")
      try await wait(for: "Stopped", "shell:", without: ["step 1 of 4"])
      #expect(try await terminal.value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
      try await terminal.type("clear; stty -a | grep -oE ' -?(icanon|echo) '")
      try await terminal.press("Enter")
      try await wait(for: " icanon", " echo", without: ["-icanon", "-echo"])
      try await terminal.resize(columns: 100, rows: 30)
      try await terminal.type("clear; fg")
      try await terminal.press("Enter")
      // Where it was, at the new size, and at work.
      try await wait(for: "step 1 of 4", "Enter ask")
      #expect(try await terminal.value(of: "#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "1 0 1")
      try await terminal.press("n")
      try await wait(for: "step 2 of 4")
      try await terminal.press("Enter")
      try await wait(for: "Enter next", "of 1 agree")
      try await terminal.press("q", "q")
      try await wait(for: "shell:", without: ["step 2 of 4", "Replay an episode"])
    }
  }
}
