import JSON
import Foundation
import TestSupport
import Testing

extension Commands {
  /// Models that can't be used, each by way of the command that would use it.
  @Suite struct BadModelTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// A tiny model with one thing wrong with it.
    struct Damage: CustomTestStringConvertible, Sendable {
      var name: String
      /// What the sentence must say, besides the model's path.
      var words: [String]
      /// Does it to a model's folder.
      var inflict: @Sendable (String) throws -> Void
      var testDescription: String { name }

      init(_ name: String, says words: String..., inflict: @escaping @Sendable (String) throws -> Void) {
        self.name = name
        self.words = words
        self.inflict = inflict
      }
    }

    @Test("is refused", arguments: weights + headers + tokenizers + configurations + processors)
    func refused(damage: Damage) async throws {
      let model = try await TinyModel.copy(to: directory)
      try damage.inflict(model)
      let result = try await Program.run("model", "generate", "--model", model, "--prompt", "a", "--max-tokens", "1")
      expectSentence(result, saying: [model] + damage.words, code: 1)
      #expect(result.output == "")
    }

    // MARK: - Weights

    private static func write(_ bytes: [UInt8], _ name: String, in model: String) throws {
      try Data(bytes).write(to: URL(fileURLWithPath: model + "/" + name))
    }

    private static func cut(_ name: String, to share: Double, in model: String) throws {
      let url = URL(fileURLWithPath: model + "/" + name)
      let bytes = try Data(contentsOf: url)
      try bytes.prefix(Int(Double(bytes.count) * share)).write(to: url)
    }

