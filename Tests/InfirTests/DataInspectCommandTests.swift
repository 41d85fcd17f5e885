import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir data inspect`.
  @Suite struct DataInspectCommandTests {
    @Test func anEpisode() async throws {
      let result = try await Program.run("data", "inspect", "androidgen-1720601491", in: ShippedEpisodes.folder)
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, "data-inspect-episode")
    }

    @Test func aDataSet() async throws {
      let result = try await Program.run("data", "inspect", ".", in: ShippedEpisodes.folder)
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, "data-inspect-data-set")
    }

    @Test func asJSON() async throws {
      let result = try await Program.run("data", "inspect", ShippedEpisodes.folder, "--json")
      #expect(result.code == 0)
      #expect(result.errors == "")
      let objects = try result.lines.map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      #expect(objects.count == 3)
      #expect(objects.compactMap { $0["step_count"] as? Int } == [4, 6, 10])
      #expect(objects[1]["goal"] as? String == "Turn brightness to the max value.")
      #expect((objects[1]["steps"] as? [Any])?.count == 6)
      #expect(objects[2]["episodes"] as? Int == 2)
    }

    @Test func oneBadEpisodeDoesNotHideTheOthers() async throws {
      let directory = try TemporaryDirectory()
      try FileManager.default.copyItem(atPath: ShippedEpisodes.clock, toPath: directory.file("good"))
      try FileManager.default.copyItem(atPath: ShippedEpisodes.clock, toPath: directory.file("bad"))
      try directory.write(Array("{".utf8), to: "bad/episode.json")
      let text = try await Program.run("data", "inspect", directory.path)
      #expect(text.code == 0)
      #expect(text.lines.first?.hasPrefix("bad ") == true)
      #expect(text.output.contains("open app \"Clock\""))
      let json = try await Program.run("data", "inspect", directory.path, "--json")
      #expect(json.lines.count == 3)
      #expect(json.lines.first?.hasPrefix(#"{"event":"error""#) == true)
      #expect(json.lines.last?.contains(#""unreadable":1"#) == true)
    }
  }
}
