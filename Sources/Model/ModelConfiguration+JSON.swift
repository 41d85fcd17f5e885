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
    try self.init(ConfigurationFields(json, path: path))
    try validate(path: path)
  }

  /// The top of a `config.json`.
  private init(_ fields: ConfigurationFields) throws(ModelError) {
    let kinds = [
      "llava": "LlavaForConditionalGeneration", "llava_next": "LlavaNextForConditionalGeneration",
      "llama": "LlamaForCausalLM",
    ]
    let type = try fields.value("model_type", default: "")
    let architecture = try fields.value("architectures", as: [String].self)?.first ?? kinds[type] ?? type
    guard !fields.isPresent("quantization_config") else {
      throw fields.wrong("it has a quantization_config; take the unquantised weights")
    }
    switch architecture {
    case "LlavaForConditionalGeneration", "LlavaNextForConditionalGeneration":
      let isNext = architecture == "LlavaNextForConditionalGeneration"
      // transformers' default tower is CLIP.
      guard let vision = try fields.object("vision_config") else {
        throw fields.unsupported("\(architecture) with clip_vision_model")
      }
      let tower = try VisionConfiguration(vision)
      guard let inner = try fields.object("text_config") else { throw fields.wrong("text_config is missing") }
      var text = try TextConfiguration(inner)
      let tiesAbove = try fields.value("tie_word_embeddings", default: false)
      // LLaVA's configuration takes over what text_config says, LLaVA-NeXT's doesn't look.
      text.tiesWordEmbeddings = isNext ? tiesAbove : tiesAbove || text.tiesWordEmbeddings
      self.init(text: text, multimodal: try MultimodalConfiguration(fields, vision: tower, isNext: isNext))
    case "LlamaForCausalLM": self.init(text: try TextConfiguration(fields))
    default: throw fields.unsupported(architecture.isEmpty ? "(none named)" : architecture)
    }
  }
}

extension MultimodalConfiguration {
  /// The LLaVA and LLaVA-NeXT fields beside `vision_config` and `text_config`.
  fileprivate init(_ fields: ConfigurationFields, vision: VisionConfiguration, isNext: Bool) throws(ModelError) {
    let strategy = try fields.value("vision_feature_select_strategy", default: "default")
    guard strategy == "full" else {
      throw fields.wrong(
        "vision_feature_select_strategy is \(strategy), which drops the first hidden state, and SigLIP has no class "
          + "token there; set it to full")
    }
    guard try fields.list("vision_feature_layer") == nil else {
      throw fields.wrong("vision_feature_layer is a list, and only one layer is possible")
    }
    let token = try fields.identifier(fields.isPresent("image_token_index") ? "image_token_index" : "image_token_id")
    var pinpoints: [GridPinpoint]?
    if isNext {
      let published = [[336, 672], [672, 336], [672, 672], [1008, 336], [336, 1008]]
      var sizes: [GridPinpoint] = []
      for size in try fields.value("image_grid_pinpoints", default: published) {
        guard size.count == 2 else {
          throw fields.wrong("image_grid_pinpoints has \(size), which is no height and width")
        }
        sizes.append(GridPinpoint(height: size[0], width: size[1]))
      }
      pinpoints = sizes
    }
    self.init(
      vision: vision,
      projectorActivation: try fields.activation("projector_hidden_act", default: "gelu"),
      projectorHasBias: try fields.value("multimodal_projector_bias", default: true),
      visionFeatureLayer: try fields.value("vision_feature_layer", default: -2),
      imageTokenID: token ?? 32_000, gridPinpoints: pinpoints)
  }
}

