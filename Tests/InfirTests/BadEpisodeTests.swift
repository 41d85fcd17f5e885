import Foundation
import TestSupport
import Testing

extension Commands {
  /// Episodes that can't be used, or not all of them.
  @Suite struct BadEpisodeTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    @Test func pathsWithoutAnEpisode() async throws {
      for command in [["data", "inspect"], ["replay", "--model", try await TinyModel.path]] {
        try await expectRefusal(command + ["/nowhere"], saying: "/nowhere", "folder of episodes")
        try await expectRefusal(command + [ShippedEpisodes.brightness + "x"], saying: ShippedEpisodes.brightness + "x")
        try await expectRefusal(command + [directory.path], saying: directory.path, "episode.json")
        let picture = ShippedEpisodes.clock + "/screens/0000.png"
        try await expectRefusal(command + [picture], saying: picture, "it is a file")
      }
    }

    @Test(
      "a header that can't be read",
      arguments: ["", "{", "[]", "null"])
    func header(text: String) async throws {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      try directory.write(Array(text.utf8), to: "episode/episode.json")
      try await expectRefusal(["data", "inspect", episode], saying: episode)
      try await expectRefusal(["replay", episode, "--model", try await TinyModel.path], saying: episode)
    }

    @Test func aTornLastLineIsLeftOut() async throws {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      let steps = try String(contentsOfFile: episode + "/steps.jsonl", encoding: .utf8)
      try directory.write(Array(steps.utf8.dropLast(40)), to: "episode/steps.jsonl")
      let inspected = try await Program.run("data", "inspect", episode)
      #expect(inspected.code == 0)
      #expect(inspected.output.contains("  steps     3\n"))
      #expect(inspected.output.contains("steps.jsonl: the last line is torn"))
      let result = try await Program.run("replay", episode, "--model", try await TinyModel.path, "--json")
      #expect(result.code == 0, "\(result.errors)")
      let events = try Events(result)
      #expect(events.named("result").count == 3)
      let problems = events.named("episode").first?["problems"] as? [String] ?? []
      #expect(problems.count == 1 && problems[0].contains("the last line is torn"), "\(problems)")
    }

    @Test(
      "a damaged line costs its step, and no other one",
      arguments: [
        "{\"index\": 1, \"action\"", "nonsense", "[1, 2]", "{\"index\": 1, \"action\": {\"action_type\": \"fly\"}}",
        "\0\0\0",
      ])
    func line(text: String) async throws {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      var lines = try String(contentsOfFile: episode + "/steps.jsonl", encoding: .utf8).split(separator: "\n")
      lines[1] = Substring(text)
      try directory.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "episode/steps.jsonl")
      let result = try await Program.run("data", "inspect", episode, "--json")
      #expect(result.code == 0)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let problems = try #require(object["problems"] as? [String])
      #expect(problems.contains { $0.contains("line 2") || $0.contains("step 1") }, "\(problems)")
      #expect(object["step_count"] as? Int ?? 0 >= 3)
    }

    @Test func aPictureThatIsGoneIsSaidAndTheStepIsDoneWithoutIt() async throws {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      try FileManager.default.removeItem(atPath: episode + "/screens/0001.png")
      let result = try await Program.run(
        "replay", episode, "--model", try await TinyModel.path, "--step", "1", "--json")
      #expect(result.code == 0, "\(result.errors)")
      let events = try Events(result)
      let problems = events.named("episode").first?["problems"] as? [String] ?? []
      #expect(problems.contains { $0.contains("step 1") }, "\(problems)")
      #expect(events.named("observation").first?["screenshot"] is NSNull)
      #expect(events.named("action").count == 1)
    }

    @Test func anEpisodeWithoutStepsIsReplayedToItsEnd() async throws {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      try directory.write([], to: "episode/steps.jsonl")
      let result = try await Program.run("replay", episode, "--model", try await TinyModel.path, "--json")
      #expect(result.code == 0, "\(result.errors)")
      #expect(try Events(result).named("summary").first?["steps"] as? Int == 0)
    }
  }
}
