internal import Kernels

// T tokens, C hidden size, F the MLP's width, H heads, K key and value heads, D a head's width, V vocabulary.
// Ported from transformers' `modeling_llama.py`.

/// The language model.
struct Llama: Sendable {
  /// Tokens that go through the layers together: enough that converting weights is a small part of the work, few enough
  /// that activations stay modest (64 MB at full size).
  static let chunk = 512
  /// Rows of logits computed together where all are asked for.
  private static let logitRows = 128

  private let configuration: TextConfiguration
  /// (V, C)
  private let embedding: Tensor
  private let layers: [Layer]
  /// (C)
  private let norm: [Float]
  /// (V, C)
  private let head: LinearLayer
  /// (D / 2)
  private let frequencies: [Float]

  init(
    _ configuration: TextConfiguration, isMultimodal: Bool, _ weights: BoundWeights
  ) throws(ModelError) {
    self.configuration = configuration
    let prefix = isMultimodal ? "language_model.model" : "model"
    let headName = isMultimodal ? "language_model.lm_head.weight" : "lm_head.weight"
    embedding = try weights.tensor("\(prefix).embed_tokens.weight")
    if configuration.tiesWordEmbeddings {
      // transformers doesn't tie what differs, and a model that is tied here and not there is nobody's.
      if weights.has(headName), try !weights.tensor(headName, shape: embedding.shape).hasSameBytes(as: embedding) {
        throw .configuration(
          path: "config.json",
          reason: "it ties the output layer to the embedding, and the weights have another \(headName); set "
            + "tie_word_embeddings to false")
      }
      head = LinearLayer(weight: embedding, bias: nil)
    } else {
      head = LinearLayer(weight: try weights.tensor(headName), bias: nil)
    }
    var layers: [Layer] = []
    for index in 0..<configuration.layers { layers.append(try Layer("\(prefix).layers.\(index)", weights)) }
    self.layers = layers
    norm = try weights.values("\(prefix).norm.weight")
    frequencies = configuration.ropeFrequencies
  }

  /// Runs the pieces after what the cache holds, and adds them to it.
  ///
  /// If it throws, the cache holds what it held.
  func forward(
    _ pieces: [PromptPiece], cache: inout KVCache, logits: LogitsOf, _ pass: Pass,
    progress: (_ tokensDone: Int, _ tokens: Int) -> Void
  ) throws(ModelError) -> [Float] {
    let before = cache.count
    do {
      return try run(pieces, &cache, logits, pass, progress)
    } catch {
      cache.truncate(to: before)
      throw error
    }
  }

  private func run(
    _ pieces: [PromptPiece], _ cache: inout KVCache, _ logits: LogitsOf, _ pass: Pass,
    _ progress: (Int, Int) -> Void
  ) throws(ModelError) -> [Float] {
    let T = pieces.reduce(0) { $0 + $1.count }
    let C = configuration.hiddenSize
    let V = configuration.vocabularySize
    let limit = min(cache.capacity, configuration.maximumPositions)
    guard T <= limit - cache.count else { throw .contextTooLong(tokens: cache.count + T, limit: limit) }
    guard T > 0 else { return [] }
    try checkTokens(pieces)
    try pass.checkCancellation()
    cache.reserve(cache.count + T)
    var reader = PieceReader(pieces)
    var work = Workspace(configuration, tokens: min(T, Llama.chunk))
    var result: [Float] = []
    result.reserveCapacity(logits == .all ? T * V : V)
    var done = 0
    while done < T {
      let tokens = min(Llama.chunk, T - done)
      reader.read(tokens, embedding, into: &work.x)
      let angles = RopeAngles(frequencies: frequencies, start: cache.count, tokens: tokens)
      for (index, layer) in layers.enumerated() {
        try layer.apply(tokens, index, &cache, angles, &work, configuration, pass)
        progress(done + tokens * (index + 1) / layers.count, T)
      }
      cache.append(tokens)
      done += tokens
      if logits == .all {
        var row = 0
        while row < tokens {
          let rows = min(Llama.logitRows, tokens - row)
          try appendLogits(of: rows, at: row * C, &work, pass, to: &result)
          row += rows
        }
      } else if done == T {
        try appendLogits(of: 1, at: (tokens - 1) * C, &work, pass, to: &result)
      }
    }
    return result
  }

  /// Logits (rows, V) of hidden states (rows, C) from `offset` on.
  private func appendLogits(
    of rows: Int, at offset: Int, _ work: inout Workspace, _ pass: Pass, to result: inout [Float]
  ) throws(ModelError) {
    rmsNorm(
      work.x, at: offset, rows: rows, weight: norm, epsilon: configuration.rmsNormEpsilon, into: &work.normed,
      on: pass.pool)
    var logits = Buffer<Float>(count: rows * configuration.vocabularySize, repeating: 0)
    try pass.apply(head, work.normed, rows: rows, into: &logits)
    logits.append(to: &result)
  }

