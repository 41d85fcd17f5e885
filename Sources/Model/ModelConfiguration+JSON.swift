internal import Foundation

extension ModelConfiguration {
  /// Reads the text of a `config.json`.
  ///
  /// Fields that a file leaves out get the values that transformers 5.24 gives them (`configuration_llava.py`,
  /// `configuration_llava_next.py`, `configuration_siglip.py`, `configuration_llama.py`, `modeling_rope_utils.py`).
  ///
  /// - Parameter path: for error messages.
  /// - Throws: `configuration` for what is no JSON, lacks something, contradicts itself or asks for something that this
  ///   program doesn't compute; `unsupportedArchitecture`, with its name, for another kind of model.
  public init(json: [UInt8], path: String) throws(ModelError) {
    self = try decode(ConfigurationFile.self, json, path: path).configuration
    try validate(path: path)
  }
}

extension VisionConfiguration {
  /// Reads the text of a SigLIP's own `config.json`: a `SiglipModel`, of which the vision tower counts, or a
  /// `SiglipVisionModel`.
  ///
  /// - Parameter path: for error messages.
  /// - Throws: as `ModelConfiguration.init(json:path:)`.
  public init(siglip json: [UInt8], path: String) throws(ModelError) {
    self = try decode(SiglipFile.self, json, path: path).configuration
    try validate(path: path)
  }
}

private func decode<File: Decodable>(_ type: File.Type, _ json: [UInt8], path: String) throws(ModelError) -> File {
  do {
    return try JSONDecoder().decode(type, from: Data(json))
  } catch let problem as ConfigurationProblem {
    switch problem {
    case .architecture(let name): throw .unsupportedArchitecture(path: path, name: name)
    case .reason(let reason): throw .configuration(path: path, reason: reason)
    }
  } catch let error as DecodingError {
    throw .configuration(path: path, reason: sentence(error))
  } catch {
    throw .configuration(path: path, reason: unreadable)
  }
}

/// What is found on the way, without the path.
private enum ConfigurationProblem: Error {
  case architecture(String)
  case reason(String)
}

/// Foundation's decoder says no more.
private let unreadable = "it is not JSON, or a number in it is too large"

private func sentence(_ error: DecodingError) -> String {
  func name(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
    (path + (last.map { [$0] } ?? [])).map(\.stringValue).joined(separator: ".")
  }
  switch error {
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    return "\(name(context.codingPath)) has an unexpected type"
  case .keyNotFound(let key, let context): return "\(name(context.codingPath, key)) is missing"
  case .dataCorrupted(let context):
    return context.codingPath.isEmpty
      ? unreadable
      : "\(name(context.codingPath)) has an impossible value"
  @unknown default: return unreadable
  }
}

/// A field's name.
private struct Field: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringLiteral value: String) { stringValue = value }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}

extension KeyedDecodingContainer where Key == Field {
  /// The field, or `default` where it is absent or null.
  fileprivate func value<Value: Decodable>(_ field: Field, default value: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: field) ?? value
  }

  /// The field, or nil where it is absent or null.
  fileprivate func value<Value: Decodable>(_ field: Field, as type: Value.Type) throws -> Value? {
    try decodeIfPresent(Value.self, forKey: field)
  }

  fileprivate func activation(_ field: Field, default name: String) throws -> Activation {
    let name = try value(field, default: name)
    switch name {
    // Several names of one function in transformers' `ACT2FN`.
    case "gelu", "gelu_python": return .gelu
    case "gelu_pytorch_tanh", "gelu_python_tanh", "gelu_new", "gelu_fast": return .geluTanh
    case "silu", "swish": return .silu
    default: throw ConfigurationProblem.reason("\(field.stringValue) is \(name), which this program doesn't compute")
    }
  }

  /// A number or a square's two.
  fileprivate func side(_ field: Field, default value: Int) throws -> Int {
    if let sides = try? decodeIfPresent([Int].self, forKey: field) {
      guard let side = sides.first, sides.count == 2, sides[1] == side else {
        throw ConfigurationProblem.reason("\(field.stringValue) is \(sides), and only squares are possible")
      }
      return side
    }
    return try self.value(field, default: value)
  }

  /// Throws unless the field is absent, null or `value`.
  fileprivate func require<Value: Decodable & Equatable>(_ field: Field, toBe value: Value) throws {
    let found = try self.value(field, default: value)
    if found != value {
      throw ConfigurationProblem.reason("\(field.stringValue) is \(found), which this program doesn't compute")
    }
  }
}

private func identifier(_ value: Int, _ field: String) throws -> Int32 {
  guard let id = Int32(exactly: value) else {
    throw ConfigurationProblem.reason("\(field) is \(value), which is no token")
  }
  return id
}

