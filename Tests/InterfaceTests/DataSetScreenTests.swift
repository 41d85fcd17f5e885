import Interface
import Testing

@Suite struct DataSetScreenTests {
  private func dataSet() -> Session {
    var session = Session()
    session.send(.dataSetOpened(path: "/data/AitZ", entries: Sample.dataSet))
    return session
  }

  @Test func enterOpensTheChosenEpisode() {
    var session = dataSet()
    #expect(session.press(.down, .down, .enter) == [.openEpisode(path: "/data/AitZ/episode-02")])
  }

  @Test func searchesGoals() {
    var session = dataSet()
    session.type("/milk")
    #expect(session.find("1 of 10") != nil)
    #expect(session.press(.enter) == [.openEpisode(path: "/data/AitZ/episode-03")])
  }

  @Test func leavingAnEpisodeComesBackToTheList() {
    var session = dataSet()
    session.send(.episodeOpened(Sample.episode))
    session.type("q")
    #expect(session.text.contains("Data set › AitZ"))
    session.type("q")
    #expect(session.text.contains("Replay an episode"))
  }

  @Test func anEmptyOneSaysWhatToDo() {
    var session = Session()
    session.send(.dataSetOpened(path: "/data/none", entries: []))
    #expect(session.text.contains("There are no episodes in this data set; Esc goes back"))
    #expect(session.press(.enter).isEmpty)
  }
}
