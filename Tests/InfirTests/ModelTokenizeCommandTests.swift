import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir model tokenize`.
  @Suite struct ModelTokenizeCommandTests {
    private static let texts = ["Hello", "", "two\nlines", "é 漢字 👍", "<|eot_id|>", #"a "quoted" \ text"#]

    private func input() throws -> String {
      try ModelTokenizeCommandTests.texts.map {
        String(decoding: try JSONEncoder().encode($0), as: UTF8.self)
      }.joined(separator: "\n") + "\n"
    }

    @Test func everyLineOfInputIsALineOfIds() async throws {
      let result = try await Program.run("model", "tokenize", "--model", try await TinyModel.path, input: try input())
      #expect(result.code == 0)
      #expect(result.errors == "")
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count == ModelTokenizeCommandTests.texts.count)
      // One token a byte, but for the special ones.
      for (line, text) in zip(lines, ModelTokenizeCommandTests.texts) {
        let ids = line.split(separator: " ").map { Int($0) }
        #expect(!ids.contains(nil))
        #expect(ids.count == (text == "<|eot_id|>" ? 1 : text.utf8.count), "\(text)")
      }
    }

    @Test func eventsHaveTheTextOfEveryToken() async throws {
      let result = try await Program.run(
        "model", "tokenize", "--model", try await TinyModel.path, "--json", input: try input())
      let events = try Events(result)
      #expect(events.all.count == ModelTokenizeCommandTests.texts.count)
      #expect(events.all[0]["tokens"] as? [String] == ["H", "e", "l", "l", "o"])
      #expect(events.all.allSatisfy { ($0["ids"] as? [Int])?.count == ($0["tokens"] as? [String])?.count })
    }

    @Test func specialTokensAreAddedWhereAskedFor() async throws {
      let path = try await TinyModel.path
      let plain = try await Program.run("model", "tokenize", "--model", path, input: "\"a\"\n")
      let special = try await Program.run("model", "tokenize", "--model", path, "--special", input: "\"a\"\n")
      #expect(special.code == 0)
      #expect(special.output.hasSuffix(plain.output) || special.output.contains(plain.output.dropLast()))
    }

    @Test("what is no JSON string is refused, by line", arguments: ["Hello", "\"torn", "[1]", "12", "null"])
    func wrongLines(line: String) async throws {
      let result = try await Program.run(
        "model", "tokenize", "--model", try await TinyModel.path, input: "\"fine\"\n\(line)\n")
      expectSentence(result, saying: ["line 2"], code: 1)
      #expect(result.lines.count == 1)
    }

    @Test func noInputIsNoOutput() async throws {
      let result = try await Program.run("model", "tokenize", "--model", try await TinyModel.path)
      #expect(result.code == 0)
      #expect(result.output == "")
    }
  }
}
