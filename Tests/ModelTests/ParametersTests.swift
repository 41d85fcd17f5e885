import Kernels
import Model
import TestSupport
import Testing
import Weights

@Suite struct ParametersTests {
  @Test(.enabled(if: ReferenceCase.areThere, Comment(rawValue: Shared.missing)), arguments: ReferenceCase.names)
  func theyAreWhatTransformersWritesButForThePoolingHead(name: String) throws {
    let reference = try ReferenceCase(name)
    let parameters = reference.configuration.parameters
    let written = reference.weights.tensorNames.filter { !$0.hasPrefix("vision_tower.head.") }
    #expect(parameters.map(\.name).sorted() == written)
    for parameter in parameters {
      #expect(reference.weights.tensor(named: parameter.name)?.shape == parameter.shape, "\(parameter.name)")
    }
  }

  @Test func partsAreInReadingOrderAndComplete() {
    let parameters = Configurations.pictures.parameters
    var parts: [ModelPart] = []
    for parameter in parameters where parts.last != parameter.part { parts.append(parameter.part) }
    #expect(parts == [.vision, .projector, .language])
    #expect(Set(parameters.map(\.name)).count == parameters.count)
  }

  @Test func aTextOnlyModelHasTheNamesOfALlama() {
    let names = Configurations.text.parameters.map(\.name)
    #expect(names.first == "model.embed_tokens.weight")
    #expect(names.contains("model.layers.2.mlp.down_proj.weight"))
    #expect(names.last == "lm_head.weight")
    var tied = Configurations.text
    tied.text.tiesWordEmbeddings = true
    #expect(tied.parameters.map(\.name) == names.dropLast())
  }

  @Test func normsBeginAtOneAndBiasesAtZero() {
    for parameter in Configurations.pictures.parameters {
      let isNorm = parameter.name.contains("norm") && parameter.name.hasSuffix(".weight")
      #expect((parameter.initialisation == .ones) == isNorm, "\(parameter.name)")
      if parameter.initialisation == .zeros { #expect(parameter.name.hasSuffix(".bias")) }
    }
  }
}
