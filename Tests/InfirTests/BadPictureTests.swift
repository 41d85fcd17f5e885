import JSON
import Foundation
import TestSupport
import Testing

extension Commands {
  /// Pictures that can't be used: given as such, and in an episode.
  @Suite struct BadPictureTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private static func fixture(_ name: String) throws -> [UInt8] {
      [UInt8](try Data(contentsOf: Shared.repository.appendingPathComponent("Tests/ImagingTests/Fixtures/" + name)))
    }

    /// A whole header (signature, IHDR with the right checksum) of a PNG of that size, and no pixels.
    private static func png(width: UInt32, height: UInt32) -> [UInt8] {
      func integer(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
      }
      func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + bytes
        return integer(UInt32(bytes.count)) + body + integer(checksum(body))
      }
      return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", integer(width) + integer(height) + [8, 2, 0, 0, 0]) + chunk("IDAT", []) + chunk("IEND", [])
    }

    /// CRC-32 as PNG has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(UInt32.max) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
      }
    }

    /// A JPEG whose frame says that it has 65,535 × 65,535 pixels, the most that JPEG can say.
    private static func hugeJPEG() throws -> [UInt8] {
      var bytes = try fixture("jpeg-444.jpg")
      let frame = try #require(bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xC0 })
      for index in 5..<9 { bytes[frame + index] = 0xFF }
      return bytes
    }

    private static let damaged = [
      "cut.png", "cut.jpg", "huge.png", "huge.jpg", "header.png", "empty.png", "text.png", "missing.png", "folder.png",
    ]

    /// Makes one of them; the path.
    private func make(_ name: String) throws -> String {
      switch name {
      case "cut.png":
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ShippedEpisodes.clock + "/screens/0001.png")))
        try directory.write(Array(bytes.prefix(bytes.count / 2)), to: name)
      case "cut.jpg":
        let bytes = try BadPictureTests.fixture("jpeg-444.jpg")
        try directory.write(Array(bytes.prefix(bytes.count / 2)), to: name)
      case "huge.png": try directory.write(BadPictureTests.png(width: 100_000, height: 100_000), to: name)
      case "huge.jpg": try directory.write(try BadPictureTests.hugeJPEG(), to: name)
      case "header.png": try directory.write(BadPictureTests.png(width: 0, height: 5), to: name)
      case "empty.png": try directory.write([], to: name)
      case "text.png": try directory.write(Array("not a picture".utf8), to: name)
      case "folder.png":
        try FileManager.default.createDirectory(atPath: directory.file(name), withIntermediateDirectories: true)
      default: break
      }
      return directory.file(name)
    }

    @Test("is refused as --image", arguments: damaged)
    func image(name: String) async throws {
      let picture = try make(name)
      try await expectRefusal(
        [
          "model", "generate", "--model", try await TinyModel.path, "--prompt", "a", "--max-tokens", "1", "--image",
          picture,
        ],
        saying: picture)
    }

    /// An episode whose second step has this picture.
    private func episode(with name: String) throws -> (path: String, screen: String) {
      let episode = try ShippedEpisodes.copy(ShippedEpisodes.clock, to: directory)
      let screen = episode + "/screens/0001.png"
      try FileManager.default.removeItem(atPath: screen)
      try FileManager.default.moveItem(atPath: try make(name), toPath: screen)
      return (episode, screen)
    }

    @Test(
      "is said of a step's screenshot", arguments: damaged.filter { !["missing.png", "folder.png"].contains($0) })
    func screenshot(name: String) async throws {
      let (episode, screen) = try episode(with: name)
      let result = try await Program.run(
        "replay", episode, "--model", try await TinyModel.path, "--step", "1", "--json")
      expectSentence(result, saying: [screen], code: 1)
      let errors = try Events(result).named("error")
      #expect(errors.count == 1)
      #expect((errors.first?["message"] as? String)?.contains(screen) == true, "\(errors)")
    }

    @Test func aScreenshotCostsItsStepAndNoOtherOne() async throws {
      let (episode, screen) = try episode(with: "cut.png")
      let result = try await Program.run("replay", episode, "--model", try await TinyModel.path, "--json")
      expectSentence(result, saying: [screen], code: 1)
      let events = try Events(result)
      let kinds = events.all.compactMap { $0["event"] as? String }.filter {
        ["observation", "action", "error", "result"].contains($0)
      }
      #expect(
        kinds == [
          "observation", "action", "result", "observation", "error", "result", "observation", "action", "result",
          "observation", "action", "result",
        ])
    }

    @Test func aTextModelTakesNoPicture() async throws {
      let model = try await TinyModel.copy(to: directory)
      let url = URL(fileURLWithPath: model + "/config.json")
      let config = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
      var text = try #require(config["text_config"] as? [String: Any])
      text["architectures"] = ["LlamaForCausalLM"]
      text["model_type"] = "llama"
      try JSONSerialization.data(withJSONObject: text).write(to: url)
      var file = try SafetensorsFile(path: model + "/model.safetensors")
      for name in file.header.keys where name.hasPrefix("language_model.") {
        file.header[String(name.dropFirst("language_model.".count))] = file.header.removeValue(forKey: name)
      }
      try file.write(to: model + "/model.safetensors")
      let answer = try await Program.run("model", "generate", "--model", model, "--prompt", "a", "--max-tokens", "1")
      #expect(answer.code == 0, "\(answer.errors)")
      try await expectRefusal(
        [
          "model", "generate", "--model", model, "--prompt", "a", "--image",
          ShippedEpisodes.clock + "/screens/0000.png",
        ], saying: model, "text-only")
    }
  }
}
