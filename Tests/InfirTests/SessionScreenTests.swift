import Foundation
import TestSupport
import Testing

extension FullScreen {
  /// A session on the virtual phone, as a person has it.
  @Suite struct SessionScreenTests {
    @Test func byHandFromTheMenuToTheReplayOfItsRecording() async throws {
      let session = try await Session()
      try await session.wait(for: "Start a session", "q quit")
      try await session.terminal.press("s")
      try await session.wait(for: "none: you act by hand", "virtual phone, 1080 × 2400")
      try await session.terminal.type("Look into the settings")
      for _ in 0..<5 { try await session.terminal.press("Down") }
      try await session.wait(for: "Enter starts it")
      try await session.terminal.press("Enter")
      try await session.wait(for: "step 1 of 30", "your turn")

      try await session.terminal.press("o")
      try await session.wait(for: "App to open:")
      try await session.terminal.type("Settings")
      try await session.terminal.press("Enter")
      try await session.wait(for: "step 2 of 30", "+ 1  open Settings", "your turn")
      try await session.terminal.press("Down")
      try await session.wait(for: "step 3 of 30", "+ 2  scroll down", "your turn")
      try await session.terminal.press("[")
      try await session.wait(for: "Past: step 2", "Step 2, in the past")
      try await session.terminal.press("Enter")
      try await session.wait(for: "your turn", without: ["Past:"])

      try await session.terminal.press("q")
      try await session.wait(for: "Is the goal reached?")
      try await session.terminal.press("y")
      try await session.wait(for: "The goal was reached.", "2 steps on virtual, by hand")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Replay", "step 1 of 2", "open Settings")
      for _ in 0..<2 { try await session.terminal.press("q") }
      // It is among what was opened before.
      try await session.wait(for: "Opened before", "1  Look into the settings")
      try await session.terminal.press("q")
      try await session.expectRestored(exit: 0)
    }

    @Test func leavingTheProgramEndsTheSessionInOrder() async throws {
      let home = try await Home()
      let session = try await Session("run", "--goal", "Nothing much", "--record", "here", home: home)
      try await session.wait(for: "step 1 of 30", "your turn")
      try await session.terminal.press("C-c")
      try await session.expectRestored(exit: 0)
      let episode = try String(contentsOfFile: home.path + "/here/episode.json", encoding: .utf8)
      #expect(episode.contains("\"finished\""))
    }

    @Test func aSignalEndsTheSessionInOrder() async throws {
      let home = try await Home()
      let session = try await Session("run", "--goal", "Nothing much", "--record", "here", home: home)
      try await session.wait(for: "step 1 of 30", "your turn")
      kill(try session.process, SIGTERM)
      try await session.expectRestored(exit: 128 + SIGTERM)
      let episode = try String(contentsOfFile: home.path + "/here/episode.json", encoding: .utf8)
      #expect(episode.contains("\"finished\""))
    }

    @Test func aDeviceThatIsNotThereIsASentence() async throws {
      let session = try await Session("run", "--goal", "Nothing much", "--device", "nonsense")
      try await session.wait(for: "Start a session", "nonsense", "nonsense is no device")
      try await session.terminal.press("Escape")
      try await session.wait(for: "q quit")
    }
  }
}
