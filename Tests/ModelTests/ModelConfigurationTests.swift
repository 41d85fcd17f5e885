import Foundation
import Kernels
import Model
import TestSupport
import Testing
import Weights

@Suite struct ModelConfigurationTests {
  private func read(_ json: String) throws -> ModelConfiguration {
    try ModelConfiguration(json: Array(json.utf8), path: "config.json")
  }

  private func reason(_ json: String) -> String {
    do {
      _ = try read(json)
      return "(read)"
    } catch {
      return "\(error)"
    }
  }

  private static let siglip = #""vision_config": {"model_type": "siglip_vision_model"}"#
  private static let full = #""vision_feature_select_strategy": "full""#

  /// A LLaVA file of the least that is needed, with more fields.
  private func llava(_ more: String, text: String = "{}") -> String {
    let rest = more.isEmpty ? "" : ", " + more
    return #"{"model_type": "llava", \#(Self.siglip), \#(Self.full), "text_config": \#(text)\#(rest)}"#
  }

  private func llama(_ more: String) -> String { #"{"model_type": "llama"\#(more.isEmpty ? "" : ", " + more)}"# }

  // MARK: - What files leave out

  @Test func aLlamaThatSaysNothingHasTransformersDefaults() throws {
    let expected = TextConfiguration(
      vocabularySize: 32_000, hiddenSize: 4_096, intermediateSize: 11_008, layers: 32, attentionHeads: 32,
      keyValueHeads: 32, headDimension: 128, maximumPositions: 2_048, rmsNormEpsilon: 1e-6, ropeTheta: 10_000,
      ropeScaling: .default, tiesWordEmbeddings: false, activation: .silu, beginOfTextID: 1, endOfTextIDs: [2])
    #expect(try read(llama("")) == ModelConfiguration(text: expected))
  }

  @Test func aLlavaThatSaysNothingHasTransformersDefaults() throws {
    let multimodal = try #require(try read(llava("")).multimodal)
    #expect(
      multimodal
        == MultimodalConfiguration(
          vision: VisionConfiguration(
            hiddenSize: 768, intermediateSize: 3_072, layers: 12, attentionHeads: 12, channels: 3, imageSize: 224,
            patchSize: 16, layerNormEpsilon: 1e-6, activation: .geluTanh),
          projectorActivation: .gelu, projectorHasBias: true, visionFeatureLayer: -2, imageTokenID: 32_000,
          gridPinpoints: nil))
  }