/// The top of a `config.json`.
private struct ConfigurationFile: Decodable {
  let configuration: ModelConfiguration

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    let kinds = [
      "llava": "LlavaForConditionalGeneration", "llava_next": "LlavaNextForConditionalGeneration",
      "llama": "LlamaForCausalLM",
    ]
    let type = try fields.value("model_type", default: "")
    let architecture = try fields.value("architectures", as: [String].self)?.first ?? kinds[type] ?? type
    if fields.contains("quantization_config"), try !fields.decodeNil(forKey: "quantization_config") {
      throw ConfigurationProblem.reason("it has a quantization_config; take the unquantised weights")
    }
    switch architecture {
    case "LlavaForConditionalGeneration", "LlavaNextForConditionalGeneration":
      let isNext = architecture == "LlavaNextForConditionalGeneration"
      let vision = try fields.value("vision_config", as: VisionFields.self)
      // transformers' default tower is CLIP.
      guard let vision else { throw ConfigurationProblem.architecture("\(architecture) with clip_vision_model") }
      let text = try fields.value("text_config", as: TextFields.self)?.configuration
      guard var text else { throw ConfigurationProblem.reason("text_config is missing") }
      let tiesAbove = try fields.value("tie_word_embeddings", default: false)
      // LLaVA's configuration takes over what text_config says, LLaVA-NeXT's doesn't look.
      text.tiesWordEmbeddings = isNext ? tiesAbove : tiesAbove || text.tiesWordEmbeddings
      let multimodal = try MultimodalFields(fields, vision: vision.configuration, isNext: isNext)
      configuration = ModelConfiguration(text: text, multimodal: multimodal.configuration)
    case "LlamaForCausalLM":
      configuration = ModelConfiguration(text: try TextFields(from: decoder).configuration)
    default: throw ConfigurationProblem.architecture(architecture.isEmpty ? "(none named)" : architecture)
    }
  }
}

/// The LLaVA and LLaVA-NeXT fields beside `vision_config` and `text_config`.
private struct MultimodalFields {
  let configuration: MultimodalConfiguration

  init(_ fields: KeyedDecodingContainer<Field>, vision: VisionConfiguration, isNext: Bool) throws {
    let strategy = try fields.value("vision_feature_select_strategy", default: "default")
    guard strategy == "full" else {
      throw ConfigurationProblem.reason(
        "vision_feature_select_strategy is \(strategy), which drops the first hidden state, and SigLIP has no class "
          + "token there; set it to full")
    }
    if (try? fields.decodeIfPresent([Int].self, forKey: "vision_feature_layer")) != nil {
      throw ConfigurationProblem.reason("vision_feature_layer is a list, and only one layer is possible")
    }
    let token = try fields.value("image_token_index", as: Int.self) ?? fields.value("image_token_id", default: 32_000)
    var pinpoints: [GridPinpoint]?
    if isNext {
      let published = [[336, 672], [672, 336], [672, 672], [1008, 336], [336, 1008]]
      pinpoints = try fields.value("image_grid_pinpoints", default: published).map { size in
        guard size.count == 2 else {
          throw ConfigurationProblem.reason("image_grid_pinpoints has \(size), which is no height and width")
        }
        return GridPinpoint(height: size[0], width: size[1])
      }
    }
    configuration = MultimodalConfiguration(
      vision: vision,
      projectorActivation: try fields.activation("projector_hidden_act", default: "gelu"),
      projectorHasBias: try fields.value("multimodal_projector_bias", default: true),
      visionFeatureLayer: try fields.value("vision_feature_layer", default: -2),
      imageTokenID: try identifier(token, "image_token_index"), gridPinpoints: pinpoints)
  }
}

/// `vision_config`.
private struct VisionFields: Decodable {
  let configuration: VisionConfiguration

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    let type = try fields.value("model_type", default: "clip_vision_model")
    guard type == "siglip_vision_model" else { throw ConfigurationProblem.architecture("LLaVA with \(type)") }
    configuration = VisionConfiguration(
      hiddenSize: try fields.value("hidden_size", default: 768),
      intermediateSize: try fields.value("intermediate_size", default: 3072),
      layers: try fields.value("num_hidden_layers", default: 12),
      attentionHeads: try fields.value("num_attention_heads", default: 12),
      channels: try fields.value("num_channels", default: 3),
      imageSize: try fields.side("image_size", default: 224),
      patchSize: try fields.side("patch_size", default: 16),
      layerNormEpsilon: Float(try fields.value("layer_norm_eps", default: 1e-6)),
      activation: try fields.activation("hidden_act", default: "gelu_pytorch_tanh"))
  }
}

