import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir replay` without a terminal.
  @Suite struct ReplayCommandTests {
    @Test func everyStepIsObservedAnsweredAndCompared() async throws {
      let result = try await Program.run(
        "replay", ShippedEpisodes.brightness, "--model", try await TinyModel.path, "--json")
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.errors == "")
      let events = try Events(result)
      let episode = try #require(events.named("episode").first)
      #expect(episode["goal"] as? String == "Turn brightness to the max value.")
      #expect(episode["steps"] as? Int == 6)

      #expect(events.named("observation").compactMap { $0["step"] as? Int } == Array(0..<6))
      #expect(events.named("observation").allSatisfy { $0["width"] as? Int == 1080 && $0["height"] as? Int == 2400 })
      #expect(events.named("thought").count == 6)
      #expect(events.named("result").count == 6)
      #expect(events.named("action").count == 6)
      for event in events.named("action") {
        // In pixels; and in thousandths, as the model wrote it.
        try AndroidWorldAction.expectValid(
          try #require(event["action"] as? [String: Any]), width: 1080, height: 2400)
        let written = try JSONSerialization.jsonObject(with: Data(try #require(event["json"] as? String).utf8))
        try AndroidWorldAction.expectValid(try #require(written as? [String: Any]), width: 1001, height: 1001)
      }
      for event in events.named("result") {
        #expect(["agrees", "differs"].contains(event["agreement"] as? String))
        #expect(event["recorded"] is [String: Any])
        #expect((event["reason"] is String) == (event["agreement"] as? String == "differs"))
      }
      let finished = events.phase("finished")
      #expect(finished.count == 6)
      let reused = finished.compactMap { $0["reused_tokens"] as? Int }
      #expect(reused.first == 0)
      #expect(reused.dropFirst().allSatisfy { $0 > 0 }, "the context wasn't kept: \(reused)")
      for event in finished {
        let count = { (name: String) in event[name] as? Int ?? -1 }
        #expect(count("reused_tokens") + count("prefilled_tokens") == count("prompt_tokens"))
        #expect(count("generated_tokens") > 0)
      }
      let summary = try #require(events.named("summary").first)
      #expect(summary["steps"] as? Int == 6)
      #expect(
        summary["agree"] as? Int == events.named("result").count { $0["agreement"] as? String == "agrees" })
    }

    @Test func textIsForPeople() async throws {
      let result = try await Program.run(
        "replay", ShippedEpisodes.clock, "--model", try await TinyModel.path, "--headless")
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.errors == "")
      #expect(result.output.contains("open app \"Clock\""))
      for step in 1...4 { #expect(result.output.contains("\nstep \(step)  screens/000\(step - 1).png  270×600\n")) }
      for (word, count) in [("thought", 4), ("proposed", 4), ("recorded", 4), ("result", 4), ("time", 4)] {
        #expect(result.lines.count { $0.hasPrefix("  \(word) ") } == count, "\(word)\n\(result.output)")
      }
      #expect(result.lines.last?.contains("of 4 steps agree") == true)
    }

    @Test func aFolderOfEpisodesIsReplayedWhole() async throws {
      let directory = try TemporaryDirectory()
      for name in ["first", "second"] {
        try FileManager.default.copyItem(atPath: ShippedEpisodes.clock, toPath: directory.file(name))
      }
      let result = try await Program.run(
        "replay", directory.path, "--model", try await TinyModel.path, "--step", "3", "--json")
      #expect(result.code == 0, "\(result.errors)")
      let events = try Events(result)
      #expect(events.named("episode").count == 2)
      #expect(events.named("observation").compactMap { $0["step"] as? Int } == [3, 3])
      #expect(events.named("summary").first?["steps"] as? Int == 2)
    }

    @Test func aStepThatIsNotThereIsRefused() async throws {
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock, "--model", try await TinyModel.path, "--step", "4"], saying: "no step 4",
        "0 to 3")
    }

    @Test func withoutATerminalAModelIsNeeded() async throws {
      try await expectRefusal(["replay", ShippedEpisodes.clock], saying: "--model", "assemble")
    }
  }
}
