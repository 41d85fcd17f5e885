extension ModelConfiguration {
  /// Checks that the sizes make a model: positive, of a magnitude that exists, and fitting each other.
  ///
  /// After this, products of two sizes can't overflow. Nothing is allocated before it.
  ///
  /// - Parameter path: for the error message.
  public func validate(path: String) throws(ModelError) {
    if let reason = text.contradiction ?? multimodal?.contradiction {
      throw .configuration(path: path, reason: reason)
    }
  }
}

extension VisionConfiguration {
  /// The same for a vision tower alone.
  func validate(path: String) throws(ModelError) {
    let alone = MultimodalConfiguration(vision: self, visionFeatureLayer: -1, imageTokenID: 0)
    if let reason = alone.contradiction { throw .configuration(path: path, reason: reason) }
  }
}

extension TextConfiguration {
  /// What is wrong, or nil.
  fileprivate var contradiction: String? {
    let sizes: [(String, Int, Int)] = [
      ("vocab_size", vocabularySize, 1 << 24), ("hidden_size", hiddenSize, 1 << 20),
      ("intermediate_size", intermediateSize, 1 << 20), ("num_hidden_layers", layers, 1 << 12),
      ("num_attention_heads", attentionHeads, 1 << 12), ("num_key_value_heads", keyValueHeads, 1 << 12),
      ("head_dim", headDimension, 1 << 12), ("max_position_embeddings", maximumPositions, 1 << 31),
    ]
    if let reason = outOfRange(sizes) { return reason }
    if hiddenSize % attentionHeads != 0 {
      return "hidden_size \(hiddenSize) is not a multiple of num_attention_heads \(attentionHeads)"
    }
    if attentionHeads % keyValueHeads != 0 {
      return "num_attention_heads \(attentionHeads) is not a multiple of num_key_value_heads \(keyValueHeads)"
    }
    if headDimension % 2 != 0 { return "head_dim \(headDimension) is odd, and rotary positions need pairs" }
    if !(rmsNormEpsilon >= 0 && rmsNormEpsilon < 1) { return "rms_norm_eps \(rmsNormEpsilon) is not in [0, 1)" }
    if !(ropeTheta >= 1 && ropeTheta <= 1e12) { return "rope_theta \(ropeTheta) is not in [1, 1e12]" }
    if case .llama3(let factor, let low, let high, let original) = ropeScaling {
      guard factor >= 1, factor <= 1e6, low > 0, high > low, high <= 1e6, original > 0, original <= 1 << 31 else {
        return "RoPE's llama3 scaling has factor \(factor), low_freq_factor \(low), high_freq_factor \(high) and "
          + "original_max_position_embeddings \(original), which make no ramp"
      }
    }
    return nil
  }
}

extension MultimodalConfiguration {
  /// What is wrong, or nil.
  fileprivate var contradiction: String? {
    let sizes: [(String, Int, Int)] = [
      ("vision_config.hidden_size", vision.hiddenSize, 1 << 20),
      ("vision_config.intermediate_size", vision.intermediateSize, 1 << 20),
      ("vision_config.num_hidden_layers", vision.layers, 1 << 12),
      ("vision_config.num_attention_heads", vision.attentionHeads, 1 << 12),
      ("vision_config.num_channels", vision.channels, 16),
      ("vision_config.image_size", vision.imageSize, 1 << 12),
      ("vision_config.patch_size", vision.patchSize, 1 << 12),
    ]
    if let reason = outOfRange(sizes) { return reason }
    if vision.patchSize > vision.imageSize {
      return "vision_config.patch_size \(vision.patchSize) is larger than image_size \(vision.imageSize)"
    }
    if vision.hiddenSize % vision.attentionHeads != 0 {
      return "vision_config.hidden_size \(vision.hiddenSize) is not a multiple of num_attention_heads "
        + "\(vision.attentionHeads)"
    }
    if !(vision.layerNormEpsilon >= 0 && vision.layerNormEpsilon < 1) {
      return "vision_config.layer_norm_eps \(vision.layerNormEpsilon) is not in [0, 1)"
    }
    if visionFeatureLayer > vision.layers || visionFeatureLayer < -vision.layers - 1 {
      return "vision_feature_layer \(visionFeatureLayer) is not among the \(vision.layers + 1) hidden states"
    }
    if imageTokenID < 0 { return "image_token_index \(imageTokenID) is negative" }
    guard let gridPinpoints else { return nil }
    if gridPinpoints.isEmpty || gridPinpoints.count > 1 << 12 {
      return "image_grid_pinpoints has \(gridPinpoints.count) sizes"
    }
    for size in gridPinpoints {
      // Larger ones would be cut into tiles with a rest; much larger ones into more tiles than anyone waits for.
      let isWhole =
        [size.height, size.width].allSatisfy { $0 > 0 && $0 <= 1 << 16 && $0 % vision.imageSize == 0 }
      if !isWhole {
        return "image_grid_pinpoints has \(size.height)×\(size.width), which is not made of tiles of "
          + "\(vision.imageSize)×\(vision.imageSize)"
      }
    }
    return nil
  }
}

private func outOfRange(_ sizes: [(name: String, value: Int, limit: Int)]) -> String? {
  for size in sizes where size.value < 1 || size.value > size.limit {
    return "\(size.name) is \(size.value), and 1 to \(size.limit) is possible"
  }
  return nil
}