/// A SigLIP's own `config.json`.
private struct SiglipFile: Decodable {
  let configuration: VisionConfiguration

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    let type = try fields.value("model_type", default: "")
    switch type {
    case "siglip":
      let vision = try fields.value("vision_config", as: VisionFields.self)
      guard let vision else { throw ConfigurationProblem.reason("vision_config is missing") }
      configuration = vision.configuration
    case "siglip_vision_model": configuration = try VisionFields(from: decoder).configuration
    default:
      throw ConfigurationProblem.reason("its model_type is \(type), and a SigLIP's is siglip or siglip_vision_model")
    }
  }
}

/// `text_config`, or the whole of a Llama's file.
private struct TextFields: Decodable {
  let configuration: TextConfiguration

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    let type = try fields.value("model_type", default: "llama")
    guard type == "llama" else { throw ConfigurationProblem.architecture("LLaVA with \(type)") }
    try fields.require("attention_bias", toBe: false)
    try fields.require("mlp_bias", toBe: false)
    let heads = try fields.value("num_attention_heads", default: 32)
    let hidden = try fields.value("hidden_size", default: 4096)
    let positions = try fields.value("max_position_embeddings", default: 2048)
    let rope = try RopeFields(fields, maximumPositions: positions)
    var begin: Int32? = 1
    if fields.contains("bos_token_id") {
      begin = try fields.value("bos_token_id", as: Int.self).map { try identifier($0, "bos_token_id") }
    }
    configuration = TextConfiguration(
      vocabularySize: try fields.value("vocab_size", default: 32_000),
      hiddenSize: hidden,
      intermediateSize: try fields.value("intermediate_size", default: 11_008),
      layers: try fields.value("num_hidden_layers", default: 32),
      attentionHeads: heads,
      keyValueHeads: try fields.value("num_key_value_heads", default: heads),
      headDimension: try fields.value("head_dim", as: Int.self),
      maximumPositions: positions,
      rmsNormEpsilon: Float(try fields.value("rms_norm_eps", default: 1e-6)),
      ropeTheta: rope.theta,
      ropeScaling: rope.scaling,
      tiesWordEmbeddings: try fields.value("tie_word_embeddings", default: false),
      activation: try fields.activation("hidden_act", default: "silu"),
      beginOfTextID: begin,
      endOfTextIDs: try TextFields.ends(fields))
  }

  /// `eos_token_id`: a number, a list, null, or absent, which means 2.
  private static func ends(_ fields: KeyedDecodingContainer<Field>) throws -> [Int32] {
    guard fields.contains("eos_token_id") else { return [2] }
    if let list = try? fields.decodeIfPresent([Int].self, forKey: "eos_token_id") {
      return try list.map { try identifier($0, "eos_token_id") }
    }
    return try fields.value("eos_token_id", as: Int.self).map { [try identifier($0, "eos_token_id")] } ?? []
  }
}

/// RoPE's base and scaling, in the older spelling (`rope_theta`, `rope_scaling`) or the newer (`rope_parameters`).
///
/// As in transformers' `convert_rope_params_to_dict`: `rope_scaling` wins, and a base inside the dictionary does too.
private struct RopeFields {
  let theta: Double
  let scaling: RopeScaling

  init(_ fields: KeyedDecodingContainer<Field>, maximumPositions: Int) throws {
    try fields.require("partial_rotary_factor", toBe: 1.0)
    let older = try RopeFields.dictionary(fields, "rope_scaling")
    let parameters = try older ?? RopeFields.dictionary(fields, "rope_parameters")
    theta = try parameters?.value("rope_theta", as: Double.self) ?? fields.value("rope_theta", default: 10_000)
    try parameters?.require("partial_rotary_factor", toBe: 1.0)
    let type = try parameters?.value("rope_type", as: String.self) ?? parameters?.value("type", as: String.self)
    switch type ?? "default" {
    case "default": scaling = .default
    case "llama3":
      guard let parameters else { throw ConfigurationProblem.reason("rope_parameters is missing") }
      scaling = .llama3(
        factor: try parameters.decode(Double.self, forKey: "factor"),
        lowFrequencyFactor: try parameters.decode(Double.self, forKey: "low_freq_factor"),
        highFrequencyFactor: try parameters.decode(Double.self, forKey: "high_freq_factor"),
        originalMaximumPositions: try parameters.value("original_max_position_embeddings", default: maximumPositions))
    case let other:
      throw ConfigurationProblem.reason(
        "its RoPE scaling is \(other), which this program doesn't compute; default and llama3 are possible")
    }
  }

  /// The dictionary, or nil where it is absent, null or empty.
  private static func dictionary(
    _ fields: KeyedDecodingContainer<Field>, _ name: Field
  ) throws -> KeyedDecodingContainer<Field>? {
    guard fields.contains(name), try !fields.decodeNil(forKey: name) else { return nil }
    let dictionary = try fields.nestedContainer(keyedBy: Field.self, forKey: name)
    return dictionary.allKeys.isEmpty ? nil : dictionary
  }
}
