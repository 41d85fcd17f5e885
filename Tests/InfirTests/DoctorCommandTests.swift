import TestSupport
import Testing

@testable import infir

extension Commands {
  /// `infir doctor`.
  @Suite struct DoctorCommandTests {
    private static let subjects = [
      "terminal", "text", "pictures", "processor", "memory", "openblas", "ncurses", "chafa", "images", "roboto",
      "icons",
      "adb", "settings",
    ]

    @Test func everythingIsLookedAt() async throws {
      let result = try await Program.run("doctor")
      #expect(result.code == 0)
      #expect(result.errors == "")
      let checks = result.lines.filter { !$0.hasPrefix(" ") }
      #expect(checks.allSatisfy { $0.hasPrefix("ok  ") || $0.hasPrefix("note") }, "\(result.output)")
      #expect(
        checks.map { String($0.dropFirst(6).prefix { $0 != " " }) } == DoctorCommandTests.subjects, "\(result.output)")
      // What is missing comes with what to do about it.
      #expect(result.output.contains("→ start infir in a terminal"))
    }

    @Test func asJSON() async throws {
      let result = try await Program.run("doctor", "--json")
      #expect(result.code == 0)
      let events = try Events(result)
      #expect(events.all.compactMap { $0["subject"] as? String } == DoctorCommandTests.subjects)
      #expect(events.all.allSatisfy { ["fine", "limited"].contains($0["state"] as? String) })
      #expect(events.all.allSatisfy { $0["state"] as? String == "fine" || $0["advice"] is String })
    }

    @Test func aMissingAdbIsSaidAndHarmless() async throws {
      let result = try await Program.run("doctor", environment: ["ADB": "/nowhere/adb"])
      #expect(result.code == 0)
      #expect(result.output.contains("/nowhere/adb was not found"))
    }

    @Test func fontsThatAreMissingAreNamedWithTheirPackages() {
      let missing = Examination.font("icons", family: "Material Icons", package: "fonts-x", match: "DejaVu Sans")
      #expect(missing.state == .limited && missing.detail == "Material Icons is missing; DejaVu Sans stands in for it")
      #expect(missing.advice?.hasPrefix("apt-get install fonts-x;") == true)
      #expect(Examination.font("roboto", family: "Roboto", package: "p", match: "Roboto,Roboto Light").state == .fine)
      #expect(Examination.font("roboto", family: "Roboto", package: "p", match: nil).state == .limited)
    }

    @Test func aServerThatRunsIsDescribedAndNoneIsStarted() async throws {
      let without = try await Program.run("doctor", environment: ["ANDROID_ADB_SERVER_PORT": "1"])
      let line = without.lines.first { $0.dropFirst(6).hasPrefix("adb ") } ?? ""
      #expect(line.contains("was not found") || line.hasSuffix("no server runs (it is started when it is needed)"))
    }

    @Test func settingsThatCantBeUsedAreAFailure() async throws {
      let result = try await Program.run("doctor", environment: ["INFIR_THREADS": "abc"])
      #expect(result.code == 1)
      #expect(result.errors == "")
      #expect(result.output.contains("FAIL  settings      INFIR_THREADS is abc; it must be a number from 1"))
    }
  }
}
