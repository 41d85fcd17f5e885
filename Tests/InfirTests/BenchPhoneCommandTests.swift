import TestSupport
import Testing

@testable import infir

extension Commands {
  /// `infir bench`.
  @Suite struct BenchPhoneCommandTests {
    @Test func everyFigureHasMedianLeastAndGreatest() async throws {
      let result = try await Program.run(
        "bench", "phone", "--runs", "1", "--size", "240x320", "--density", "120", "--json")
      #expect(result.code == 0, "\(result.errors)")
      let events = try Events(result).all
      #expect(
        events.compactMap { $0["name"] as? String } == [
          "steps", "steps with elements", "frames at full size", "one frame at full size", "frames at 1/2",
          "one frame at 1/2", "frames at 1/4", "one frame at 1/4",
        ])
      #expect(events.allSatisfy { ($0["median"] as? Double ?? 0) > 0 && $0["runs"] as? Int == 1 })
    }

    @Test func aNumberOfRunsThatMakesNoSenseIsRefused() async throws {
      let result = try await Program.run("bench", "phone", "--runs", "0")
      #expect(result.code == 2 && result.errors.contains("--runs is 0; it must be 1 to 1000"))
    }

    @Test func theMedianIsTheMiddleOrBetweenTheTwo() throws {
      let odd = try #require(BenchSeries("a", unit: "u", values: [3, 1, 2]))
      #expect(odd.median == 2 && odd.minimum == 1 && odd.maximum == 3)
      #expect(BenchSeries("a", unit: "u", values: [4, 1])?.median == 2.5)
      #expect(BenchSeries("a", unit: "u", values: []) == nil)
      #expect([0.0123, 1.234, 12.34, 1234.5].map(BenchSeries.short) == ["0.012", "1.23", "12.3", "1234"])
    }
  }
}
