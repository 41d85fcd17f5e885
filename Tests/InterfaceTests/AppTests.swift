import Episodes
import Interface
import Testing

@Suite struct AppTests {
  // MARK: - Keys

  @Test func controlKeysWorkOnEveryScreen() {
    for open in ["", "b", "m", "mo", "b/"] {
      var session = Session()
      session.type(open)
      #expect(session.press(.control("l")) == [.redraw])
      #expect(session.press(.control("z")) == [.suspend])
      #expect(session.press(.control("c")) == [.quit])
      session.press(.function(1))
      #expect(session.text.contains("Keys"))
      #expect(session.press(.control("l")) == [.redraw])
    }
  }

  @Test func controlCStopsTheModelBeforeItQuits() {
    var session = Session.replay()
    session.press(.enter)
    session.type("m")
    #expect(session.press(.control("c")) == [.cancelProposal])
    #expect(session.press(.control("c")) == [.quit])
  }

  @Test func theScreenIsSavedAsItIs() {
    var session = Session.replay()
    let text = session.text
    #expect(session.type("s") == [.saveScreen(text)])
    session.send(.notice("The screen was saved to screen.txt."))
    #expect(session.text.contains("The screen was saved to screen.txt."))
    session.press(.down)
    #expect(!session.text.contains("The screen was saved"))
  }

  @Test func helpShowsTheKeysOfTheScreenBelow() {
    var session = Session.replay()
    session.type("?")
    #expect(session.text.contains("ask the model what it would do here"))
    #expect(session.frame.pictures.isEmpty)
    #expect(session.press(.enter).isEmpty)
    #expect(!session.text.contains("Esc closes"))
    session.type("?q")
    #expect(session.text.contains("Replay › wifi-bluetooth") && !session.text.contains("Esc closes"))
    session.type("?")
    session.press(.end)
    #expect(session.text.contains("turn the wheel"))
    session.type("?")
    #expect(!session.text.contains("Esc closes"))
  }

