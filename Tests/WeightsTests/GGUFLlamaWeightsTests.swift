import Kernels
import Testing

@testable import Weights

@Suite struct GGUFLlamaWeightsTests {
  private func rows(_ tensor: Tensor) -> [Float] {
    let values = tensor.floats
    return (0..<tensor.rows).map { values[$0 * tensor.columns] }
  }

  @Test func rowsOfQueriesAndKeysHaveHuggingFacesOrder() throws {
    let weights = try GGUFLlamaWeights(try GGUF(file: Fixture.path("llama.gguf")))
    for (name, count) in [("q_proj", 32), ("k_proj", 16)] {
      let expected = (0..<count).map(Float.init)
      let plain = try #require(weights.tensor(named: "model.layers.0.self_attn.\(name).weight"))
      #expect(rows(plain) == expected)
      let bias = try #require(weights.tensor(named: "model.layers.0.self_attn.\(name).bias"))
      #expect(bias.floats == expected)
      let blocks = try #require(weights.tensor(named: "model.layers.1.self_attn.\(name).weight"))
      #expect(blocks.type == .q8_0)
      #expect(rows(blocks) == expected)
    }
  }

  @Test func theFileItselfIsAsStored() throws {
    let stored = try #require(try GGUF(file: Fixture.path("llama.gguf")).tensor(named: "blk.0.attn_k.bias"))
    #expect(stored.floats == [0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15])
  }

  @Test func otherTensorsAreViewsOfTheFile() throws {
    let file = try GGUF(file: Fixture.path("llama.gguf"))
    let weights = try GGUFLlamaWeights(file)
    let values = try #require(weights.tensor(named: "model.layers.0.self_attn.v_proj.weight"))
    #expect(values.storage === file.tensor(named: "blk.0.attn_v.weight")?.storage)
    #expect(weights.tensor(named: "model.embed_tokens.weight")?.shape == [3, 32])
    #expect(weights.tensor(named: "rope_freqs.weight")?.count == 4)
    #expect(weights.tensor(named: "blk.0.attn_v.weight") == nil)
    #expect(weights.tensorNames.count == file.tensorNames.count)
  }

  private func file(architecture: String, heads: UInt32?, type: UInt32 = 0) throws -> GGUF {
    var bytes = GGUFBytes(tensors: 2, pairs: heads == nil ? 1 : 2)
    bytes.key("general.architecture", type: 8)
    bytes.string(architecture)
    if let heads {
      bytes.key("llama.attention.head_count", type: 4)
      bytes.number(heads)
    }
    bytes.tensor("blk.0.attn_q.weight", sizes: [1, 4], type: 24, offset: 0)
    bytes.tensor("blk.0.attn_k.bias", sizes: [32], type: type, offset: 32)
    bytes.data(160)
    return try GGUF(storage: Storage(bytes.bytes), path: "x.gguf")
  }

  @Test func onlyLlamasArePermuted() throws {
    let name = "model.layers.0.self_attn.q_proj.weight"
    let llama = try GGUFLlamaWeights(file(architecture: "llama", heads: 1))
    #expect(llama.tensor(named: name)?.bytes == [0, 2, 1, 3])
    let other = try GGUFLlamaWeights(file(architecture: "qwen2", heads: 1))
    #expect(other.tensor(named: name)?.bytes == [0, 1, 2, 3])
  }

  @Test func headsThatDoNotFitAreErrors() throws {
    func damage(_ reason: String) -> WeightsError { .damaged(path: "x.gguf", format: "GGUF", reason: reason) }
    let missing = "it doesn't say in llama.attention.head_count how many attention heads it has"
    #expect(throws: damage(missing)) { try GGUFLlamaWeights(file(architecture: "llama", heads: nil)) }
    #expect(throws: damage(missing)) { try GGUFLlamaWeights(file(architecture: "llama", heads: 0)) }
    let uneven = "the 32 rows of blk.0.attn_k.bias are not 3 heads of an even size"
    #expect(throws: damage(uneven)) { try GGUFLlamaWeights(file(architecture: "llama", heads: 3)) }
    let single = "the 4 rows of blk.0.attn_q.weight are not 4 heads of an even size"
    #expect(throws: damage(single)) { try GGUFLlamaWeights(file(architecture: "llama", heads: 4)) }
    #expect(throws: WeightsError.unsupported(path: "x.gguf", what: "Q8_0 in the vector blk.0.attn_k.bias")) {
      try GGUFLlamaWeights(file(architecture: "llama", heads: 2, type: 8))
    }
  }

  @Test func twoTensorsOfOneNameAreAnError() throws {
    var bytes = GGUFBytes(tensors: 2)
    bytes.tensor("output.weight", sizes: [1], type: 24, offset: 0)
    bytes.tensor("lm_head.weight", sizes: [1], type: 24, offset: 32)
    bytes.data(64)
    let file = try GGUF(storage: Storage(bytes.bytes), path: "x.gguf")
    #expect(
      throws: WeightsError.damaged(path: "x.gguf", format: "GGUF", reason: "two of its tensors are lm_head.weight")
    ) { try GGUFLlamaWeights(file) }
  }
}
