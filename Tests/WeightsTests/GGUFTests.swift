import Foundation
import Kernels
import TestSupport
import Testing

@testable import Weights

@Suite struct GGUFTests {
  @Test func valuesAreThoseOfTheReference() throws {
    let file = try GGUF(file: Fixture.path("quants.gguf"))
    let expected = try Safetensors(file: Fixture.path("quants.safetensors"))
    #expect(file.tensorNames.count == 12)
    for name in expected.tensorNames {
      let tensor = try #require(file.tensor(named: name))
      let reference = try #require(expected.tensor(named: name))
      #expect(tensor.type.rawValue == name)
      #expect(tensor.shape == [2, 256])
      // Exactly: both multiply and add in float32, in the same order.
      let wrong = zip(tensor.floats, reference.floats).enumerated().filter { $1.0.bitPattern != $1.1.bitPattern }
      #expect(wrong.isEmpty, "\(name): \(wrong.prefix(3))")
    }
  }

  @Test func everyKindOfMetadataIsRead() throws {
    let file = try GGUF(file: Fixture.path("quants.gguf"))
    #expect(file.version == 3)
    #expect(file.metadata["test.uint8"] == .unsigned(200))
    #expect(file.metadata["test.int8"] == .signed(-100))
    #expect(file.metadata["test.uint16"] == .unsigned(60_000))
    #expect(file.metadata["test.int16"] == .signed(-30_000))
    #expect(file.metadata["test.uint32"] == .unsigned(4_000_000_000))
    #expect(file.metadata["test.int32"] == .signed(-2_000_000_000))
    #expect(file.metadata["test.uint64"] == .unsigned(1 << 63 + 1))
    #expect(file.metadata["test.int64"] == .signed(-(1 << 62)))
    #expect(file.metadata["test.float32"] == .float(Double(Float(0.1))))
    #expect(file.metadata["test.float64"] == .float(0.1))
    #expect(file.metadata["test.bool"] == .bool(true))
    #expect(file.metadata["test.string"] == .string("ünïcode Ġ"))
  }

  @Test func accessorsConvertWhatFits() throws {
    let file = try GGUF(file: Fixture.path("quants.gguf"))
    #expect(file.string("general.architecture") == "fixture")
    #expect(file.integer("test.int8") == -100)
    #expect(file.integer("test.uint64") == nil)
    #expect(file.integer("test.float32") == nil)
    #expect(file.number("test.uint8") == 200)
    #expect(file.number("test.float64") == 0.1)
    #expect(file.bool("test.bool") == true)
    #expect(file.strings("test.strings") == ["a", "", "Ġthe", "日本"])
    #expect(file.integers("test.integers") == [1, -2, 3])
    #expect(file.numbers("test.integers") == [1, -2, 3])
    #expect(file.numbers("test.numbers") == [0.5, -1.25])
    #expect(file.bools("test.bools") == [true, false])
    #expect(file.string("test.bool") == nil)
    #expect(file.strings("none") == nil)
  }

  @Test func dimensionsHavePyTorchsOrder() throws {
    let cube = try #require(try GGUF(file: Fixture.path("quants.gguf")).tensor(named: "cube"))
    #expect(cube.shape == [2, 3, 4])
    #expect(cube.floats == (0..<24).map(Float.init))
  }

  @Test func versionTwoIsReadToo() throws {
    var bytes = try Fixture.bytes("quants.gguf")
    bytes[4] = 2
    let file = try GGUF(storage: Storage(bytes), path: "two")
    #expect(file.version == 2)
    #expect(file.tensorNames.count == 12)
  }

  @Test func aMissingFileIsNamed() {
    let error = #expect(throws: WeightsError.self) { try GGUF(file: "/nowhere/model.gguf") }
    #expect(
      error?.description
        == "/nowhere/model.gguf can't be read: No such file or directory; check the path and its permissions")
  }

  static let smolLM = Shared.downloads.appendingPathComponent("SmolLM2-135M-Instruct.Q4_1.gguf").path

  @Test(.enabled(if: FileManager.default.fileExists(atPath: smolLM), "the test models are not downloaded"))
  func aRealModelOpens() throws {
    let file = try GGUF(file: Self.smolLM)
    #expect(file.string("general.architecture") == "llama")
    #expect(file.integer("llama.block_count") == 30)
    #expect(file.number("llama.rope.freq_base") == 100_000)
    #expect(file.strings("tokenizer.ggml.tokens")?.count == 49_152)
    #expect(file.integers("tokenizer.ggml.token_type")?.count == 49_152)
    #expect(file.strings("tokenizer.ggml.merges")?.count == 48_900)
    #expect(file.tensorNames.count == 272)
    let embedding = try #require(file.tensor(named: "token_embd.weight"))
    #expect(embedding.shape == [49_152, 576])
    #expect(embedding.type == .q8_0)
    #expect(try GGUFLlamaWeights(file).tensor(named: "model.layers.29.self_attn.k_proj.weight")?.shape == [192, 576])
  }
}