  @Test func keysOfTheFooterAreThoseOfTheTable() {
    var session = Session()
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
    let footer = session.lines.last ?? ""
    #expect(
      footer.contains("Enter open") && footer.contains("/ search") && footer.contains("? help")
        && footer.contains("q back"))
  }

  // MARK: - Notices

  @Test func longNoticesWrapAndKeepEveryWord() {
    var session = Session(columns: 40, rows: 20)
    let problem =
      "steps.jsonl in /home/ada/episodes/wifi-bluetooth can't be read: permission denied; ask its owner for access"
    session.send(.episodeFailed(path: "/x", problem: problem))
    let words = session.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("can't be read: permission denied; ask its owner for access"))
    session.press(.up)
    #expect(!session.text.contains("permission denied"))
  }

  @Test func noticesCoverPicturesAndDoNotMoveThem() {
    var session = Session.replay()
    #expect(session.frame.pictures.count == 1)
    session.send(.notice(String(repeating: "word ", count: 40)))
    #expect(session.frame.pictures.isEmpty)
    session.mouse(.press, 0, 0)
    #expect(session.frame.pictures.count == 1)
  }

  @Test func textPastedWhereNoneIsTakenIsToldSo() {
    var session = Session()
    #expect(session.send(.paste("q\nrm -rf /")).isEmpty)
    #expect(session.text.contains("There is nothing here that takes text."))
  }

  // MARK: - The mouse

  @Test func aClickChoosesAndTheNextOpens() throws {
    var session = Session()
    let row = try #require(session.find("Models"))
    #expect(session.mouse(.press, row.column, row.row).isEmpty)
    #expect(session.mouse(.press, row.column, row.row) == [.findModels])
  }

  @Test func aDoubleClickOpensOnce() throws {
    var session = Session()
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
    let row = try #require(session.find("AitZ"))
    session.mouse(.press, row.column, row.row)
    session.mouse(.release, row.column, row.row)
    #expect(session.mouse(.doubleClick, row.column, row.row) == [.openEpisode(path: "/home/ada/episodes/AitZ")])
  }

  @Test func theSecondPressOfADoubleClickIsNotForTheNextFolder() throws {
    var session = Session()
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: Sample.entries, problem: nil))
    let row = try #require(session.find("models/"))
    // The row was chosen already, so the first press opens it.
    #expect(session.mouse(.press, row.column, row.row) == [.list(path: "/home/ada/episodes/models")])
    session.send(.listed(path: "/home/ada/episodes/models", entries: Sample.entries, problem: nil))
    #expect(session.mouse(.doubleClick, row.column, row.row).isEmpty)
  }

  @Test func keysInTheFooterCanBeClicked() throws {
    var session = Session.replay()
    let next = try #require(session.find("n next"))
    session.mouse(.press, next.column + 3, next.row)
    #expect(session.text.contains("step 2 of 6"))
    let help = try #require(session.find("? help"))
    session.mouse(.press, help.column, help.row)
    #expect(session.text.contains("Esc closes"))
    session.mouse(.press, 1, 23)
    #expect(!session.text.contains("Esc closes"))
  }

  @Test func aClickOnAStepShowsIt() throws {
    var session = Session.replay()
    let row = try #require(session.find("scroll down"))
    session.mouse(.press, row.column, row.row)
    #expect(session.text.contains("step 3 of 6"))
  }

  @Test func theWheelScrollsWhatIsUnderIt() throws {
    var session = Session.replay()
    let thought = try #require(session.find("Confirm:"))
    session.mouse(.scrollDown, thought.column, thought.row)
    #expect(session.find("Confirm:") == nil)
    let steps = try #require(session.find("scroll down"))
    session.mouse(.scrollDown, steps.column, steps.row)
    #expect(session.text.contains("step 2 of 6"))

    session = Session()
    session.send(.dataSetOpened(path: "/data", entries: Sample.dataSet))
    session.mouse(.scrollDown, 10, 10)
    #expect(session.find("episode-02") == nil && session.find("episode-03") != nil)
    session.mouse(.scrollUp, 10, 10)
    #expect(session.find("episode-00") != nil)
  }

  // MARK: - Sizes

  @Test func resizingKeepsWhatIsShown() {
    var session = Session.replay()
    session.type("nn")
    session.send(.resized(Size(columns: 30, rows: 8)))
    #expect(session.frame.size == Size(columns: 30, rows: 8))
    #expect(session.text.contains("step 3 of 6"))
    session.send(.resized(Size(columns: 200, rows: 60)))
    #expect(session.text.contains("step 3 of 6"))
  }

  @Test func sizesThatMakeNoSenseAreBroughtIntoRange() {
    var session = Session()
    for size in [Size(columns: 0, rows: 0), Size(columns: -3, rows: 5), Size(columns: 1, rows: 0)] {
      session.send(.resized(size))
      #expect(session.frame.cells.isEmpty)
    }
    session.send(.resized(Size(columns: 1_000_000, rows: 1)))
    #expect(session.frame.size == Size(columns: App.largestSize.columns, rows: 1))
  }

  @Test func everySmallSizeShowsTheChosenRow() {
    for rows in 1...9 {
      var session = Session(columns: 30, rows: rows)
      session.press(.down, .down, .down, .down)
      #expect(session.text.contains("Browse files"), "\(rows) rows")
    }
  }

  @Test func asciiTerminalsGetAsciiOnly() {
    var session = Session.replay(isUTF8: false)
    session.press(.enter)
    session.answer(step: 0, thought: "Ich öffne „Einstellungen“ 😀 …")
    session.type("?")
    #expect(session.text.allSatisfy { $0.isASCII })
    session.send(.surroundings(Surroundings(isUTF8: true)))
    #expect(session.text.contains("╭"))
  }
}
