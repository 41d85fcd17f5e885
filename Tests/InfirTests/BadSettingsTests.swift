import Foundation
import TestSupport
import Testing

extension Commands {
  /// Settings and messages that can't be used.
  @Suite struct BadSettingsTests {
    private let directory: TemporaryDirectory

    init() throws {
      directory = try TemporaryDirectory()
      try FileManager.default.createDirectory(atPath: directory.file("infir"), withIntermediateDirectories: true)
    }

    @Test(
      "a settings file is refused",
      arguments: [
        ("modle: x\n", "modle"), ("threads: many\n", "threads"), ("threads: 0\n", "threads"),
        ("threads: -1\n", "threads"),
        ("- a\n- b\n", "model: PATH"), ("model: [\n", "line"), ("just words\n", "model: PATH"),
        ("model: {a: b}\n", "model"),
        ("1: 2\n", "unknown key"),
      ])
    func file(text: String, word: String) async throws {
      let path = try directory.write(Array(text.utf8), to: "infir/config.yaml")
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock], saying: path, word, environment: ["XDG_CONFIG_HOME": directory.path])
    }

    @Test func aSettingsFileThatCantBeReadIsRefused() async throws {
      try FileManager.default.createDirectory(
        atPath: directory.file("infir/config.yaml"), withIntermediateDirectories: true)
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock], saying: directory.file("infir/config.yaml"),
        environment: ["XDG_CONFIG_HOME": directory.path])
    }

    @Test("an empty settings file is no settings", arguments: ["", "\n", "# nothing\n", "{}\n", "model: null\n"])
    func empty(text: String) async throws {
      try directory.write(Array(text.utf8), to: "infir/config.yaml")
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock], saying: "no model is named", environment: ["XDG_CONFIG_HOME": directory.path]
      )
    }

    @Test("threads", arguments: ["abc", "0", "-2", "1.5", "99999999999999999999"])
    func threads(value: String) async throws {
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock], saying: "INFIR_THREADS is \(value)", environment: ["INFIR_THREADS": value])
    }

    @Test(
      "messages",
      arguments: [
        ("", "JSON"), ("{", "JSON"), ("{}", "no list"), ("[]", "message"), ("[1]", "role"),
        ("[{\"role\":\"user\"}]", "content"),
        ("[{\"role\":1,\"content\":\"a\"}]", "role"), ("[{\"role\":\"user\",\"content\":null}]", "content"),
      ])
    func messages(text: String, word: String) async throws {
      let path = try directory.write(Array(text.utf8), to: "messages.json")
      try await expectRefusal(
        ["model", "generate", "--model", try await TinyModel.path, "--messages", path], saying: path, word)
    }

    @Test func messagesThatArentThere() async throws {
      let path = directory.file("nowhere.json")
      try await expectRefusal(
        ["model", "generate", "--model", try await TinyModel.path, "--messages", path], saying: path)
      try await expectRefusal(
        ["model", "generate", "--model", try await TinyModel.path, "--messages", directory.path], saying: directory.path
      )
    }

    @Test func morePlacesThanPictures() async throws {
      let path = try directory.write(
        Array(#"[{"role":"user","content":"<image><image> What?"}]"#.utf8), to: "messages.json")
      try await expectRefusal(
        [
          "model", "generate", "--model", try await TinyModel.path, "--messages", path, "--image",
          ShippedEpisodes.clock + "/screens/0000.png",
        ], saying: "<image>")
    }

    @Test func aPromptThatIsTooLong() async throws {
      try await expectRefusal(
        [
          "model", "generate", "--model", try await TinyModel.path, "--prompt", String(repeating: "a", count: 9000),
        ], saying: "tokens", "8192", alsoAsJSON: false)
    }
  }
}
