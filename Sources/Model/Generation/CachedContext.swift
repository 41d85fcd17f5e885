/// A KV cache that knows what stands at each of its positions, so that a new prompt computes only what is new in it.
///
/// A prompt is compared with the context from the front; from the first difference on the context is forgotten. So
/// prompts should put what stays in front. The features of the last pictures are kept apart from that: the same picture
/// behind another text needs the language model's work again, but not the vision tower's, which is the larger part.
public struct CachedContext: ~Copyable {
  /// How many pictures' features are kept; one of InfiR-VL's takes 6 MB a tile.
  private static let keptPictures = 2

  private var cache: KVCache
  /// What stands at each position; always as many as the cache has tokens.
  private var positions: [PositionKey] = []
  private var pictures: [(key: ImageKey, features: ImageFeatures)] = []

  /// An empty context of at most `capacity` positions.
  public init(_ configuration: TextConfiguration, capacity: Int) {
    cache = KVCache(configuration, capacity: capacity)
  }

  /// The positions that fit.
  public var capacity: Int { cache.capacity }
  /// The positions that are in.
  public var count: Int { positions.count }

  /// Forgets everything.
  public mutating func removeAll() {
    cache.truncate(to: 0)
    positions = []
    pictures = []
  }

  /// How many positions from the front a prompt shares with the context.
  ///
  /// The last position of the prompt is never among them: its logits are what the next token comes from, and they
  /// aren't kept.
  public func reusable(for prompt: [PositionKey]) -> Int {
    let common = zip(positions, prompt).prefix { $0 == $1 }.count
    return min(common, max(prompt.count - 1, 0))
  }

  /// Computes what the context doesn't hold of a prompt.
  ///
  /// - Returns: the logits of the last position, (vocabularySize), and the number of positions that were reused.
  /// - Throws: `contextTooLong`; `cancelled`, with what prompt and context share still there; `configuration` for an
  ///   empty prompt or a picture with another number of features than announced.
  mutating func prefill(
    _ prompt: [PromptPart], model: VisionLanguageModel, isCancelled: @Sendable () -> Bool,
    onEvent: @Sendable (GenerationEvent) -> Void
  ) throws(ModelError) -> (logits: [Float], reused: Int) {
    let keys = PositionKey.positions(of: prompt)
    guard !keys.isEmpty else { throw .configuration(path: "the prompt", reason: "it is empty; write something") }
    guard keys.count <= capacity else { throw .contextTooLong(tokens: keys.count, limit: capacity) }
    let reused = reusable(for: keys)
    truncate(to: reused)

    let pieces = try pieces(of: prompt, from: reused, model: model, isCancelled: isCancelled, onEvent: onEvent)
    let new = keys.count - reused
    @Sendable func report(_ done: Int) {
      onEvent(.prefill(done: done, of: new, promptTokens: keys.count, reusedTokens: reused))
    }
    report(0)
    let logits = try forward(pieces, keys: keys[reused...], model: model, isCancelled: isCancelled) { done, _ in
      // The end is reported once, below, when the positions are in.
      if done > 0, done < new { report(done) }
    }
    report(new)
    return (logits, reused)
  }

  /// Adds a token and returns the logits after it, (vocabularySize).
  mutating func append(
    _ token: Int32, model: VisionLanguageModel, isCancelled: @Sendable () -> Bool
  ) throws(ModelError) -> [Float] {
    try forward([.tokens([token])], keys: [.token(token)], model: model, isCancelled: isCancelled) { _, _ in }
  }

  private mutating func truncate(to count: Int) {
    cache.truncate(to: count)
    positions.removeSubrange(min(count, positions.count)...)
  }

  private mutating func forward(
    _ pieces: [PromptPiece], keys: ArraySlice<PositionKey>, model: VisionLanguageModel,
    isCancelled: @Sendable () -> Bool, progress: @Sendable (Int, Int) -> Void
  ) throws(ModelError) -> [Float] {
    let logits: [Float]
    do {
      logits = try model.forward(pieces, cache: &cache, logits: .last, isCancelled: isCancelled, progress: progress)
    } catch {
      // Whatever was left in the cache has no name here.
      cache.truncate(to: positions.count)
      throw error
    }
    positions += keys
    precondition(cache.count == positions.count, "\(cache.count) cached tokens with \(positions.count) names")
    return logits
  }

  /// What is computed: the prompt from `start` on.
  private mutating func pieces(
    of prompt: [PromptPart], from start: Int, model: VisionLanguageModel, isCancelled: @Sendable () -> Bool,
    onEvent: @Sendable (GenerationEvent) -> Void
  ) throws(ModelError) -> [PromptPiece] {
    var pieces: [PromptPiece] = []
    var offset = 0
    for part in prompt {
      let skipped = min(max(start - offset, 0), part.count)
      offset += part.count
      guard skipped < part.count else { continue }
      switch part {
      case .tokens(let ids): pieces.append(.tokens(Array(ids[skipped...])))
      case .image(let image):
        let features = try features(of: image, model: model, isCancelled: isCancelled, onEvent: onEvent)
        let width = features.values.count / features.tokens
        pieces.append(
          .image(ImageFeatures(values: Array(features.values[(skipped * width)...]), tokens: features.tokens - skipped))
        )
      }
    }
    return pieces
  }

  private mutating func features(
    of image: PromptImage, model: VisionLanguageModel, isCancelled: @Sendable () -> Bool,
    onEvent: @Sendable (GenerationEvent) -> Void
  ) throws(ModelError) -> ImageFeatures {
    if let index = pictures.firstIndex(where: { $0.key == image.key && $0.features.tokens == image.tokens }) {
      let picture = pictures.remove(at: index)
      pictures.append(picture)  // the last is the one that was used last
      return picture.features
    }
    if isCancelled() { throw .cancelled }
    let input = image.input()
    onEvent(.encoding(tilesDone: 0, tiles: input.tiles))
    let features = try model.imageFeatures(input, isCancelled: isCancelled) { done, tiles in
      if done > 0, done < tiles { onEvent(.encoding(tilesDone: done, tiles: tiles)) }
    }
    guard features.tokens == image.tokens else {
      throw .configuration(
        path: "the picture",
        reason: "it has \(features.tokens) image tokens where \(image.tokens) were announced; "
          + "preprocessor_config.json and config.json don't belong together")
    }
    onEvent(.encoding(tilesDone: input.tiles, tiles: input.tiles))
    if pictures.count >= Self.keptPictures { pictures.removeFirst() }
    pictures.append((image.key, features))
    return features
  }
}
