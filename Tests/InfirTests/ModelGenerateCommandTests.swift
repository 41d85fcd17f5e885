import JSON
import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir model generate` with a model that talks nonsense, but the same nonsense every time.
  @Suite struct ModelGenerateCommandTests {
    private func generate(_ arguments: String...) async throws -> Program.Result {
      let result = try await Program.run(
        arguments: ["model", "generate", "--model", try await TinyModel.path] + arguments)
      #expect(result.code == 0, "\(result.errors)")
      return result
    }

    @Test func theSameSeedGivesTheSameAnswer() async throws {
      let options = ["--prompt", "Hello", "--temperature", "1", "--max-tokens", "40", "--ignore-eos"]
      func answer(seed: String) async throws -> String {
        try await Program.run(
          arguments: ["model", "generate", "--model", try await TinyModel.path] + options + ["--seed", seed]
        ).output
      }
      let first = try await answer(seed: "7")
      #expect(try await answer(seed: "7") == first)
      #expect(try await answer(seed: "8") != first)
    }

    @Test func eventsAreTokensThatAddUpToTheText() async throws {
      let text = try await generate("--prompt", "Hello", "--max-tokens", "12", "--ignore-eos")
      #expect(text.errors == "")
      let result = try await generate("--prompt", "Hello", "--max-tokens", "12", "--ignore-eos", "--json")
      #expect(result.errors == "")
      let events = try Events(result)
      let tokens = events.named("token")
      #expect(tokens.count == 12)
      #expect(tokens.allSatisfy { $0["id"] is Int })
      #expect(tokens.compactMap { $0["text"] as? String }.joined() + "\n" == text.output)
      #expect(events.order == ["progress", "token", "progress"])
      #expect(events.phase("finished").last?["generated_tokens"] as? Int == 12)
    }

    @Test func theEndOfTextEndsAnAnswerUnlessIgnored() async throws {
      let directory = try TemporaryDirectory()
      let model = try await TinyModel.copy(to: directory)
      // The token that the model says first of all ends the text here.
      let first = try Events(try await generate("--prompt", "Hello", "--max-tokens", "1", "--ignore-eos", "--json"))
      let id = try #require(first.named("token").first?["id"] as? Int)
      let file = URL(fileURLWithPath: model + "/config.json")
      var config = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      var language = try #require(config["text_config"] as? [String: Any])
      language["eos_token_id"] = id
      config["text_config"] = language
      config["eos_token_id"] = id
      try JSONSerialization.data(withJSONObject: config).write(to: file)

      let arguments = ["model", "generate", "--model", model, "--prompt", "Hello", "--max-tokens", "9", "--json"]
      let ended = try Events(try await Program.run(arguments: arguments))
      let ignored = try Events(try await Program.run(arguments: arguments + ["--ignore-eos"]))
      #expect(ended.named("token").count <= 1)
      #expect(ignored.named("token").count == 9)
    }

    @Test func conversationsComeFromAFile() async throws {
      let directory = try TemporaryDirectory()
      let messages = try directory.write(
        Array(#"[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello"}]"#.utf8), to: "messages.json"
      )
      let result = try Events(try await generate("--messages", messages, "--max-tokens", "1", "--json"))
      let prompt = try Events(try await generate("--prompt", "Hello", "--max-tokens", "1", "--json"))
      let tokens = { (events: Events) in events.phase("finished").last?["prompt_tokens"] as? Int ?? 0 }
      #expect(tokens(result) > tokens(prompt))
    }

    @Test func aPictureIsRead() async throws {
      let picture = ShippedEpisodes.clock + "/screens/0000.png"
      let events = try Events(
        try await generate("--prompt", "What is this?", "--image", picture, "--max-tokens", "1", "--json"))
      let encoded = events.phase("encode")
      #expect(encoded.last?["done"] as? Int == encoded.last?["total"] as? Int)
      #expect(events.phase("finished").last?["prompt_tokens"] as? Int ?? 0 > 200)
    }

    @Test func theModelCanBeASetting() async throws {
      let directory = try TemporaryDirectory()
      let path = try await TinyModel.path
      let variable = try await Program.run(
        "model", "generate", "--prompt", "a", "--max-tokens", "1", environment: ["INFIR_MODEL": path])
      #expect(variable.code == 0, "\(variable.errors)")
      try FileManager.default.createDirectory(
        atPath: directory.file("infir"), withIntermediateDirectories: true)
      try directory.write(Array("model: \(path)\nthreads: 1\n".utf8), to: "infir/config.yaml")
      let file = try await Program.run(
        "model", "generate", "--prompt", "a", "--max-tokens", "1", environment: ["XDG_CONFIG_HOME": directory.path])
      #expect(file.code == 0, "\(file.errors)")
      #expect(file.output == variable.output)
      try await expectRefusal(
        ["model", "generate", "--prompt", "a"], saying: "--model", environment: ["INFIR_MODEL": ""])
    }
  }
}
