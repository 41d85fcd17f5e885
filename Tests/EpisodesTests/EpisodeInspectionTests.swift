import Foundation
import JSON
import TestSupport
import Testing

@testable import Episodes

@Suite struct EpisodeInspectionTests {
  static let steps = [
    #"{"index":0,"thought":"Grüße","action":{"action_type":"click","x":5,"y":6},"elements":[{},{}]}"#,
    #"{"index":1,"action":{"action_type":"scroll","direction":"down"}}"#,
    #"{"index":2,"thought":"1234567","action":{"action_type":"click","x":7,"y":8}}"#,
    #"{"index":3}"#,
  ].joined(separator: "\n")

  /// Step 1 has a picture of another size, step 2 one that is none, step 3 has none.
  func sample() throws -> EpisodeFolder {
    let folder = try EpisodeFolder(steps: Self.steps, pictures: [0])
    try folder.temporary.write(EpisodeFolder.png(width: 10, height: 20), to: "screens/0001.png")
    try folder.temporary.write(Array("GIF89a".utf8), to: "screens/0002.png")
    return folder
  }

  static let problems = [
    "1 of 4 steps have no picture: 3",
    "pictures that are neither PNG nor JPEG: step 2",
    "pictures that are not of the screen's size: step 1",
  ]

  @Test func gathersWhatThereIs() throws {
    let folder = try sample()
    let inspection = EpisodeInspection(of: try folder.read())
    #expect(inspection.actionCounts.map(\.type) == [.click, .scroll])
    #expect(inspection.actionCounts.map(\.count) == [2, 1])
    #expect(inspection.pictureCount == 3)
    #expect(inspection.fileCount == 5)
    #expect(inspection.byteCount == EpisodeFolder.header.utf8.count + Self.steps.utf8.count + 33 + 33 + 6)
    #expect(inspection.problems == Self.problems)
  }

  @Test func saysItToPeople() throws {
    let folder = try sample()
    let text = EpisodeInspection(of: try folder.read()).text(width: 400)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines == [
        "Open the clock",
        "  episode   sample",
        "  folder    \(folder.path)",
        "  task      OpenClock",
        "  device    recorded, 1080×2400",
        "  actor     a person",
        "  model     none",
        "  time      2025-01-01T00:00:00Z to 2025-01-01T00:01:00Z",
        "  outcome   success, not said to be done",
        "  on disk   654 bytes in 5 files",
        "  steps     4",
        "  pictures  3 of 4, 1080×2400, 10×20",
        "  thoughts  2 of 4, 6 characters on average",
        "  actions   click 2, scroll 1",
        "  problems  3",
        "    - 1 of 4 steps have no picture: 3",
        "    - pictures that are neither PNG nor JPEG: step 2",
        "    - pictures that are not of the screen's size: step 1",
        "",
        "   0  tap at (5, 6)  thought 5      1080×2400",
        "   1  scroll down    no thought     10×20",
        "   2  tap at (7, 8)  thought 7      no picture",
        "   3  (no action)    no thought     no picture",
        "",
      ])
  }

  @Test(arguments: [0, 40, 60, 80, 200])
  func linesKeepToTheWidth(width: Int) throws {
    let long = String(repeating: "long \u{1B}[31m ", count: 40)
    let steps = JSONValue.object([
      "index": 0, "action": .object(Action.inputText(long, target: nil, clears: true).jsonObject),
      "thought": .string(long),
    ])
    let folder = try EpisodeFolder(
      header: JSONValue.object(["goal": .string(long + "\n" + long), "actor": .string(long)]).text, steps: steps.text)
    let text = EpisodeInspection(of: try folder.read()).text(width: width)
    for line in text.split(separator: "\n") { #expect(line.count <= max(width, 40), "\(line)") }
    #expect(!text.contains("\u{1B}"))
  }

  @Test func saysItToPrograms() throws {
    let folder = try sample()
    let json = EpisodeInspection(of: try folder.read()).json
    #expect(!json.contains("\n"))
    let object = try #require(try JSONValue(parsing: json).object)
    #expect(object["id"] == "sample")
    #expect(object["path"] == .string(folder.path))
    #expect(object["device"] == ["kind": "recorded", "width": 1080, "height": 2400])
    #expect(object["outcome"] == ["success": true, "claimed_done": false])
    #expect(object["actions"] == ["click": 2, "scroll": 1])
    #expect(object["problems"] == .array(Self.problems.map { .string($0) }))
    let steps = try #require(object["steps"]?.array)
    #expect(
      steps[0].text
        == #"{"index":0,"action":{"action_type":"click","x":5,"y":6},"summary":"tap at (5, 6)","thought_length":5,"elements":2,"screenshot":"screens/0000.png","width":1080,"height":2400}"#
    )
    #expect(
      steps[3].text
        == #"{"index":3,"action":null,"summary":null,"thought_length":null,"elements":0,"screenshot":null,"width":null,"height":null}"#
    )
  }

  @Test func anEpisodeInMemoryCanBeInspectedToo() {
    let inspection = EpisodeInspection(of: Episode(id: "a", goal: ""))
    #expect(inspection.text(width: 80).hasPrefix("(no goal)\n  episode   a\n  outcome   not recorded\n"))
    #expect(inspection.byteCount == 0)
  }

  @Test func theEpisodesOfTheRepositoryAreInOrder() throws {
    let dataSet = try DataSet(contentsOf: Shared.repository.appendingPathComponent("assets/episodes").path)
    let inspections = try dataSet.episodes.map { EpisodeInspection(of: try Episode(contentsOf: $0)) }
    #expect(inspections.map(\.episode.steps.count) == [4, 6])
    #expect(inspections.map(\.pictureCount) == [4, 6])
    #expect(inspections.map(\.problems) == [[], []])
  }
}