    private static func length(_ value: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static let weights = [
      Damage("weights that aren't there", says: "safetensors") {
        try FileManager.default.removeItem(atPath: $0 + "/model.safetensors")
      },
      Damage("weights cut in half", says: "model.safetensors") { try cut("model.safetensors", to: 0.5, in: $0) },
      Damage("weights cut within the header", says: "model.safetensors") {
        try cut("model.safetensors", to: 0.0005, in: $0)
      },
      Damage("empty weights", says: "model.safetensors") { try write([], "model.safetensors", in: $0) },
      Damage("weights that are text", says: "model.safetensors") {
        try write(Array("version https://git-lfs.github.com/spec/v1".utf8), "model.safetensors", in: $0)
      },
      Damage("a header of 2^64 - 1 bytes", says: "model.safetensors") {
        try write(length(.max) + [0x7B, 0x7D], "model.safetensors", in: $0)
      },
      Damage("a header of 2^63 - 1 bytes", says: "model.safetensors") {
        try write(length(UInt64(Int64.max)) + [0x7B, 0x7D], "model.safetensors", in: $0)
      },
      Damage("a header a byte longer than the file", says: "model.safetensors") {
        try write(length(3) + [0x7B, 0x7D], "model.safetensors", in: $0)
      },
      Damage("a header without tensors", says: "weight") {
        try write(length(2) + [0x7B, 0x7D], "model.safetensors", in: $0)
      },
      Damage("pickles", says: "pickle", "safetensors") {
        try FileManager.default.removeItem(atPath: $0 + "/model.safetensors")
        try write([0x80, 2], "pytorch_model.bin", in: $0)
      },
    ]

    private static func header(
      _ name: String, says words: String..., lie: @escaping @Sendable (inout SafetensorsFile) -> Void
    ) -> Damage {
      var damage = Damage(name) { model in
        var file = try SafetensorsFile(path: model + "/model.safetensors")
        lie(&file)
        try file.write(to: model + "/model.safetensors")
      }
      damage.words = words
      return damage
    }

    private static let headers = [
      header("tensors that overlap", says: "model.safetensors") {
        $0.header[$0.matrix + ".copy"] = $0.header[$0.matrix]
      },
      header("offsets beyond the file", says: "model.safetensors") {
        $0.set("data_offsets", of: $0.matrix, to: [0, Int.max])
      },
      header("offsets that go backwards", says: "model.safetensors") {
        $0.set("data_offsets", of: $0.matrix, to: [9, 1])
      },
      header("negative offsets", says: "model.safetensors") { $0.set("data_offsets", of: $0.matrix, to: [-8, 0]) },
      header("a shape of more than the bytes", says: "model.safetensors") {
        $0.set("shape", of: $0.matrix, to: [9, 9])
      },
      header("a shape whose product overflows", says: "model.safetensors") {
        $0.set("shape", of: $0.matrix, to: [Int.max, 4])
      },
      header("a negative shape", says: "model.safetensors") { $0.set("shape", of: $0.matrix, to: [-1, 4]) },
      header("a type that nobody knows", says: "I3") { $0.set("dtype", of: $0.matrix, to: "I3") },
      header("a shape with its sides swapped", says: "shape") { file in
        guard let name = file.header.keys.sorted().first(where: { Set(file.shape(of: $0)).count == 2 }) else { return }
        file.set("shape", of: name, to: Array(file.shape(of: name).reversed()))
      },
      header("a weight under another name", says: "language_model.model.norm.weight") {
        $0.header["stranger"] = $0.header.removeValue(forKey: "language_model.model.norm.weight")
      },
    ]

    // MARK: - Tokenizers

    private static func json(
      _ file: String, _ name: String, says words: String..., change: @escaping @Sendable (inout [String: Any]) -> Void
    ) -> Damage {
      var damage = Damage("\(file): \(name)") { model in
        let url = URL(fileURLWithPath: model + "/" + file)
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
        var changed = try #require(object)
        change(&changed)
        try JSONSerialization.data(withJSONObject: changed).write(to: url)
      }
      damage.words = words
      return damage
    }

    private static func changeModel(_ object: inout [String: Any], _ change: (inout [String: Any]) -> Void) {
      var model = object["model"] as? [String: Any] ?? [:]
      change(&model)
      object["model"] = model
    }

    private static let tokenizers = [
      Damage("no tokenizer", says: "tokenizer") { try FileManager.default.removeItem(atPath: $0 + "/tokenizer.json") },
      Damage("a torn tokenizer", says: "tokenizer.json") { try cut("tokenizer.json", to: 0.5, in: $0) },
      Damage("an empty tokenizer", says: "tokenizer.json") { try write([], "tokenizer.json", in: $0) },
      Damage("a tokenizer nested too deeply", says: "tokenizer.json") {
        try write(Array(repeating: UInt8(ascii: "["), count: 1_000_000), "tokenizer.json", in: $0)
      },
      json("tokenizer.json", "a merge of one part", says: "merge") { changeModel(&$0) { $0["merges"] = ["a"] } },
      json("tokenizer.json", "a merge of tokens that aren't there", says: "merge") {
        changeModel(&$0) { $0["merges"] = ["xyz uvw"] }
      },
      json("tokenizer.json", "merges that are numbers", says: "merge") { changeModel(&$0) { $0["merges"] = [1, 2] } },
      json("tokenizer.json", "another kind", says: "WordPiece") { changeModel(&$0) { $0["type"] = "WordPiece" } },
      json("tokenizer.json", "negative ids") { changeModel(&$0) { $0["vocab"] = ["a": -1] } },
      json("tokenizer.json", "absurd ids") { changeModel(&$0) { $0["vocab"] = ["a": Int.max] } },
      json("tokenizer.json", "no vocabulary", says: "tokenizer.json") { changeModel(&$0) { $0["vocab"] = nil } },
      json("tokenizer_config.json", "a torn template", says: "template") {
        $0["chat_template"] = "{% for message in messages %}{{ message['content'] }}"
      },
    ]

    // MARK: - Configurations

    private static func changeText(_ object: inout [String: Any], _ name: String, _ value: Any?) {
      var text = object["text_config"] as? [String: Any] ?? [:]
      text[name] = value
      object["text_config"] = text
    }

    private static let configurations = [
      Damage("no configuration", says: "config.json") {
        try FileManager.default.removeItem(atPath: $0 + "/config.json")
      },
      Damage("an empty configuration", says: "config.json") { try write([], "config.json", in: $0) },
      Damage("a torn configuration", says: "config.json") { try cut("config.json", to: 0.5, in: $0) },
      Damage("a configuration that is a list", says: "config.json") {
        try write(Array("[]".utf8), "config.json", in: $0)
      },
      json("config.json", "another architecture", says: "Qwen2VLForConditionalGeneration", "LlavaNext") {
        $0["architectures"] = ["Qwen2VLForConditionalGeneration"]
        $0["model_type"] = "qwen2_vl"
      },
      json("config.json", "more layers than the weights have", says: "model.layers.4") {
        changeText(&$0, "num_hidden_layers", 5)
      },
      json("config.json", "another width than the weights'", says: "shape") {
        changeText(&$0, "hidden_size", 64)
        changeText(&$0, "head_dim", 16)
      },
      json("config.json", "no width, which is then the usual one", says: "shape") {
        changeText(&$0, "hidden_size", nil)
      },
      json("config.json", "a negative width", says: "hidden_size") { changeText(&$0, "hidden_size", -128) },
      json("config.json", "an absurd width", says: "config.json") { changeText(&$0, "hidden_size", Int.max) },
      json("config.json", "a width in words", says: "hidden_size") { changeText(&$0, "hidden_size", "wide") },
      json("config.json", "no heads", says: "num_attention_heads") { changeText(&$0, "num_attention_heads", 0) },
      json("config.json", "billions of layers", says: "num_hidden_layers") {
        changeText(&$0, "num_hidden_layers", 4_000_000_000)
      },
      json("config.json", "a smaller vocabulary than the tokenizer's", says: "tokenizer") {
        changeText(&$0, "vocab_size", 64)
      },
    ]

    private static let processors = [
      Damage("no image processor", says: "preprocessor_config.json") {
        try FileManager.default.removeItem(atPath: $0 + "/preprocessor_config.json")
      },
      Damage("a torn image processor", says: "preprocessor_config.json") {
        try cut("preprocessor_config.json", to: 0.5, in: $0)
      },
      json("preprocessor_config.json", "other grids", says: "image_grid_pinpoints") {
        $0["image_grid_pinpoints"] = [[112, 112]]
      },
    ]

    // MARK: - GGUF

    private static func integer(_ value: UInt64, bytes: Int) -> [UInt8] {
      (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
    }

    /// The magic number, a version, the number of tensors, the number of keys.
    private static func gguf(version: UInt64 = 3, tensors: UInt64, keys: UInt64) -> [UInt8] {
      Array("GGUF".utf8) + integer(version, bytes: 4) + integer(tensors, bytes: 8) + integer(keys, bytes: 8)
    }

    private static let ggufs: [(name: String, bytes: [UInt8])] = [
      ("empty", []),
      ("text", Array("version https://git-lfs.github.com/spec/v1".utf8)),
      ("cut", Array("GGUF".utf8) + [3]),
      ("without keys", gguf(tensors: 0, keys: 0)),
      ("of a version to come", gguf(version: 99, tensors: 0, keys: 0)),
      ("with 2^64 - 1 tensors", gguf(tensors: .max, keys: 0)),
      ("with 2^64 - 1 keys", gguf(tensors: 0, keys: .max)),
      ("with 2^62 tensors", gguf(tensors: 1 << 62, keys: 0)),
      ("with a key of 2^63 letters", gguf(tensors: 0, keys: 1) + integer(1 << 63, bytes: 8)),
      (
        "with a list of 2^61 numbers",
        gguf(tensors: 0, keys: 1) + integer(1, bytes: 8) + [0x61] + integer(9, bytes: 4) + integer(5, bytes: 4)
          + integer(1 << 61, bytes: 8)
      ),
      (
        "with lists in lists without end",
        gguf(tensors: 0, keys: 1) + integer(1, bytes: 8) + [0x61]
          + (0..<100_000).flatMap { _ in integer(9, bytes: 4) + integer(1, bytes: 8) }
      ),
    ]

    @Test("a GGUF file is refused", arguments: ggufs.map(\.name))
    func gguf(name: String) async throws {
      let bytes = try #require(BadModelTests.ggufs.first { $0.name == name }?.bytes)
      let path = try directory.write(bytes, to: "model.gguf")
      try await expectRefusal(["model", "inspect", path], saying: path)
    }

    // MARK: - Paths

    @Test func pathsWithoutAModel() async throws {
      try await expectRefusal(["model", "inspect", "/nowhere"], saying: "/nowhere", ".gguf")
      try await expectRefusal(["model", "generate", "--model", "/nowhere", "--prompt", "a"], saying: "/nowhere")
      try await expectRefusal(["model", "tokenize", "--model", "/nowhere"], saying: "/nowhere")
      try await expectRefusal(["model", "verify", "/nowhere"], saying: "/nowhere")
      try await expectRefusal(["replay", ShippedEpisodes.clock, "--model", "/nowhere"], saying: "/nowhere")
      try await expectRefusal(["model", "inspect", directory.path], saying: directory.path, "config.json")
      let file = try directory.write(Array("text".utf8), to: "model.txt")
      try await expectRefusal(["model", "inspect", file], saying: file)
      try FileManager.default.createDirectory(
        atPath: directory.file("folder.gguf"), withIntermediateDirectories: true)
      try await expectRefusal(
        ["model", "inspect", directory.file("folder.gguf")], saying: directory.file("folder.gguf"))
    }

    @Test func replayingWithABadModelIsRefusedAsGenerating() async throws {
      let model = try await TinyModel.copy(to: directory)
      try Data().write(to: URL(fileURLWithPath: model + "/model.safetensors"))
      try await expectRefusal(
        ["replay", ShippedEpisodes.clock, "--model", model], saying: model + "/model.safetensors")
    }

    /// Verifies a tiny model against a reference of these tensors, all zeros.
    private func verify(_ tensors: (name: String, type: String, shape: [Int], bytes: Int)...) async throws
      -> Program.Result
    {
      let model = try await TinyModel.copy(to: directory)
      var reference = try SafetensorsFile(path: model + "/model.safetensors")
      reference.header = [:]
      reference.data = Data()
      for (name, type, shape, bytes) in tensors {
        let start = reference.data.count
        reference.header[name] = ["dtype": type, "shape": shape, "data_offsets": [start, start + bytes]]
        reference.data.append(Data(repeating: 0, count: bytes))
      }
      try reference.write(to: model + "/expected.safetensors")
      return try await Program.run("model", "verify", model)
    }

    @Test func aReferenceOfAnotherSizeIsRefused() async throws {
      let result = try await verify(("text_logits", "F32", [3], 12), ("text_ids", "I32", [1], 4))
      expectSentence(result, saying: ["text_logits", "3 values"], code: 1)
    }

    @Test func aReferenceOfAnotherTypeIsRefused() async throws {
      // Read as I32 these went beyond the end of the file.
      let result = try await verify(("text_logits", "BF16", [320], 640), ("text_ids", "U8", [3], 3))
      expectSentence(result, saying: ["text_ids", "U8"], code: 1)
    }
  }
}
