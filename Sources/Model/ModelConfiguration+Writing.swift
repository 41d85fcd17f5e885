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
    let type: JSONText =
      switch weightType {
      case .bf16: "bfloat16"
      case .f16: "float16"
      default: "float32"
      }
    let architectures: JSONText = [.string(architecture)]
    guard let multimodal else {
      return JSONText.object([("architectures", architectures), ("dtype", type)] + text.fields).text() + "\n"
    }
    let isNext = multimodal.gridPinpoints != nil
    var fields: [(String, JSONText)] = [
      ("architectures", architectures),
      ("model_type", isNext ? "llava_next" : "llava"),
      ("dtype", type),
    ]
    if let pinpoints = multimodal.gridPinpoints {
      fields.append(("image_grid_pinpoints", .array(pinpoints.map { [.int($0.height), .int($0.width)] })))
    }
    fields += [
      ("image_seq_length", .int(multimodal.vision.patches)),
      ("image_token_index", .int(Int(multimodal.imageTokenID))),
      ("multimodal_projector_bias", .bool(multimodal.projectorHasBias)),
      ("projector_hidden_act", .string(multimodal.projectorActivation.rawValue)),
      ("text_config", .object(text.fields)),
      ("tie_word_embeddings", .bool(text.tiesWordEmbeddings)),
      ("vision_config", .object(multimodal.vision.fields)),
      ("vision_feature_layer", .int(multimodal.visionFeatureLayer)),
      ("vision_feature_select_strategy", "full"),
    ]
    return JSONText.object(fields).text() + "\n"
  }
}

extension TextConfiguration {
  fileprivate var fields: [(String, JSONText)] {
    var scaling: [(String, JSONText)] = []
    if case .llama3(let factor, let low, let high, let original) = ropeScaling {
      scaling = [
        ("rope_type", "llama3"), ("factor", .double(factor)), ("low_freq_factor", .double(low)),
        ("high_freq_factor", .double(high)), ("original_max_position_embeddings", .int(original)),
      ]
    }
    let parameters = scaling.isEmpty ? [("rope_type", "default")] : scaling
    let ends = endOfTextIDs.map { JSONText.int(Int($0)) }
    return [
      ("model_type", "llama"),
      ("vocab_size", .int(vocabularySize)),
      ("hidden_size", .int(hiddenSize)),
      ("intermediate_size", .int(intermediateSize)),
      ("num_hidden_layers", .int(layers)),
      ("num_attention_heads", .int(attentionHeads)),
      ("num_key_value_heads", .int(keyValueHeads)),
      ("head_dim", .int(headDimension)),
      ("hidden_act", .string(activation.rawValue)),
      ("max_position_embeddings", .int(maximumPositions)),
      ("rms_norm_eps", .float(rmsNormEpsilon)),
      ("rope_theta", .double(ropeTheta)),
      ("rope_scaling", scaling.isEmpty ? .null : .object(scaling)),
      ("rope_parameters", .object(parameters + [("rope_theta", .double(ropeTheta))])),
      ("tie_word_embeddings", .bool(tiesWordEmbeddings)),
      ("attention_bias", false),
      ("mlp_bias", false),
      ("bos_token_id", beginOfTextID.map { .int(Int($0)) } ?? .null),
      ("eos_token_id", ends.count > 1 ? .array(ends) : ends.first ?? .null),
    ]
  }
}

extension VisionConfiguration {
  fileprivate var fields: [(String, JSONText)] {
    [
      ("model_type", "siglip_vision_model"),
      ("hidden_size", .int(hiddenSize)),
      ("intermediate_size", .int(intermediateSize)),
      ("num_hidden_layers", .int(layers)),
      ("num_attention_heads", .int(attentionHeads)),
      ("num_channels", .int(channels)),
      ("image_size", .int(imageSize)),
      ("patch_size", .int(patchSize)),
      ("hidden_act", .string(activation.rawValue)),
      ("layer_norm_eps", .float(layerNormEpsilon)),
      // The pooling head takes no part; without this line transformers would miss its weights.
      ("vision_use_head", false),
    ]
  }
}

/// JSON with its fields in the order given, indented as Python's `json.dumps(…, indent=2)` does.
private indirect enum JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral {
  case null
  case bool(Bool)
  case int(Int)
  /// The shortest text that reads back to the same number.
  case float(Float)
  case double(Double)
  /// Only names without characters that JSON escapes.
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSONText...) { self = .array(elements) }

  func text(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .int(let value): return "\(value)"
    case .float(let value): return "\(value)"
    case .double(let value): return "\(value)"
    case .string(let value): return "\"\(value)\""
    case .array(let values): return "[" + values.map { $0.text(inner) }.joined(separator: ", ") + "]"
    case .object(let fields):
      let lines = fields.map { "\(inner)\"\($0.0)\": \($0.1.text(inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }
}
