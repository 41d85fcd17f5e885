import Kernels
import Model
import Testing
import Weights

@Suite struct BoundWeightsTests {
  private func weights(_ configuration: ModelConfiguration) -> [String: Tensor] {
    let random = RandomWeights(configuration)
    return Dictionary(
      random.tensorNames.compactMap { name in random.tensor(named: name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func error(_ configuration: ModelConfiguration, _ weights: [String: Tensor]) -> ModelError? {
    do {
      _ = try VisionLanguageModel(configuration: configuration, weights: weights, threads: 1)
      return nil
    } catch { return error }
  }

  @Test func everyUsedWeightIsMissedByName() {
    let all = weights(Configurations.pictures)
    #expect(error(Configurations.pictures, all) == nil)
    for parameter in Configurations.pictures.parameters {
      var some = all
      some[parameter.name] = nil
      // The selected hidden state is that of the last layer but one; what comes after it isn't asked for.
      let isUsed = !["vision_tower.encoder.layers.2.", "vision_tower.post_layernorm."].contains { prefix in
        parameter.name.hasPrefix(prefix)
      }
      #expect(error(Configurations.pictures, some) == (isUsed ? .missingWeight(name: parameter.name) : nil))
    }
  }

  @Test func everyWrongShapeIsNamed() {
    let all = weights(Configurations.text)
    for parameter in Configurations.text.parameters {
      var some = all
      some[parameter.name] = Tensor([1, 2], shape: [2])
      #expect(
        error(Configurations.text, some)
          == .wrongShape(name: parameter.name, expected: parameter.shape, found: [2]))
    }
  }

  @Test func numbersThatAreNoWeightsAreRefused() {
    var all = weights(Configurations.text)
    all["model.norm.weight"] = Tensor(shape: [48], type: .i64, storage: Storage(count: 48 * 8) { _ in })
    #expect(error(Configurations.text, all) == .unsupportedType(name: "model.norm.weight", type: "I64"))
  }

  @Test func aTiedModelMayHaveACopyOfTheEmbeddingButNothingElse() throws {
    var tied = Configurations.text
    tied.text.tiesWordEmbeddings = true
    var all = weights(tied)
    let embedding = try #require(all["model.embed_tokens.weight"])
    all["lm_head.weight"] = Tensor(
      shape: embedding.shape, type: embedding.type, storage: embedding.storage, byteOffset: embedding.byteOffset)
    #expect(error(tied, all) == nil)
    all["lm_head.weight"] = Tensor(
      shape: embedding.shape, type: .bf16, storage: Storage(count: embedding.byteCount) { _ in })
    let refused = error(tied, all)
    #expect("\(String(describing: refused))".contains("tie_word_embeddings"))
  }

  @Test func impossibleSizesAreRefusedBeforeWeightsAreLookedAt() {
    var configuration = Configurations.text
    configuration.text.hiddenSize = 1 << 40
    guard case .configuration = error(configuration, [:]) else {
      Issue.record("\(String(describing: error(configuration, [:])))")
      return
    }
  }
}
