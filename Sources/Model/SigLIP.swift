internal import Kernels

// T patches, C hidden size, F the MLP's width, H heads. Ported from transformers' `modeling_siglip.py`.

/// SigLIP's vision tower up to the hidden state that the projector takes.
struct SigLIP: Sendable {
  private let configuration: VisionConfiguration
  /// (C, channels · patch · patch), the convolution as a linear layer.
  private let patchEmbedding: LinearLayer
  /// (T, C)
  private let positions: [Float]
  private let layers: [Layer]

  /// - Parameter featureLayer: as transformers indexes hidden states: 0 the embeddings, n the output of layer n,
  ///   negative ones from the end. Layers after it aren't computed.
  init(_ configuration: VisionConfiguration, featureLayer: Int, _ weights: BoundWeights) throws(ModelError) {
    self.configuration = configuration
    let prefix = "vision_tower.embeddings"
    let kernel = try weights.tensor("\(prefix).patch_embedding.weight")
    let values = configuration.channels * configuration.patchSize * configuration.patchSize
    patchEmbedding = LinearLayer(
      weight: kernel.reshaped([configuration.hiddenSize, values]),
      bias: try weights.values("\(prefix).patch_embedding.bias"))
    positions = try weights.values("\(prefix).position_embedding.weight")
    var layers: [Layer] = []
    let used = featureLayer < 0 ? configuration.layers + 1 + featureLayer : featureLayer
    for index in 0..<used {
      layers.append(try Layer("vision_tower.encoder.layers.\(index)", weights))
    }
    self.layers = layers
  }

  /// Hidden states (T, C) of one tile.
  ///
  /// - Parameter pixels: (channels, imageSize, imageSize) from `offset` on.
  func hidden(_ pixels: [Float], at offset: Int, _ pass: Pass) throws(ModelError) -> Buffer<Float> {
    let T = configuration.patches
    let C = configuration.hiddenSize
    var patches = Buffer<Float>(count: T * patchEmbedding.weight.columns, repeating: 0)
    unfoldPatches(
      pixels, at: offset, channels: configuration.channels, side: configuration.imageSize,
      patch: configuration.patchSize, into: &patches)
    var x = Buffer<Float>(count: T * C, repeating: 0)
    try pass.apply(patchEmbedding, patches, rows: T, into: &x)
    add(positions, to: &x, rows: 1, on: pass.pool)
    var work = Workspace(configuration)
    for layer in layers { try layer.apply(&x, &work, configuration, pass) }
    return x
  }

  /// Memory that all layers use.
  private struct Workspace: ~Copyable {
    /// (T, C) each.
    var normed, queries, keys, values, attended: Buffer<Float>
    /// (T, F)
    var inner: Buffer<Float>

    init(_ configuration: VisionConfiguration) {
      let count = configuration.patches * configuration.hiddenSize
      normed = Buffer(count: count, repeating: 0)
      queries = Buffer(count: count, repeating: 0)
      keys = Buffer(count: count, repeating: 0)
      values = Buffer(count: count, repeating: 0)
      attended = Buffer(count: count, repeating: 0)
      inner = Buffer(count: configuration.patches * configuration.intermediateSize, repeating: 0)
    }
  }

  /// A norm's scale and shift.
  private struct Norm: Sendable {
    let weight, bias: [Float]

    init(_ name: String, _ weights: BoundWeights) throws(ModelError) {
      weight = try weights.values("\(name).weight")
      bias = try weights.values("\(name).bias")
    }
  }

  /// x + attention(norm(x)), then x + MLP(norm(x)).
  private struct Layer: Sendable {
    let attentionNorm, mlpNorm: Norm
    let query, key, value, output: LinearLayer
    let up, down: LinearLayer

    init(_ name: String, _ weights: BoundWeights) throws(ModelError) {
      attentionNorm = try Norm("\(name).layer_norm1", weights)
      mlpNorm = try Norm("\(name).layer_norm2", weights)
      query = try weights.linear("\(name).self_attn.q_proj", hasBias: true)
      key = try weights.linear("\(name).self_attn.k_proj", hasBias: true)
      value = try weights.linear("\(name).self_attn.v_proj", hasBias: true)
      output = try weights.linear("\(name).self_attn.out_proj", hasBias: true)
      up = try weights.linear("\(name).mlp.fc1", hasBias: true)
      down = try weights.linear("\(name).mlp.fc2", hasBias: true)
    }

    func apply(
      _ x: inout Buffer<Float>, _ work: inout Workspace, _ configuration: VisionConfiguration, _ pass: Pass
    ) throws(ModelError) {
      let T = configuration.patches
      let C = configuration.hiddenSize
      let H = configuration.attentionHeads
      let epsilon = configuration.layerNormEpsilon

      layerNorm(
        x, rows: T, weight: attentionNorm.weight, bias: attentionNorm.bias, epsilon: epsilon, into: &work.normed,
        on: pass.pool)
      try pass.apply(query, work.normed, rows: T, into: &work.queries)
      try pass.apply(key, work.normed, rows: T, into: &work.keys)
      try pass.apply(value, work.normed, rows: T, into: &work.values)
      let isWhole = attend(
        queries: work.queries, keys: work.keys, values: work.values, tokens: T, heads: H, width: C / H,
        into: &work.attended, on: pass.pool, isCancelled: pass.isCancelled)
      if !isWhole { throw .cancelled }
      try pass.apply(output, work.attended, rows: T, into: &work.normed)
      add(work.normed, to: &x, count: T * C, on: pass.pool)

      layerNorm(
        x, rows: T, weight: mlpNorm.weight, bias: mlpNorm.bias, epsilon: epsilon, into: &work.normed, on: pass.pool)
      try pass.apply(up, work.normed, rows: T, into: &work.inner)
      pass.apply(configuration.activation, &work.inner, count: T * configuration.intermediateSize)
      try pass.apply(down, work.inner, rows: T, into: &work.normed)
      add(work.normed, to: &x, count: T * C, on: pass.pool)
    }
  }
}
