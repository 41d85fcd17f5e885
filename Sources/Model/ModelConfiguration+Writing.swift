internal import JSON
public import Kernels

extension ModelConfiguration {
  /// The class in transformers that runs it, for example `LlavaNextForConditionalGeneration`.
  public var architecture: String {
    guard let multimodal else { return "LlamaForCausalLM" }
    return multimodal.gridPinpoints == nil ? "LlavaForConditionalGeneration" : "LlavaNextForConditionalGeneration"
  }

  /// The text of a `config.json` that transformers and this program read back to the same configuration.
  ///
  /// RoPE is written in both spellings, for readers older and newer than transformers 5.
  ///
  /// - Parameter weightType: what the weights beside it are stored as; transformers loads them so.
  public func json(weightType: ElementType = .f32) -> String {
    let type: JSONValue =
      switch weightType {
      case .bf16: "bfloat16"
      case .f16: "float16"
      default: "float32"
      }
    let architectures: JSONValue = [.string(architecture)]
    guard let multimodal else {
      return Self.file([("architectures", architectures), ("dtype", type)] + text.fields)
    }
    let isNext = multimodal.gridPinpoints != nil
    var fields: [(String, JSONValue)] = [
      ("architectures", architectures),
      ("model_type", isNext ? "llava_next" : "llava"),
      ("dtype", type),
    ]
    if let pinpoints = multimodal.gridPinpoints {
      fields.append(("image_grid_pinpoints", .array(pinpoints.map { [.integer($0.height), .integer($0.width)] })))
    }
    fields += [
      ("image_seq_length", .integer(multimodal.vision.patches)),
      ("image_token_index", .integer(Int(multimodal.imageTokenID))),
      ("multimodal_projector_bias", .bool(multimodal.projectorHasBias)),
      ("projector_hidden_act", .string(multimodal.projectorActivation.rawValue)),
      ("text_config", .object(JSONObject(text.fields))),
      ("tie_word_embeddings", .bool(text.tiesWordEmbeddings)),
      ("vision_config", .object(JSONObject(multimodal.vision.fields))),
      ("vision_feature_layer", .integer(multimodal.visionFeatureLayer)),
      ("vision_feature_select_strategy", "full"),
    ]
    return Self.file(fields)
  }

  private static func file(_ fields: [(String, JSONValue)]) -> String { JSONObject(fields).text(.indented) + "\n" }
}

extension TextConfiguration {
  fileprivate var fields: [(String, JSONValue)] {
    var scaling: [(String, JSONValue)] = []
    if case .llama3(let factor, let low, let high, let original) = ropeScaling {
      scaling = [
        ("rope_type", "llama3"), ("factor", .real(factor)), ("low_freq_factor", .real(low)),
        ("high_freq_factor", .real(high)), ("original_max_position_embeddings", .integer(original)),
      ]
    }
    let parameters = scaling.isEmpty ? [("rope_type", "default")] : scaling
    let ends = endOfTextIDs.map { JSONValue.integer(Int($0)) }
    return [
      ("model_type", "llama"),
      ("vocab_size", .integer(vocabularySize)),
      ("hidden_size", .integer(hiddenSize)),
      ("intermediate_size", .integer(intermediateSize)),
      ("num_hidden_layers", .integer(layers)),
      ("num_attention_heads", .integer(attentionHeads)),
      ("num_key_value_heads", .integer(keyValueHeads)),
      ("head_dim", .integer(headDimension)),
      ("hidden_act", .string(activation.rawValue)),
      ("max_position_embeddings", .integer(maximumPositions)),
      ("rms_norm_eps", .real(rmsNormEpsilon)),
      ("rope_theta", .real(ropeTheta)),
      ("rope_scaling", scaling.isEmpty ? .null : .object(JSONObject(scaling))),
      ("rope_parameters", .object(JSONObject(parameters + [("rope_theta", .real(ropeTheta))]))),
      ("tie_word_embeddings", .bool(tiesWordEmbeddings)),
      ("attention_bias", false),
      ("mlp_bias", false),
      ("bos_token_id", beginOfTextID.map { .integer(Int($0)) } ?? .null),
      ("eos_token_id", ends.count > 1 ? .array(ends) : ends.first ?? .null),
    ]
  }
}

extension VisionConfiguration {
  fileprivate var fields: [(String, JSONValue)] {
    [
      ("model_type", "siglip_vision_model"),
      ("hidden_size", .integer(hiddenSize)),
      ("intermediate_size", .integer(intermediateSize)),
      ("num_hidden_layers", .integer(layers)),
      ("num_attention_heads", .integer(attentionHeads)),
      ("num_channels", .integer(channels)),
      ("image_size", .integer(imageSize)),
      ("patch_size", .integer(patchSize)),
      ("hidden_act", .string(activation.rawValue)),
      ("layer_norm_eps", .real(layerNormEpsilon)),
      // The pooling head takes no part; without this line transformers would miss its weights.
      ("vision_use_head", false),
    ]
  }
}
