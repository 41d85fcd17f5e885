import TestSupport
import Testing

extension Commands {
  /// Arguments that make no sense: exit code 2, one line that says which and where to read on.
  @Suite struct UsageTests {
    struct Case: CustomTestStringConvertible, Sendable {
      var line: String
      var words: String
      var testDescription: String { "infir " + line }
    }

    private static let cases = [
      Case(line: "bogus", words: "there is no command bogus"),
      Case(line: "--bogus", words: "--bogus"),
      Case(line: "modle inspect x", words: "there is no command modle"),
      Case(line: "replay", words: "<episode>"),
      Case(line: "replay EPISODE --modle x", words: "--modle"),
      Case(line: "replay EPISODE --step x", words: "--step"),
      Case(line: "replay EPISODE --step -1", words: "--step"),
      Case(line: "replay EPISODE --step=-1", words: "--step is -1"),
      Case(line: "replay EPISODE --threads 0", words: "--threads is 0"),
      Case(line: "replay EPISODE --threads abc", words: "abc"),
      Case(line: "replay EPISODE --temperature=-1", words: "--temperature is -1"),
      Case(line: "replay EPISODE --temperature nan", words: "--temperature"),
      Case(line: "replay EPISODE --top-p 2", words: "--top-p is 2"),
      Case(line: "replay EPISODE --min-p 1", words: "--min-p is 1"),
      Case(line: "replay EPISODE --seed=-1", words: "-1"),
      Case(line: "data inspect", words: "<path>"),
      Case(line: "data inspect a b", words: "b"),
      Case(line: "data bogus", words: "bogus"),
      Case(line: "model bogus", words: "bogus"),
      Case(line: "model inspect", words: "<path>"),
      Case(line: "model generate --model MODEL", words: "--prompt"),
      Case(line: "model generate --model MODEL --prompt a --messages b", words: "--messages"),
      Case(line: "model generate --model MODEL --prompt a --max-tokens 0", words: "--max-tokens is 0"),
      Case(line: "model generate --model MODEL --prompt", words: "--prompt"),
      Case(line: "model assemble --preset tiny --random", words: "--out"),
      Case(line: "model assemble --preset tiny --out x", words: "--random"),
      Case(line: "model assemble --preset huge --random --out x", words: "infir-vl-1.6b or tiny"),
      Case(line: "model assemble --random --out x", words: "--vision"),
      Case(line: "model assemble --vision a --out x", words: "--language"),
      Case(line: "model assemble --vision a --language b --preset tiny --random --out x", words: "either"),
      Case(line: "model assemble --vision a --language b --tokenizer c --out x", words: "--tokenizer"),
      Case(line: "model assemble --vision a --language b --init zero --out x", words: "random or identity"),
      Case(line: "model assemble --preset tiny --random --type int3 --out x", words: "int3"),
      Case(line: "model verify", words: "<path>"),
      Case(line: "model verify MODEL --threads 0", words: "--threads is 0"),
      Case(line: "model verify MODEL --tolerance x", words: "--tolerance"),
      Case(line: "model verify MODEL --tolerance=-1", words: "--tolerance is -1"),
      Case(line: "doctor now", words: "now"),
    ]

    @Test("is refused", arguments: cases)
    func refused(usage: Case) async throws {
      try await expectRefusal(
        usage.line.split(separator: " ").map(String.init), saying: usage.words, "--help", code: 2, alsoAsJSON: false)
    }

    @Test func whoReadsEventsIsToldToo() async throws {
      try await expectRefusal(["replay", "EPISODE", "--threads", "0"], saying: "--threads is 0", "--help", code: 2)
    }

    @Test func theHelpThatIsNamedIsTheCommandsOwn() async throws {
      let result = try await Program.run("model", "generate", "--prompt", "a", "--max-tokens", "0")
      #expect(result.errors.hasSuffix(" (see: infir model generate --help)\n"))
    }

    @Test("a name without a command lists what there is", arguments: ["data", "model"])
    func groups(name: String) async throws {
      let result = try await Program.run(name)
      #expect(result.code == 0)
      #expect(result.output.contains("SUBCOMMANDS:"))
    }

    @Test func theHomeMenuNeedsATerminal() async throws {
      try await expectRefusal([], saying: "not a terminal", "--headless", alsoAsJSON: false)
    }
  }
}
