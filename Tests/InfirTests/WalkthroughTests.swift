import Foundation
import TestSupport
import Testing

extension FullScreen {
  /// What a person does with keys and mouse.
  @Suite struct WalkthroughTests {
    @Test func keysWalkThroughTheSteps() async throws {
      let session = try await Session("replay", "recordings/brightness")
      try await session.wait(for: "step 1 of 6", "q back")
      for (keys, place) in [
        (["n"], 2), (["Right"], 3), (["p"], 2), (["Left"], 1), (["End"], 6), (["Home"], 1), (["g", "4", "Enter"], 4),
        (["Space"], 5),
      ] {
        for key in keys { try await session.terminal.press(key) }
        try await session.wait(for: "step \(place) of 6")
      }
      // There is nothing beyond the last, and it says so.
      try await session.terminal.press("n")
      try await session.wait(for: "step 6 of 6")
      try await session.terminal.press("n")
      try await session.wait(for: "this is the last step")
    }

    @Test func comparingShowsOrHidesTheRecording() async throws {
      let session = try await Session("replay", "recordings/brightness", "--model", "tiny")
      try await session.wait(for: "step 1 of 6", "tiny is loaded.", "Recording", "tap at (917, 1969)")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Enter next", "of 1 agree", "Recording")
      try await session.terminal.press("c")
      try await session.wait(for: "Model", without: ["Recording"])
      try await session.terminal.press("c")
      try await session.wait(for: "Recording", "start by opening")
    }

    @Test func aClickChoosesAStep() async throws {
      let session = try await Session("replay", "recordings/clock")
      let screen = try await session.wait(for: "step 1 of 4", "3  tap at (164, 299)")
      let (column, row) = try #require(place(of: "3  tap at", on: screen))
      try await session.terminal.click(column: column, row: row)
      try await session.wait(for: "step 3 of 4")
      // Keys in the last line can be clicked, too.
      let keys = try #require(place(of: "p previous", on: try await session.wait(for: "p previous")))
      try await session.terminal.click(column: keys.column, row: keys.row)
      try await session.wait(for: "step 2 of 4")
    }

    /// Where a text begins; every character before it takes one cell.
    private func place(of text: String, on screen: String) -> (column: Int, row: Int)? {
      for (row, line) in screen.components(separatedBy: "\n").enumerated() {
        if let range = line.firstRange(of: text) {
          return (line.distance(from: line.startIndex, to: range.lowerBound), row)
        }
      }
      return nil
    }

    @Test func fromTheMenuToAnEpisodeAndBack() async throws {
      let session = try await Session()
      try await session.wait(for: "Replay an episode", "q quit")
      try await session.terminal.press("r")
      try await session.wait(for: "androidgen-1720601491")
      try await session.terminal.press("~")
      try await session.wait(for: "recordings", "2 episodes")
      try await session.terminal.press("/")
      try await session.terminal.type("rec")
      try await session.wait(for: "1 of 1")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Data set", "Turn brightness to the max value.")
      try await session.terminal.press("Enter")
      try await session.wait(for: "step 1 of 6")
      try await session.terminal.press("q")
      try await session.wait(for: "Data set")
      try await session.terminal.press("q")
      // The search is still there, and takes letters.
      try await session.wait(for: "Open an episode", "/ rec")
      try await session.terminal.press("Escape")
      try await session.wait(for: "notes.txt")
      try await session.terminal.press("q")
      try await session.wait(for: "Replay an episode")
      try await session.terminal.press("q")
      try await session.expectRestored(exit: 0)

      // The next time the menu knows what was open.
      let next = try await Session(home: session.home)
      try await next.wait(for: "Opened before", "1  Turn brightness to the max valu", "~/recordings/brightness")
      try await next.terminal.press("1")
      try await next.wait(for: "step 1 of 6")
    }

    @Test func aModelIsChosenByItsPath() async throws {
      let session = try await Session("replay", "recordings/clock")
      try await session.wait(for: "step 1 of 4", "no model")
      // Without one, the key that asks says what is missing.
      try await session.terminal.press("Enter")
      try await session.wait(for: "no model is loaded; m chooses one")
      try await session.terminal.press("m")
      try await session.wait(for: "o type a path")
      try await session.terminal.press("o")
      try await session.wait(for: "Path of a model")
      try await session.terminal.type("~/empty")
      try await session.terminal.press("Enter")
      try await session.wait(for: "it has no config.json")
      try await session.terminal.press("o")
      try await session.wait(for: "Path of a model")
      try await session.terminal.paste("~/tiny")
      try await session.terminal.press("Enter")
      try await session.wait(for: "tiny is loaded.")
      try await session.terminal.press("q")
      try await session.wait(for: "step 1 of 4", "Enter ask")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Enter next", "of 1 agree")
    }

    @Test func allStepsAreAskedOneAfterTheOther() async throws {
      let session = try await Session("replay", "recordings/clock", "--model", "tiny")
      try await session.wait(for: "step 1 of 4", "tiny is loaded.")
      try await session.terminal.press("a")
      try await session.wait(for: "All steps are done", "of 4 agree", "step 4 of 4")
    }

    @Test func keysAreAnsweredWhileTheModelWorks() async throws {
      let home = try await Home()
      let recording = try home.addLongRecording(steps: 300)
      let session = try await Session("replay", recording, "--model", "tiny", home: home)
      try await session.wait(for: "step 1 of 300", "tiny is loaded.")
      try await session.terminal.press("a")
      try await session.wait(forStep: 2)
      try await session.terminal.press("?")
      let help = try await session.wait(for: "Esc closes", "stop the model")
      let step = try #require(Session.step(on: help))
      // The model was at work when the help was shown: steps after that one are done later.
      try await session.terminal.press("Escape")
      try await session.wait(forStep: step + 2, without: ["Esc closes"])
      try await session.terminal.press("x")
      try await session.wait(for: "Stopped; r asks again.")
      try await session.terminal.press("r")
      try await session.wait(for: "Enter next")
    }

    @Test func aPictureThatCantBeReadIsSaidWhereTheAnswerWouldBe() async throws {
      let home = try await Home()
      let recording = try home.addDamagedRecording()
      let session = try await Session("replay", recording, "--model", "tiny", columns: 200, rows: 60, home: home)
      try await session.wait(for: "step 1 of 4", "tiny is loaded.")
      try await session.terminal.press("Enter")
      try await session.wait(for: "the PNG picture is damaged", "screens/0000.png")
      try await session.terminal.press("n")
      try await session.wait(for: "step 2 of 4")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Enter next", "of 2 agree")
    }

    @Test func aScreenIsSavedAsText() async throws {
      let session = try await Session("replay", "recordings/clock")
      let screen = try await session.wait(for: "step 1 of 4", "q back", "pictures are off")
      try await session.terminal.press("s")
      let notice = try await session.wait(for: "saved as")
      #expect(notice.contains("screen-1.txt"))
      let saved = try String(
        contentsOfFile: try #require(session.home.environment["XDG_DATA_HOME"]) + "/infir/screens/screen-1.txt",
        encoding: .utf8)
      let lines = { (text: String) in
        text.split(separator: "\n").map { $0.replacing(/[ ]+$/, with: "") }
      }
      // What stands where the picture would be isn't text of the interface.
      #expect(lines(saved) == lines(screen.replacing("pictures are off", with: "                ")))
    }
  }
}
