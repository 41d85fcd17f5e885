import TestSupport
import Testing

extension FullScreen {
  /// Whole screens, as text.
  @Suite struct WholeScreenTests {
    static let sizes = [(80, 24), (200, 60)]

    @Test("the home menu", arguments: sizes)
    func home(columns: Int, rows: Int) async throws {
      let session = try await Session(columns: columns, rows: rows)
      try await session.expectSnapshot("home-\(columns)x\(rows)", when: "Replay an episode", "no model", "q quit")
    }

    @Test("the help", arguments: sizes)
    func help(columns: Int, rows: Int) async throws {
      let session = try await Session(columns: columns, rows: rows)
      try await session.wait(for: "q quit")
      try await session.terminal.press("?")
      try await session.expectSnapshot("help-\(columns)x\(rows)", when: "Esc closes", "fg in the shell")
      try await session.terminal.press("Escape")
      try await session.wait(for: "Replay an episode", without: ["Esc closes"])
    }

    @Test("the file browser", arguments: sizes)
    func browser(columns: Int, rows: Int) async throws {
      let session = try await Session(columns: columns, rows: rows)
      try await session.wait(for: "q quit")
      try await session.terminal.press("b")
      // It begins at the shipped episodes, whose path differs from checkout to checkout.
      try await session.wait(for: "androidgen-1720601491", "aitz-GOOGLE_APPS")
      try await session.terminal.press("~")
      try await session.expectSnapshot("browser-\(columns)x\(rows)", when: "recordings", "notes.txt", "2 episodes")
      try await session.terminal.press("/")
      try await session.terminal.type("rec")
      try await session.expectSnapshot("browser-search-\(columns)x\(rows)", when: "recordings", "1 of 1")
      try await session.terminal.press("Escape")
      try await session.wait(for: "notes.txt")
    }

    @Test("a data set", arguments: sizes)
    func dataSet(columns: Int, rows: Int) async throws {
      let session = try await Session("replay", "recordings", columns: columns, rows: rows)
      try await session.expectSnapshot("data-set-\(columns)x\(rows)", when: "brightness", "clock", "q back")
    }

    @Test("a step, before and after the model was asked", arguments: sizes)
    func replay(columns: Int, rows: Int) async throws {
      let session = try await Session("replay", "recordings/clock", "--model", "tiny", columns: columns, rows: rows)
      try await session.expectSnapshot(
        "replay-before-\(columns)x\(rows)", when: "step 1 of 4", "tiny is loaded.", "Enter ask")
      try await session.terminal.press("Enter")
      try await session.expectSnapshot("replay-after-\(columns)x\(rows)", when: "Enter next", "0 of 1 agree", "tok/s")
    }

    @Test("the list of models", arguments: sizes)
    func models(columns: Int, rows: Int) async throws {
      let session = try await Session(columns: columns, rows: rows)
      try await session.wait(for: "q quit")
      try await session.terminal.press("m")
      try await session.expectSnapshot("models-\(columns)x\(rows)", when: "1 model", "tiny", "Enter load")
      try await session.terminal.press("Enter")
      try await session.wait(for: "tiny is loaded.")
      // The notice goes with the next key.
      try await session.terminal.press("Down")
      try await session.expectSnapshot("models-loaded-\(columns)x\(rows)", when: "It is loaded and makes the proposals")
    }

    @Test("without colours and UTF-8", arguments: sizes)
    func ascii(columns: Int, rows: Int) async throws {
      let session = try await Session(
        "replay", "recordings/clock", "--model", "tiny", columns: columns, rows: rows, term: "vt100",
        environment: ["LC_ALL": "C"])
      try await session.expectSnapshot(
        "replay-before-ascii-\(columns)x\(rows)", when: "step 1 of 4", "tiny is loaded.", "Enter ask")
      try await session.terminal.press("Enter")
      try await session.wait(for: "Enter next", "0 of 1 agree")
      try await session.expectSnapshot("replay-after-ascii-\(columns)x\(rows)", when: "Enter next", "tok/s")
      let screen = try await session.terminal.capture()
      #expect(screen.utf8.allSatisfy { $0 < 128 }, "\(screen)")
      let attributes = try await session.terminal.capture(attributes: true)
      // 39 and 49 are no colour.
      let coloured = attributes.firstMatch(of: /\u{1B}\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[0-9;]*m/) != nil
      #expect(!coloured)
    }

    @Test func anotherSizeAndBack() async throws {
      let session = try await Session("replay", "recordings/clock", "--model", "tiny")
      try await session.expectSnapshot("replay-before-80x24", when: "step 1 of 4", "tiny is loaded.", "Enter ask")
      try await session.terminal.resize(columns: 200, rows: 60)
      try await session.expectSnapshot(
        "replay-before-200x60", when: "step 1 of 4", "tiny is loaded.", "Enter ask", "g go to")
      try await session.terminal.resize(columns: 80, rows: 24)
      try await session.expectSnapshot("replay-before-80x24", when: "step 1 of 4", "tiny is loaded.", "Enter ask")
      // Sizes at which nothing sensible fits.
      for (columns, rows) in [(20, 5), (1, 1), (300, 2), (2, 90)] {
        try await session.terminal.resize(columns: columns, rows: rows)
      }
      try await session.terminal.resize(columns: 80, rows: 24)
      try await session.expectSnapshot("replay-before-80x24", when: "step 1 of 4", "tiny is loaded.", "Enter ask")
    }
  }
}
