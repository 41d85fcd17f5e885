import Episodes
import Foundation
import TestSupport
import Testing

@Suite struct DataSetTests {
  /// A folder with two episodes, one further in, a broken one, and things that are none.
  func sample() throws -> TemporaryDirectory {
    let temporary = try TemporaryDirectory()
    for folder in ["b", "a", "group/inner", "group/none", "group/deep/er", ".hidden", "empty", "broken"] {
      try FileManager.default.createDirectory(atPath: temporary.file(folder), withIntermediateDirectories: true)
    }
    for folder in ["b", "a", "group/inner", "group/deep/er", ".hidden"] {
      let header = #"{"id":"id of \#(folder)","goal":"Do \#(folder)"}"#
      try temporary.write(Array(header.utf8), to: folder + "/episode.json")
    }
    try temporary.write([], to: "broken/episode.json")
    try temporary.write(Array("{}\n \r\n{}\r\n{}".utf8), to: "a/steps.jsonl")
    try temporary.write(Array("{}\n{\"thought\":\"to".utf8), to: "b/steps.jsonl")
    try temporary.write(Array("x".utf8), to: "README.md")
    return temporary
  }

  @Test func listsEpisodesSortedAndOneFolderFurtherIn() throws {
    let temporary = try sample()
    let dataSet = try DataSet(contentsOf: temporary.path + "/")
    #expect(
      dataSet.summaries == [
        DataSet.Summary(
          path: temporary.file("a"), name: "a", id: "id of a", goal: "Do a", stepCount: 3, problem: nil),
        DataSet.Summary(
          path: temporary.file("b"), name: "b", id: "id of b", goal: "Do b", stepCount: 1, problem: nil),
        DataSet.Summary(
          path: temporary.file("broken"), name: "broken", id: "broken", goal: "", stepCount: 0,
          problem: "\(temporary.file("broken")) is not an episode: its episode.json is damaged at byte 0 "
            + "(it ends too early; complete it); mend or replace it"),
        DataSet.Summary(
          path: temporary.file("group/inner"), name: "group/inner", id: "id of group/inner", goal: "Do group/inner",
          stepCount: 0, problem: nil),
      ])
  }

  @Test func tellsEpisodesFromDataSets() throws {
    let temporary = try sample()
    #expect(try EpisodeLocation(of: temporary.file("a/")) == .episode(path: temporary.file("a")))
    #expect(try EpisodeLocation(of: temporary.file("a/episode.json")) == .episode(path: temporary.file("a")))
    #expect(try EpisodeLocation(of: temporary.path) == .dataSet(path: temporary.path))
    #expect(throws: EpisodeError.missing(path: temporary.file("none"))) {
      try EpisodeLocation(of: temporary.file("none"))
    }
    #expect(
      throws: EpisodeError.notAnEpisode(
        path: temporary.file("README.md"),
        reason: "it is a file; give an episode's folder, or a folder of episodes")
    ) { try EpisodeLocation(of: temporary.file("README.md")) }
  }

  @Test func aFolderWithoutEpisodesAndAnEpisodeAreNoDataSets() throws {
    let temporary = try sample()
    #expect(
      throws: EpisodeError.notAnEpisode(
        path: temporary.file("empty"),
        reason: "neither it nor a folder in it has an episode.json; give a folder of episodes")
    ) { try DataSet(contentsOf: temporary.file("empty")) }
    #expect(
      throws: EpisodeError.notAnEpisode(
        path: temporary.file("a"),
        reason: "it is one episode and no folder of episodes; give the folder around it")
    ) { try DataSet(contentsOf: temporary.file("a")) }
  }

  @Test(.enabled(if: Shared.has("data/episodes"), Comment(rawValue: Shared.missing)))
  func recordedEpisodesAreListed() throws {
    let summaries = try DataSet(contentsOf: Shared.path("data/episodes")).summaries
    #expect(summaries.map(\.stepCount) == [4, 9, 6, 6, 11, 5, 30])
    #expect(summaries.allSatisfy { $0.problem == nil && $0.name == $0.id && !$0.goal.isEmpty })
  }
}