extension VisionConfiguration {
  /// Reads the text of a SigLIP's own `config.json`: a `SiglipModel`, of which the vision tower counts, or a
  /// `SiglipVisionModel`.
  ///
  /// - Parameter path: for error messages.
  /// - Throws: as `ModelConfiguration.init(json:path:)`.
  public init(siglip json: [UInt8], path: String) throws(ModelError) {
    let fields = try ConfigurationFields(json, path: path)
    switch try fields.value("model_type", default: "") {
    case "siglip":
      guard let vision = try fields.object("vision_config") else { throw fields.wrong("vision_config is missing") }
      try self.init(vision)
    case "siglip_vision_model": try self.init(fields)
    case let type:
      throw fields.wrong("its model_type is \(type), and a SigLIP's is siglip or siglip_vision_model")
    }
    try validate(path: path)
  }

  /// `vision_config`.
  fileprivate init(_ fields: ConfigurationFields) throws(ModelError) {
    let type = try fields.value("model_type", default: "clip_vision_model")
    guard type == "siglip_vision_model" else { throw fields.unsupported("LLaVA with \(type)") }
    self.init(
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

extension TextConfiguration {
  /// `text_config`, or the whole of a Llama's file.
  fileprivate init(_ fields: ConfigurationFields) throws(ModelError) {
    let type = try fields.value("model_type", default: "llama")
    guard type == "llama" else { throw fields.unsupported("LLaVA with \(type)") }
    try fields.require("attention_bias", toBe: false)
    try fields.require("mlp_bias", toBe: false)
    let heads = try fields.value("num_attention_heads", default: 32)
    let positions = try fields.value("max_position_embeddings", default: 2048)
    let rope = try RopeFields(fields, maximumPositions: positions)
    self.init(
      vocabularySize: try fields.value("vocab_size", default: 32_000),
      hiddenSize: try fields.value("hidden_size", default: 4096),
      intermediateSize: try fields.value("intermediate_size", default: 11_008),
      layers: try fields.value("num_hidden_layers", default: 32),
      attentionHeads: heads,
      keyValueHeads: try fields.value("num_key_value_heads", default: heads),
      headDimension: try fields.value("head_dim"),
      maximumPositions: positions,
      rmsNormEpsilon: Float(try fields.value("rms_norm_eps", default: 1e-6)),
      ropeTheta: rope.theta,
      ropeScaling: rope.scaling,
      tiesWordEmbeddings: try fields.value("tie_word_embeddings", default: false),
      activation: try fields.activation("hidden_act", default: "silu"),
      beginOfTextID: fields.has("bos_token_id") ? try fields.identifier("bos_token_id") : 1,
      endOfTextIDs: fields.has("eos_token_id") ? try fields.identifiers("eos_token_id") : [2])
  }
}

/// RoPE's base and scaling, in the older spelling (`rope_theta`, `rope_scaling`) or the newer (`rope_parameters`).
///
/// As in transformers' `convert_rope_params_to_dict`: `rope_scaling` wins, and a base inside the dictionary does too.
private struct RopeFields {
  let theta: Double
  let scaling: RopeScaling

  init(_ fields: ConfigurationFields, maximumPositions: Int) throws(ModelError) {
    try fields.require("partial_rotary_factor", toBe: 1.0)
    var parameters = try fields.object("rope_scaling")
    if parameters?.isEmpty ?? true { parameters = try fields.object("rope_parameters") }
    let outer = try fields.value("rope_theta", default: 10_000.0)
    theta = try parameters?.value("rope_theta") ?? outer
    try parameters?.require("partial_rotary_factor", toBe: 1.0)
    let olderType = try parameters?.value("type", as: String.self)
    switch try parameters?.value("rope_type") ?? olderType ?? "default" {
    case "default": scaling = .default
    case "llama3":
      guard let parameters else { throw fields.wrong("rope_parameters is missing") }
      scaling = .llama3(
        factor: try parameters.need("factor"),
        lowFrequencyFactor: try parameters.need("low_freq_factor"),
        highFrequencyFactor: try parameters.need("high_freq_factor"),
        originalMaximumPositions: try parameters.value("original_max_position_embeddings", default: maximumPositions))
    case let other:
      throw fields.wrong(
        "its RoPE scaling is \(other), which this program doesn't compute; default and llama3 are possible")
    }
  }
}
