import Foundation
import TestSupport
import Testing

extension Commands {
  /// `infir model inspect` and `infir model assemble`.
  @Suite struct ModelCommandTests {
    @Test func inspectingSaysWhatAModelIsMadeOf() async throws {
      // From its folder, so that the path in the text is the same everywhere.
      let folder = URL(fileURLWithPath: try await TinyModel.path).deletingLastPathComponent().path
      let result = try await Program.run("model", "inspect", "tiny", in: folder)
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, "model-inspect")
    }

    @Test func inspectingAsJSON() async throws {
      let path = try await TinyModel.path
      let result = try await Program.run("model", "inspect", path, "--json")
      #expect(result.code == 0)
      #expect(result.errors == "")
      let events = try Events(result)
      let model = try #require(events.all.first)
      #expect(events.all.count == 1)
      #expect(model["event"] as? String == "model")
      #expect(model["path"] as? String == path)
      #expect(model["architecture"] as? String == "LlavaNextForConditionalGeneration")
      let parts = try #require(model["parts"] as? [[String: Any]])
      #expect(parts.compactMap { $0["name"] as? String } == ["vision", "projector", "language"])
      #expect(parts.compactMap { $0["parameters"] as? Int }.reduce(0, +) == model["parameters"] as? Int)
      let bytes = parts.compactMap { $0["bytes"] as? [String: Int] }.flatMap(\.values).reduce(0, +)
      #expect(bytes == model["weight_bytes"] as? Int)
    }

    @Test func theSameSeedMakesTheSameFiles() async throws {
      let directory = try TemporaryDirectory()
      let path = try await TinyModel.path
      for (name, seed) in [("same", "1"), ("other", "2")] {
        let result = try await Program.run(
          "model", "assemble", "--preset", "tiny", "--random", "--seed", seed, "--out", directory.file(name), "--json")
        #expect(result.code == 0)
        let events = try Events(result)
        #expect(events.phase("writing").last?["fraction"] as? Double == 1)
        #expect(events.order == ["progress", "model"])
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      #expect(files.contains("config.json") && files.contains("model.safetensors"))
      for file in files {
        let original = FileManager.default.contents(atPath: path + "/" + file)
        #expect(original == FileManager.default.contents(atPath: directory.file("same/" + file)), "\(file)")
      }
      #expect(
        FileManager.default.contents(atPath: path + "/model.safetensors")
          != FileManager.default.contents(atPath: directory.file("other/model.safetensors")))
    }

    @Test func whatIsThereAlreadyIsNotOverwritten() async throws {
      let directory = try TemporaryDirectory()
      let copy = try await TinyModel.copy(to: directory)
      let before = FileManager.default.contents(atPath: copy + "/config.json")
      try await expectRefusal(
        ["model", "assemble", "--preset", "tiny", "--random", "--out", copy], saying: copy, "there is something already"
      )
      #expect(FileManager.default.contents(atPath: copy + "/config.json") == before)
    }

    @Test("folders that can't be made", arguments: ["/proc/infir", "/dev/null/infir"])
    func unwritable(path: String) async throws {
      try await expectRefusal(
        ["model", "assemble", "--preset", "tiny", "--random", "--out", path], saying: path, "can't be written")
    }

    @Test func partsThatAreNoPartsAreRefused() async throws {
      let directory = try TemporaryDirectory()
      let path = try await TinyModel.path
      let out = directory.file("out")
      try await expectRefusal(
        ["model", "assemble", "--vision", "/nowhere", "--language", path, "--out", out], saying: "/nowhere")
      try await expectRefusal(
        ["model", "assemble", "--vision", path, "--language", path, "--out", out], saying: path, "siglip")
      try await expectRefusal(
        ["model", "assemble", "--preset", "tiny", "--random", "--tokenizer", "/nowhere.json", "--out", out],
        saying: "/nowhere.json")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
