internal import Foundation
internal import Kernels
public import Weights

extension ModelConfiguration {
  /// Reads the header of a GGUF file of architecture `llama`, a text-only model.
  ///
  /// The keys are those of llama.cpp's `gguf-py/gguf/constants.py`.
  /// Its weights are bound through `GGUFLlamaWeights`.
  ///
  /// - Throws: `configuration` for what the header lacks or contradicts; `unsupportedArchitecture`.
  public init(gguf file: GGUF) throws(ModelError) {
    let path = file.path
    guard let architecture = file.string("general.architecture"), architecture == "llama" else {
      throw .unsupportedArchitecture(path: path, name: file.string("general.architecture") ?? "(none named)")
    }
    if let experts = file.integer("llama.expert_count"), experts > 0 {
      throw .unsupportedArchitecture(path: path, name: "llama with \(experts) experts")
    }
    func required(_ key: String) throws(ModelError) -> Int {
      guard let value = file.integer("llama.\(key)") else {
        throw .configuration(path: path, reason: "llama.\(key) is missing or no integer")
      }
      return value
    }
    func identifier(_ key: String) throws(ModelError) -> Int32? {
      guard let value = file.integer("tokenizer.ggml.\(key)") else { return nil }
      guard let id = Int32(exactly: value) else {
        throw .configuration(path: path, reason: "tokenizer.ggml.\(key) is \(value), which is no token")
      }
      return id
    }
    guard let embedding = file.tensor(named: "token_embd.weight"), embedding.shape.count == 2 else {
      throw .missingWeight(name: "token_embd.weight")
    }
    let hidden = try required("embedding_length")
    let heads = try required("attention.head_count")
    let head = file.integer("llama.attention.key_length") ?? hidden / max(heads, 1)
    for key in ["attention.value_length", "rope.dimension_count"] {
      if let width = file.integer("llama.\(key)"), width != head {
        throw .configuration(
          path: path, reason: "llama.\(key) is \(width) and a head is \(head) wide, which this program doesn't compute")
      }
    }
    guard let epsilon = file.number("llama.attention.layer_norm_rms_epsilon") else {
      throw .configuration(path: path, reason: "llama.attention.layer_norm_rms_epsilon is missing or no number")
    }
    let theta = file.number("llama.rope.freq_base") ?? 10_000
    if let type = file.string("llama.rope.scaling.type"), type != "none" {
      throw .configuration(path: path, reason: "its RoPE scaling is \(type), which this program doesn't compute")
    }
    var text = TextConfiguration(
      vocabularySize: embedding.shape[0],
      hiddenSize: hidden,
      intermediateSize: try required("feed_forward_length"),
      layers: try required("block_count"),
      attentionHeads: heads,
      keyValueHeads: file.integer("llama.attention.head_count_kv") ?? heads,
      headDimension: head,
      maximumPositions: try required("context_length"),
      rmsNormEpsilon: Float(epsilon),
      ropeTheta: theta,
      tiesWordEmbeddings: file.tensor(named: "output.weight") == nil,
      beginOfTextID: try identifier("bos_token_id"),
      endOfTextIDs: try GGUFEnds.ids(identifier))
    let untouched = ModelConfiguration(text: text)
    try untouched.validate(path: path)
    if let divisors = file.tensor(named: "rope_freqs.weight") {
      text.ropeScaling = try GGUFRope.scaling(divisors, text, path: path)
    }
    self.init(text: text)
    try validate(path: path)
  }
}

/// The tokens at which generation ends.
private enum GGUFEnds {
  /// The end of the text, of a turn, and of a message where tools are called, without repetitions.
  static func ids(_ identifier: (String) throws(ModelError) -> Int32?) throws(ModelError) -> [Int32] {
    var ids: [Int32] = []
    for key in ["eos_token_id", "eot_token_id", "eom_token_id"] {
      if let id = try identifier(key), !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}

/// llama3's scaling, which a GGUF file has only as the divisors that come out of it.
private enum GGUFRope {
  /// The scaling that gives those divisors, found among the published ones.
  ///
  /// llama.cpp's conversion computes them from the same four numbers. Published Llamas 3.1 to 3.3 have
  /// ramps from 1 to 4 over 8,192 positions, and the largest divisor is the factor.
  static func scaling(
    _ divisors: Tensor, _ text: TextConfiguration, path: String
  ) throws(ModelError) -> RopeScaling {
    guard divisors.shape == [text.headDimension / 2] else {
      throw .wrongShape(name: "rope_freqs.weight", expected: [text.headDimension / 2], found: divisors.shape)
    }
    guard divisors.type.isWeight else {
      throw .unsupportedType(name: "rope_freqs.weight", type: divisors.type.description)
    }
    let values = divisors.floats()
    if values.allSatisfy({ $0 == 1 }) { return .default }
    var scaled = text
    scaled.ropeScaling = .llama3(
      factor: Double(values.max() ?? 1).rounded(), lowFrequencyFactor: 1, highFrequencyFactor: 4,
      originalMaximumPositions: 8_192)
    let isSame = zip(values, zip(text.ropeFrequencies, scaled.ropeFrequencies)).allSatisfy { divisor, frequencies in
      // Divisors are written as float32, and the smooth part is computed in another order.
      abs(frequencies.0 / divisor - frequencies.1) <= 1e-4 * frequencies.1
    }
    guard isSame else {
      throw .configuration(
        path: path, reason: "its rope_freqs.weight is not that of a published Llama 3, and no other scaling is computed"
      )
    }
    return scaled.ropeScaling
  }
}
