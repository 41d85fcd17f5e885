public import Weights

/// The three parts that training stages freeze and unfreeze.
public enum ModelPart: String, Sendable, CaseIterable {
  /// SigLIP.
  case vision
  /// The projector, and LLaVA-NeXT's newline.
  case projector
  /// Llama.
  case language
}

/// One trained tensor of a model.
public struct Parameter: Sendable, Equatable {
  /// Its name in a checkpoint that transformers 5 writes, for example `vision_tower.post_layernorm.bias`.
  public let name: String
  /// Its shape, as PyTorch has it.
  public let shape: [Int]
  /// Which part it belongs to.
  public let part: ModelPart
  /// How transformers draws it for a fresh model.
  public let initialisation: TensorInitialisation

  /// The number of values.
  public var count: Int { shape.reduce(1, *) }
}

extension ModelConfiguration {
  /// All parameters in reading order: vision, projector, language.
  ///
  /// SigLIP's pooling head isn't among them, since nothing here uses it.
  public var parameters: [Parameter] {
    guard let multimodal else { return text.parameters(prefix: "model.", head: "lm_head.weight") }
    let language = text.parameters(prefix: "language_model.model.", head: "language_model.lm_head.weight")
    return multimodal.vision.parameters + multimodal.projectorParameters(text.hiddenSize) + language
  }
}

/// A normal distribution of width `initializer_range`, which the configurations leave at 0.02.
private let usual = TensorInitialisation.normal(standardDeviation: 0.02)

extension VisionConfiguration {
  /// The initialisations of transformers' `SiglipPreTrainedModel._init_weights`; where that draws evenly (Xavier), a
  /// normal distribution of the same variance.
  fileprivate var parameters: [Parameter] {
    let C = hiddenSize
    var list: [Parameter] = []
    func add(_ name: String, _ shape: [Int], _ initialisation: TensorInitialisation) {
      list.append(
        Parameter(name: "vision_tower.\(name)", shape: shape, part: .vision, initialisation: initialisation))
    }
    func xavier(_ outputs: Int, _ inputs: Int) -> TensorInitialisation {
      .normal(standardDeviation: (2 / Float(outputs + inputs)).squareRoot())
    }
    let values = channels * patchSize * patchSize
    add(
      "embeddings.patch_embedding.weight", [C, channels, patchSize, patchSize],
      .normal(standardDeviation: 1 / Float(values).squareRoot()))
    add("embeddings.patch_embedding.bias", [C], .zeros)
    add(
      "embeddings.position_embedding.weight", [patches, C], .normal(standardDeviation: 1 / Float(C).squareRoot()))
    for layer in 0..<layers {
      let prefix = "encoder.layers.\(layer)"
      add("\(prefix).layer_norm1.weight", [C], .ones)
      add("\(prefix).layer_norm1.bias", [C], .zeros)
      for name in ["q_proj", "k_proj", "v_proj", "out_proj"] {
        add("\(prefix).self_attn.\(name).weight", [C, C], xavier(C, C))
        add("\(prefix).self_attn.\(name).bias", [C], .zeros)
      }
      add("\(prefix).layer_norm2.weight", [C], .ones)
      add("\(prefix).layer_norm2.bias", [C], .zeros)
      add("\(prefix).mlp.fc1.weight", [intermediateSize, C], xavier(intermediateSize, C))
      add("\(prefix).mlp.fc1.bias", [intermediateSize], .normal(standardDeviation: 1e-6))
      add("\(prefix).mlp.fc2.weight", [C, intermediateSize], xavier(C, intermediateSize))
      add("\(prefix).mlp.fc2.bias", [C], .normal(standardDeviation: 1e-6))
    }
    add("post_layernorm.weight", [C], .ones)
    add("post_layernorm.bias", [C], .zeros)
    return list
  }
}

extension MultimodalConfiguration {
  fileprivate func projectorParameters(_ width: Int) -> [Parameter] {
    var list: [Parameter] = []
    func add(_ name: String, _ shape: [Int], _ initialisation: TensorInitialisation) {
      list.append(Parameter(name: name, shape: shape, part: .projector, initialisation: initialisation))
    }
    for (name, inputs) in [("linear_1", vision.hiddenSize), ("linear_2", width)] {
      add("multi_modal_projector.\(name).weight", [width, inputs], usual)
      if projectorHasBias { add("multi_modal_projector.\(name).bias", [width], .zeros) }
    }
    if gridPinpoints != nil {
      add("image_newline", [width], .normal(standardDeviation: 1 / Float(width).squareRoot()))
    }
    return list
  }
}

extension TextConfiguration {
  fileprivate func parameters(prefix: String, head: String) -> [Parameter] {
    let C = hiddenSize
    var list: [Parameter] = []
    func add(_ name: String, _ shape: [Int], _ initialisation: TensorInitialisation) {
      list.append(Parameter(name: prefix + name, shape: shape, part: .language, initialisation: initialisation))
    }
    let queries = attentionHeads * headDimension
    let keys = keyValueHeads * headDimension
    add("embed_tokens.weight", [vocabularySize, C], usual)
    for layer in 0..<layers {
      add("layers.\(layer).input_layernorm.weight", [C], .ones)
      add("layers.\(layer).self_attn.q_proj.weight", [queries, C], usual)
      add("layers.\(layer).self_attn.k_proj.weight", [keys, C], usual)
      add("layers.\(layer).self_attn.v_proj.weight", [keys, C], usual)
      add("layers.\(layer).self_attn.o_proj.weight", [C, queries], usual)
      add("layers.\(layer).post_attention_layernorm.weight", [C], .ones)
      add("layers.\(layer).mlp.gate_proj.weight", [intermediateSize, C], usual)
      add("layers.\(layer).mlp.up_proj.weight", [intermediateSize, C], usual)
      add("layers.\(layer).mlp.down_proj.weight", [C, intermediateSize], usual)
    }
    add("norm.weight", [C], .ones)
    if !tiesWordEmbeddings {
      list.append(Parameter(name: head, shape: [vocabularySize, C], part: .language, initialisation: usual))
    }
    return list
  }
}