  @Test func aLlavaNextWithoutPinpointsHasThePublishedOnes() throws {
    let json = #"""
      {"model_type": "llava_next", "text_config": {}, \#(Self.full),
       "vision_config": {"model_type": "siglip_vision_model", "image_size": 336, "patch_size": 14}}
      """#
    let pinpoints = try #require(try read(json).multimodal?.gridPinpoints)
    #expect(
      pinpoints.map { [$0.height, $0.width] } == [[336, 672], [672, 336], [672, 672], [1008, 336], [336, 1008]])
  }

  @Test func nullIsTheSameAsAbsentExceptForTokens() throws {
    let text = try read(
      llama(
        #""head_dim": null, "num_key_value_heads": null, "rope_scaling": null, "bos_token_id": null, "eos_token_id": null"#
      )
    ).text
    #expect(text.headDimension == 128 && text.keyValueHeads == 32 && text.ropeScaling == .default)
    #expect(text.beginOfTextID == nil && text.endOfTextIDs == [])
  }

  // MARK: - Spellings

  @Test(arguments: [
    #""rope_theta": 500000.0, "rope_scaling": {"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}"#,
    #""rope_theta": 500000, "rope_scaling": {"type": "llama3", "factor": 32, "low_freq_factor": 1, "high_freq_factor": 4, "original_max_position_embeddings": 8192}"#,
    #""rope_parameters": {"rope_type": "llama3", "rope_theta": 5e5, "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}"#,
    #""max_position_embeddings": 8192, "rope_theta": 7, "rope_parameters": {"rope_type": "llama3", "rope_theta": 5e5, "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0}"#,
  ])
  func bothSpellingsOfRopeAreRead(json: String) throws {
    let text = try read(llama(json)).text
    #expect(text.ropeTheta == 500_000)
    #expect(
      text.ropeScaling
        == .llama3(factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8_192))
  }

  @Test func anEmptyOlderScalingLeavesTheNewerOne() throws {
    let text = try read(llama(#""rope_scaling": {}, "rope_parameters": {"rope_theta": 7, "rope_type": "default"}"#))
      .text
    #expect(text.ropeTheta == 7 && text.ropeScaling == .default)
  }

  @Test func endsAreANumberOrAList() throws {
    #expect(try read(llama(#""eos_token_id": 5"#)).text.endOfTextIDs == [5])
    #expect(try read(llama(#""eos_token_id": [5, 6]"#)).text.endOfTextIDs == [5, 6])
  }

  @Test func theImageTokenHasTwoNames() throws {
    #expect(try read(llava(#""image_token_index": 7"#)).multimodal?.imageTokenID == 7)
    #expect(try read(llava(#""image_token_id": 7"#)).multimodal?.imageTokenID == 7)
  }

  @Test func squareSizesMayBeLists() throws {
    let json = #"""
      {"model_type": "llava", "text_config": {}, \#(Self.full),
       "vision_config": {"model_type": "siglip_vision_model", "image_size": [448, 448], "patch_size": [14, 14]}}
      """#
    #expect(try read(json).multimodal?.vision.patchesPerSide == 32)
    #expect(reason(json.replacingOccurrences(of: "[448, 448]", with: "[448, 224]")).contains("only squares"))
  }

  // As found by building both models in transformers 5.24 with every combination.
  @Test(arguments: [
    ("llava", "", "", false), ("llava", "", "true", true), ("llava", "", "false", false), ("llava", "true", "", true),
    ("llava", "true", "false", true), ("llava", "false", "true", true), ("llava_next", "", "", false),
    ("llava_next", "", "true", false), ("llava_next", "true", "", true), ("llava_next", "true", "false", true),
    ("llava_next", "false", "true", false),
  ])
  func whoDecidesOnTyingDependsOnTheModel(model: String, above: String, inText: String, isTied: Bool) throws {
    let top = above.isEmpty ? "" : #", "tie_word_embeddings": \#(above)"#
    let text = inText.isEmpty ? "{}" : #"{"tie_word_embeddings": \#(inText)}"#
    let json = #"""
      {"model_type": "\#(model)", "text_config": \#(text)\#(top), \#(Self.full), "image_grid_pinpoints": [[224, 448]],
       \#(Self.siglip)}
      """#
    #expect(try read(json).text.tiesWordEmbeddings == isTied)
  }

  // MARK: - What is refused

  @Test func anotherArchitectureIsNamed() {
    #expect(reason(#"{"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2"}"#).contains("Qwen2ForCausalLM"))
    #expect(reason(#"{"model_type": "mamba"}"#).contains("mamba"))
    #expect(reason("{}").contains("(none named)"))
    #expect(reason(#"{"model_type": "llava"}"#).contains("clip_vision_model"))
    #expect(reason(#"{"model_type": "llava", "vision_config": {}}"#).contains("clip_vision_model"))
    #expect(reason(llava("", text: #"{"model_type": "qwen2"}"#)).contains("qwen2"))
  }

  @Test(arguments: [
    (#""rope_scaling": {"type": "linear", "factor": 2.0}"#, "linear"),
    (#""rope_scaling": {"rope_type": "dynamic", "factor": 2.0}"#, "dynamic"),
    (#""rope_parameters": {"rope_type": "yarn", "factor": 2.0}"#, "yarn"),
    (#""rope_scaling": {"rope_type": "llama3", "factor": 2.0}"#, "low_freq_factor is missing"),
    (
      #""rope_scaling": {"rope_type": "llama3", "factor": 2, "low_freq_factor": 4, "high_freq_factor": 1}"#, "no ramp"
    ),
    (#""partial_rotary_factor": 0.5"#, "partial_rotary_factor is 0.5"),
    (#""attention_bias": true"#, "attention_bias is true"),
    (#""mlp_bias": true"#, "mlp_bias is true"),
    (#""hidden_act": "relu""#, "hidden_act is relu"),
    (#""quantization_config": {"bits": 4}"#, "quantization_config"),
    (#""hidden_size": 0"#, "hidden_size is 0"),
    (#""hidden_size": -64"#, "hidden_size is -64"),
    (#""hidden_size": 1099511627776"#, "hidden_size is 1099511627776"),
    (#""hidden_size": 9223372036854775808"#, "a number in it is too large"),
    (#""hidden_size": "64""#, "hidden_size has an unexpected type"),
    (#""num_attention_heads": 0"#, "num_attention_heads is 0"),
    (#""num_attention_heads": 3"#, "not a multiple"),
    (#""num_key_value_heads": 5"#, "not a multiple of num_key_value_heads"),
    (#""head_dim": 7"#, "odd"),
    (#""num_hidden_layers": 1000000"#, "num_hidden_layers is 1000000"),
    (#""rms_norm_eps": -1"#, "rms_norm_eps"),
    (#""rope_theta": 0"#, "rope_theta"),
    (#""bos_token_id": 4294967296"#, "bos_token_id"),
    (#""eos_token_id": [1, 4294967296]"#, "eos_token_id"),
  ])
  func aLlamaThatCannotBeIsRefusedWithTheReason(json: String, expected: String) {
    #expect(reason(llama(json)).contains(expected), "\(reason(llama(json)))")
  }

  @Test(arguments: [
    (#""vision_feature_layer": [-2, -5]"#, "only one layer"),
    (#""vision_feature_layer": 13"#, "not among the 13 hidden states"),
    (#""vision_feature_layer": -14"#, "not among the 13 hidden states"),
    (#""projector_hidden_act": "relu""#, "projector_hidden_act is relu"),
    (#""image_token_index": -1"#, "negative"),
  ])
  func aLlavaThatCannotBeIsRefusedWithTheReason(json: String, expected: String) {
    #expect(reason(llava(json)).contains(expected), "\(reason(llava(json)))")
  }

  @Test func theDefaultStrategyIsRefused() {
    let json = #"{"model_type": "llava", "text_config": {}, \#(Self.siglip)}"#
    #expect(reason(json).contains("vision_feature_select_strategy is default"))
  }

  @Test func pinpointsAreWholeTiles() {
    func next(_ pinpoints: String) -> String {
      let rest = #""image_grid_pinpoints": \#(pinpoints)}"#
      return #"{"model_type": "llava_next", "text_config": {}, \#(Self.siglip), \#(Self.full), "# + rest
    }
    #expect(reason(next("[[224, 448]]")) == "(read)")
    #expect(reason(next("[[300, 448]]")).contains("300×448"))
    #expect(reason(next("[[0, 448]]")).contains("0×448"))
    #expect(reason(next("[[448]]")).contains("no height and width"))
    #expect(reason(next("[]")).contains("0 sizes"))
  }

  @Test func whatIsNoJSONIsRefused() {
    for text in ["", "{", "[]", "null", "{\"a\": }", String(repeating: "[", count: 100_000)] {
      #expect(reason(text).hasPrefix("config.json can't be used"), "\(text.prefix(10))")
    }
  }

  @Test func damagedFilesAreReadOrRefusedButNeverCrash() throws {
    var mutator = Mutator(seed: 1)
    let files = [
      Configurations.text, Configurations.pictures, try read(llava("", text: #"{"eos_token_id": [1, 2]}"#)),
    ].map { Array($0.json().utf8) }
    var refused = 0
    for index in 0..<Mutator.inputs {
      do {
        let configuration = try ModelConfiguration(
          json: mutator.mutate(files[index % files.count]), path: "config.json")
        // What is accepted can be counted without overflow.
        _ = configuration.multimodal?.vision.patches
        _ = configuration.text.ropeFrequencies
        if configuration.text.layers < 64 { _ = configuration.parameters.reduce(0) { $0 + $1.count } }
      } catch { refused += 1 }
    }
    #expect(refused > 0)
  }

  // MARK: - Writing

  @Test func whatIsWrittenReadsBackEqual() throws {
    var ropeless = Configurations.pictures
    ropeless.text.ropeScaling = .llama3(
      factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8_192)
    ropeless.text.tiesWordEmbeddings = true
    ropeless.text.endOfTextIDs = [3, 4]
    ropeless.text.beginOfTextID = 7
    ropeless.text.headDimension = 10
    ropeless.text.rmsNormEpsilon = 1e-5
    ropeless.multimodal?.visionFeatureLayer = -1
    ropeless.multimodal?.projectorHasBias = false
    ropeless.multimodal?.gridPinpoints = nil
    for configuration in [Configurations.text, Configurations.pictures, ropeless] {
      #expect(try read(configuration.json(weightType: .bf16)) == configuration)
    }
  }

  @Test(.enabled(if: ReferenceCase.areThere, Comment(rawValue: Shared.missing)), arguments: ReferenceCase.names)
  func transformersOwnFilesReadBackEqual(name: String) throws {
    let configuration = try ReferenceCase(name).configuration
    #expect(try read(configuration.json()) == configuration)
  }
}
