import Interface
import Testing

@Suite struct BrowserScreenTests {
  private func browser(_ entries: [DirectoryEntry] = Sample.entries, columns: Int = 80, rows: Int = 24) -> Session {
    var session = Session(columns: columns, rows: rows)
    session.type("b")
    session.send(.listed(path: "/home/ada/episodes", entries: entries, problem: nil))
    return session
  }

  /// Chooses the row of that name and opens it.
  private func open(_ name: String, _ session: inout Session) -> [Effect] {
    session.type("/" + name)
    return session.press(.enter)
  }

  @Test func enterOpensEachKindItsOwnWay() {
    var session = browser()
    #expect(open("wifi-bluetooth", &session) == [.openEpisode(path: "/home/ada/episodes/wifi-bluetooth")])
    session = browser()
    #expect(open("AitZ", &session) == [.openEpisode(path: "/home/ada/episodes/AitZ")])
    session = browser()
    #expect(open("InfiR-VL", &session) == [.loadModel(path: "/home/ada/episodes/InfiR-VL-1.6B")])
    session = browser()
    #expect(open("models", &session) == [.list(path: "/home/ada/episodes/models")])
    session = browser()
    #expect(open("notes", &session).isEmpty)
    #expect(session.text.contains("notes.txt is neither a folder, an episode nor a model"))
  }

  @Test func goesUpAndChoosesTheFolderThatItCameFrom() {
    var session = browser()
    #expect(session.press(.backspace) == [.list(path: "/home/ada")])
    session.send(
      .listed(
        path: "/home/ada",
        entries: ["a", "episodes", "z"].map { DirectoryEntry(name: $0, kind: .directory) }, problem: nil))
    #expect(session.find("▌ ▸ episodes/") != nil)
    #expect(session.type("~") == [.list(path: "/home/ada")])
  }

  @Test func theTopmostFolderHasNoParent() {
    var session = Session(start: Start())
    session.type("b")
    session.send(.listed(path: "/", entries: [], problem: nil))
    #expect(session.press(.backspace).isEmpty)
    #expect(session.text.contains("this is the topmost folder"))
    #expect(session.text.contains("This folder is empty."))
  }

  @Test func anAnswerForAnotherFolderIsIgnored() {
    var session = browser()
    session.press(.backspace)
    session.send(.listed(path: "/somewhere/else", entries: [DirectoryEntry(name: "odd", kind: .file)], problem: nil))
    #expect(!session.text.contains("odd"))
  }

  @Test func searchesNamesAndDetailsInAnyCase() {
    var session = browser()
    session.type("/BRIGHT min")
    #expect(session.find("brightness") != nil && session.find("wifi-bluetooth") == nil)
    session.press(.control("u"))
    session.type("wifi")
    #expect(session.find("wifi-bluetooth") != nil && session.find("AitZ") == nil)
    session.press(.control("u"))
    session.type("日本")
    #expect(session.text.contains("日本語のファイル名.md"))
    session.type("xyz")
    #expect(session.text.contains("Nothing here matches “日本xyz”. Esc shows everything."))
    session.press(.escape)
    #expect(session.find("AitZ") != nil)
    session.press(.escape)
    #expect(session.text.contains("Browse files"))
  }

  @Test func keysThatAreCommandsElsewhereAreTypedIntoTheSearch() {
    var session = browser()
    #expect(session.type("/qrs.~?ojk").isEmpty)
    #expect(session.find("/ qrs.~?ojk") != nil)
    session.send(.paste("日\nx"))
    #expect(session.text.contains("qrs.~?ojk日 x"))
  }

  @Test func hiddenFilesComeAndGo() {
    var session = browser()
    #expect(session.find(".cache") == nil && session.find("1 hidden") != nil)
    session.type(".")
    #expect(session.find(".cache/") != nil)
    session.type(".")
    #expect(session.find(".cache/") == nil)
  }

  @Test func onlyHiddenFilesAreMentioned() {
    let session = browser([DirectoryEntry(name: ".git", kind: .directory)])
    #expect(session.text.contains("Only hidden files are in this folder; press . to show them."))
  }

  @Test func aFolderOfEpisodesOpensAsADataSet() {
    var session = browser()
    #expect(session.type("o") == [.openEpisode(path: "/home/ada/episodes")])
    session = browser([])
    #expect(session.type("o").isEmpty)
    #expect(session.text.contains("there are no episodes in this folder"))
  }

  @Test func longNamesAreCutAndControlCharactersShown() {
    let session = browser([
      DirectoryEntry(name: String(repeating: "long", count: 50) + "\u{1B}[2J", kind: .file),
      DirectoryEntry(name: "a\u{1B}[2Jb", kind: .file),
    ])
    #expect(session.text.contains("longlong") && session.text.contains("…"))
    #expect(session.text.contains("a␛[2Jb"))
    #expect(!session.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func longFoldersScrollAndShowWhere() {
    var session = browser((0..<500).map { DirectoryEntry(name: "file \($0)", kind: .file) })
    session.press(.end)
    #expect(session.find("501 of 501") != nil)
    session.press(.pageUp, .home)
    #expect(session.find("1 of 501") != nil)
  }

  @Test func aFailureToOpenIsShown() {
    var session = browser()
    _ = open("wifi", &session)
    #expect(session.text.contains("opening wifi-bluetooth"))
    session.send(
      .episodeFailed(
        path: "/home/ada/episodes/wifi-bluetooth", problem: "steps.jsonl is missing; choose another folder"))
    #expect(session.text.contains("steps.jsonl is missing; choose another folder"))
    #expect(!session.text.contains("opening"))
  }

  @Test func aSecondModelWaitsForTheFirst() {
    var session = browser()
    session.send(.modelLoading(path: "/m/first", fraction: 0.1))
    #expect(open("InfiR-VL", &session).isEmpty)
    #expect(session.text.contains("first is still being loaded"))
  }
}
