import Episodes
import TestSupport
import Testing

@Suite struct DataSetInspectionTests {
  @Test func addsEpisodesUp() throws {
    let steps = #"{"action":{"action_type":"wait"}} {"action":{"action_type":"click","x":1,"y":2}} {"thought":"torn"#
    let one = try EpisodeFolder(steps: steps, pictures: [0])
    // The second has 12 bytes of header and 33 of steps; a picture has 33.
    let bytes = EpisodeFolder.header.utf8.count + steps.utf8.count + 33 + 12 + 33 + 33
    let other = try EpisodeFolder(
      header: #"{"goal":"g"}"#, steps: #"{"action":{"action_type":"wait"}}"#, pictures: [0])
    var total = DataSetInspection()
    for folder in [one, other] { total.add(EpisodeInspection(of: try folder.read())) }
    total.addUnreadable()
    #expect(
      total.json
        == #"{"event":"data_set","episodes":2,"unreadable":1,"step_count":3,"picture_count":2,"bytes":\#(bytes),"actions":{"wait":2,"click":1},"problem_count":2}"#
    )
    #expect(
      total.text(width: 80) == """
          episodes  2, and 1 that can't be opened
          steps     3
          pictures  2 of 3
          on disk   \(bytes) bytes
          actions   wait 2, click 1
          problems  2

        """)
  }

  @Test func hasALineForEachEpisode() throws {
    let one = EpisodeInspection(of: try EpisodeFolder(steps: "{}", pictures: []).read())
    #expect(
      DataSetInspection.line(one, name: "group/sample", width: 60)
        == "group/sample            1 step   Open the clock  (1 problem)")
    #expect(
      DataSetInspection.line(one, name: "group/with-a-long-name", width: 42)
        == "group/with-a-…    1 step   Ope…  (1 problem)".replacing("Ope…", with: "O…"))
    #expect(
      DataSetInspection.line(EpisodeError.missing(path: "a"), name: "a", width: 60)
        == "a                     there is no episode at a; give an epi…")
  }

  @Test(.enabled(if: Shared.has("data/episodes"), Comment(rawValue: Shared.missing)))
  func recordedEpisodesAddUp() throws {
    var total = DataSetInspection()
    for path in try DataSet(contentsOf: Shared.path("data/episodes")).episodes {
      total.add(EpisodeInspection(of: try Episode(contentsOf: path)))
    }
    #expect(total.episodeCount == 7)
    #expect(total.stepCount == 71)
    #expect(total.pictureCount == 54)
    #expect(total.problemCount == 1)
    #expect(total.actionCounts.map { "\($0.type) \($0.count)" }.prefix(3) == ["scroll 30", "click 26", "status 5"])
  }
}
