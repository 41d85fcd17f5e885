import TestSupport
import Testing

extension Commands {
  /// What the program says about itself.
  @Suite struct HelpTests {
    private static let commands = [
      [], ["replay"], ["data"], ["data", "inspect"], ["model"], ["model", "inspect"], ["model", "assemble"],
      ["model", "generate"], ["model", "tokenize"], ["model", "verify"], ["doctor"],
    ]

    @Test("every command explains itself", arguments: commands)
    func help(command: [String]) async throws {
      // Help is set to this width where nothing says how wide the terminal is.
      let result = try await Program.run(arguments: command + ["--help"], environment: ["COLUMNS": "80"])
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, "help" + command.map { "-" + $0 }.joined())
      // The other way to ask.
      let other = try await Program.run(arguments: ["help"] + command, environment: ["COLUMNS": "80"])
      #expect(other.code == 0)
      #expect(other.output.contains(result.output.split(separator: "\n")[0]))
    }

    @Test func theListOfCommandsLeavesNoneOut() async throws {
      let result = try await Program.run("--help")
      for name in ["run", "replay", "tasks", "data", "model", "devices", "phone", "bench", "doctor"] {
        #expect(result.output.contains("  \(name) "))
      }
    }

    @Test func theVersionIsANumber() async throws {
      let result = try await Program.run("--version")
      #expect(result.code == 0)
      #expect(result.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }
  }
}
