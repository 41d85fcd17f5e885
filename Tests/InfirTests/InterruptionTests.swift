import Foundation
import TestSupport
import Testing

extension Commands {
  /// Ctrl-C in commands that print.
  @Suite struct InterruptionTests {
    private func isToken(_ line: String) -> Bool { line.hasPrefix(#"{"event":"token""#) }

    @Test("generating stops", arguments: [SIGINT, SIGTERM])
    func generate(signal: Int32) async throws {
      // Far more than it gets to write: the answer fills the context, which takes many seconds.
      let result = try await Program.run(
        "model", "generate", "--model", try await TinyModel.path, "--prompt", "Hello", "--ignore-eos", "--max-tokens",
        "8000", "--json", sending: signal, when: { isToken($0) })
      #expect(result.code == 128 + signal)
      #expect(result.errors == "")
      let events = try Events(result)
      #expect(!events.named("token").isEmpty)
      #expect(events.phase("finished").isEmpty)
      #expect(events.named("error").isEmpty)
    }

    @Test func replayingStopsWithinTheStep() async throws {
      let result = try await Program.run(
        "replay", ShippedEpisodes.brightness, "--model", try await TinyModel.path, "--json", sending: SIGINT,
        when: { isToken($0) })
      #expect(result.code == 130)
      #expect(result.errors == "")
      let events = try Events(result)
      #expect(!events.named("token").isEmpty)
      #expect(events.named("observation").count < 6)
      #expect(events.named("summary").isEmpty, "a summary of a part looks like one of the whole")
    }

    @Test func loadingStops() async throws {
      let result = try await Program.run(
        "replay", ShippedEpisodes.brightness, "--model", try await TinyModel.path, "--json", sending: SIGINT,
        when: { $0.contains("loading") })
      #expect(result.code == 130)
      _ = try Events(result)
    }
  }
}