  private func checkTokens(_ pieces: [PromptPiece]) throws(ModelError) {
    for case .tokens(let ids) in pieces {
      for id in ids where id < 0 || Int(id) >= configuration.vocabularySize {
        throw .unknownToken(id: id, vocabularySize: configuration.vocabularySize)
      }
    }
  }

  /// Memory that all layers use.
  private struct Workspace: ~Copyable {
    /// (T, C) each.
    var x, normed: Buffer<Float>
    /// (T, H, D) each.
    var queries, attended: Buffer<Float>
    /// (T, F) each.
    var gate, up: Buffer<Float>

    init(_ configuration: TextConfiguration, tokens: Int) {
      let heads = configuration.attentionHeads * configuration.headDimension
      x = Buffer(count: tokens * configuration.hiddenSize, repeating: 0)
      normed = Buffer(count: tokens * configuration.hiddenSize, repeating: 0)
      queries = Buffer(count: tokens * heads, repeating: 0)
      attended = Buffer(count: tokens * heads, repeating: 0)
      gate = Buffer(count: tokens * configuration.intermediateSize, repeating: 0)
      up = Buffer(count: tokens * configuration.intermediateSize, repeating: 0)
    }
  }

  /// x + attention(norm(x)), then x + MLP(norm(x)).
  private struct Layer: Sendable {
    let attentionNorm, mlpNorm: [Float]
    let query, key, value, output: LinearLayer
    let gate, up, down: LinearLayer

    init(_ name: String, _ weights: BoundWeights) throws(ModelError) {
      attentionNorm = try weights.values("\(name).input_layernorm.weight")
      mlpNorm = try weights.values("\(name).post_attention_layernorm.weight")
      query = try weights.linear("\(name).self_attn.q_proj", hasBias: false)
      key = try weights.linear("\(name).self_attn.k_proj", hasBias: false)
      value = try weights.linear("\(name).self_attn.v_proj", hasBias: false)
      output = try weights.linear("\(name).self_attn.o_proj", hasBias: false)
      gate = try weights.linear("\(name).mlp.gate_proj", hasBias: false)
      up = try weights.linear("\(name).mlp.up_proj", hasBias: false)
      down = try weights.linear("\(name).mlp.down_proj", hasBias: false)
    }

    func apply(
      _ T: Int, _ index: Int, _ cache: inout KVCache, _ angles: borrowing RopeAngles, _ work: inout Workspace,
      _ configuration: TextConfiguration, _ pass: Pass
    ) throws(ModelError) {
      let C = configuration.hiddenSize
      let H = configuration.attentionHeads
      let K = configuration.keyValueHeads
      let D = configuration.headDimension
      let F = configuration.intermediateSize
      let epsilon = configuration.rmsNormEpsilon
      let past = cache.count
      let keys = cache.keys(index)
      let values = cache.values(index)
      let row = cache.row(past)

      rmsNorm(work.x, rows: T, weight: attentionNorm, epsilon: epsilon, into: &work.normed, on: pass.pool)
      try pass.apply(query, work.normed, rows: T, into: &work.queries)
      try pass.apply(key, work.normed, rows: T, into: &cache.memory, at: keys + row)
      try pass.apply(value, work.normed, rows: T, into: &cache.memory, at: values + row)
      rope(&work.queries, heads: H, angles, on: pass.pool)
      rope(&cache.memory, at: keys + row, heads: K, angles, on: pass.pool)
      let isWhole = attendCausally(
        queries: work.queries, cache: cache.memory, keysAt: keys, valuesAt: values, past: past, tokens: T, heads: H,
        keyValueHeads: K, width: D, into: &work.attended, on: pass.pool, isCancelled: pass.isCancelled)
      if !isWhole { throw .cancelled }
      try pass.apply(output, work.attended, rows: T, into: &work.normed)
      add(work.normed, to: &work.x, count: T * C, on: pass.pool)

      rmsNorm(work.x, rows: T, weight: mlpNorm, epsilon: epsilon, into: &work.normed, on: pass.pool)
      try pass.apply(gate, work.normed, rows: T, into: &work.gate)
      try pass.apply(up, work.normed, rows: T, into: &work.up)
      pass.apply(configuration.activation, &work.gate, count: T * F)
      multiply(&work.gate, by: work.up, count: T * F, on: pass.pool)
      try pass.apply(down, work.gate, rows: T, into: &work.normed)
      add(work.normed, to: &work.x, count: T * C, on: pass.pool)
    }
  }
}
