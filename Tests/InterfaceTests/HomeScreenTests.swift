import Interface
import Testing

@Suite struct HomeScreenTests {
  @Test func lettersAndEnterOpenTheRows() {
    var session = Session()
    #expect(session.type("r") == [.list(path: "/home/ada/episodes")])
    #expect(session.text.contains("Open an episode"))
    session.press(.escape)
    session.press(.home)
    #expect(session.press(.down, .down, .down, .enter) == [.findModels])
    #expect(session.text.contains("InfiR › Models"))
    session.press(.escape)
    #expect(session.type("q") == [.quit])
  }

  @Test func episodesOpenedBeforeAreANumberAway() {
    var session = Session(start: Sample.startWithRecents)
    #expect(session.type("2") == [.openEpisode(path: "/home/ada/episodes/brightness")])
    #expect(session.type("3").isEmpty)
    #expect(session.text.contains("3 does nothing here; ? shows the keys."))
  }

  @Test func whatIsOpenedComesFirstInTheList() {
    var session = Session()
    session.send(.episodeOpened(Sample.episode))
    session.type("q")
    #expect(session.find("1  Turn off WiFi") != nil)
  }

  @Test func showsHowFarTheModelIs() {
    var session = Session()
    session.send(.modelLoading(path: "/m/tiny", fraction: 0.25))
    #expect(session.text.contains("tiny is being loaded"))
    #expect(session.text.contains("25 %"))
    session.send(.modelFailed(path: "/m/tiny", problem: "no"))
    session.send(.modelLoaded(Sample.textModel))
    #expect(session.text.contains("text only, it doesn't see the screen"))
  }

  @Test func aFailureIsASentence() {
    var session = Session()
    session.send(.modelFailed(path: "/m/tiny", problem: "tiny is no model: config.json is missing; download it again"))
    #expect(session.text.contains("tiny is no model: config.json is missing; download it again"))
    session.press(.down)
    #expect(!session.text.contains("tiny is no model"))
  }
}
