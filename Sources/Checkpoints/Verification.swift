internal import Foundation
internal import Imaging
internal import Kernels
internal import Model
internal import Weights

/// Compares what a model computes with a reference's tensors, by name.
///
/// The reference is a safetensors file with any of: `pixel_values` (of `screenshot.png` beside it), `vision_hidden`,
/// `image_features`, `input_ids` with `logits_last`, `logits_all_tail` and `greedy_ids`, and `text_ids` with
/// `text_logits`. What a tensor means is what transformers calls by that name: hidden states of the selected vision
/// layer before the final norm, features after the projector with newlines spliced in, logits in float32.
public struct Verification: Sendable {
  /// How far one tensor is from the reference.
  public struct Comparison: Sendable, Equatable {
    /// The tensor's name in the reference.
    public let name: String
    /// How many values were compared.
    public let values: Int
    /// max |a - b|.
    public let largestAbsolute: Double
    /// max |a - b| / max |b|: relative to the largest value, since single values near zero say nothing.
    public let largestRelative: Double
    /// The cosine of the angle between the two, as vectors.
    public let cosine: Double
  }

  /// All tensors of the reference that were compared, in the order of the forward pass.
  public let comparisons: [Comparison]
  /// Greedy ids that are equal before the first that isn't, and how many the reference has; nil where it has none.
  public let greedy: (equal: Int, of: Int)?

  /// Runs the model on the reference's inputs.
  ///
  /// - Parameters:
  ///   - expectedPath: the reference; nil for `expected.safetensors` in the model's directory.
  ///   - threads: how many threads compute.
  public init(_ checkpoint: Checkpoint, expectedPath: String?, threads: Int) throws(CheckpointError) {
    let path = expectedPath ?? checkpoint.path + "/expected.safetensors"
    let reference: Safetensors
    do throws(WeightsError) { reference = try Safetensors(file: path) } catch { throw .weights(error) }
    let model = try computing { () throws(ModelError) in
      try VisionLanguageModel(
        configuration: checkpoint.configuration, weights: checkpoint.weights, threads: threads)
    }
    var run = Run(checkpoint: checkpoint, model: model, reference: reference, path: path)
    try run.comparePixels(screenshot: (path as NSString).deletingLastPathComponent + "/screenshot.png")
    try run.comparePicture()
    try run.compareText()
    comparisons = run.comparisons
    greedy = run.greedy
    guard !comparisons.isEmpty else {
      throw .reference(
        path: path, reason: "it has none of the tensors that can be compared (see: infir help model verify)")
    }
  }

  /// Compares two lists of values of the same length.
  public static func compare(_ name: String, _ ours: [Float], _ theirs: [Float]) -> Comparison {
    precondition(ours.count == theirs.count, "\(name): \(ours.count) values for \(theirs.count)")
    var difference = 0.0
    var largest = 0.0
    var dot = 0.0
    var lengthOurs = 0.0
    var lengthTheirs = 0.0
    for (a, b) in zip(ours, theirs) {
      let (a, b) = (Double(a), Double(b))
      // A NaN is farther away than anything.
      difference = (a - b).isNaN ? .infinity : max(difference, abs(a - b))
      largest = max(largest, abs(b))
      dot += a * b
      lengthOurs += a * a
      lengthTheirs += b * b
    }
    return Comparison(
      name: name, values: ours.count, largestAbsolute: difference,
      largestRelative: largest > 0 ? difference / largest : difference,
      cosine: dot / max((lengthOurs * lengthTheirs).squareRoot(), .leastNormalMagnitude))
  }
}

private func computing<Result>(_ work: () throws(ModelError) -> Result) throws(CheckpointError) -> Result {
  do throws(ModelError) { return try work() } catch { throw .model(error) }
}

/// One verification on its way.
private struct Run {
  let checkpoint: Checkpoint
  let model: VisionLanguageModel
  let reference: Safetensors
  /// The reference's path, for errors.
  let path: String
  var comparisons: [Verification.Comparison] = []
  var greedy: (equal: Int, of: Int)?

  mutating func comparePixels(screenshot: String) throws(CheckpointError) {
    guard let expected = try values("pixel_values"), let processor = checkpoint.imageProcessor,
      let image = try? Image(contentsOf: screenshot)
    else { return }
    try add("pixel_values", processor.prepare(image).pixelValues, expected)
  }

  mutating func comparePicture() throws(CheckpointError) {
    guard let multimodal = checkpoint.configuration.multimodal, let pixels = try values("pixel_values"),
      let size = try imageSize()
    else { return }
    let tiles = pixels.count / (multimodal.vision.channels * multimodal.vision.imageSize * multimodal.vision.imageSize)
    let input = ImageInput(pixelValues: pixels, tiles: tiles, imageHeight: size.height, imageWidth: size.width)
    if let expected = try values("vision_hidden") {
      try add("vision_hidden", try computing { () throws(ModelError) in try model.visionHidden(input) }, expected)
    }
    let features = try computing { () throws(ModelError) in try model.imageFeatures(input) }
    if let expected = try values("image_features") { try add("image_features", features.values, expected) }
    guard let ids = try tokens("input_ids") else { return }
    let pieces = Run.pieces(ids, image: features, imageToken: multimodal.imageTokenID)

    let followed = try tokens("greedy_ids")
    let length = pieces.reduce(0) { $0 + $1.count }
    var cache = KVCache(checkpoint.configuration.text, capacity: length + (followed?.count ?? 0))
    let logits = try computing { () throws(ModelError) in try model.forward(pieces, cache: &cache, logits: .all) }
    let width = checkpoint.configuration.text.vocabularySize
    if let expected = try values("logits_last") { try add("logits_last", Array(logits.suffix(width)), expected) }
    if let expected = try values("logits_all_tail") {
      try add("logits_all_tail", Array(logits.suffix(expected.count)), expected)
    }
    if let followed { try follow(followed, after: Array(logits.suffix(width)), cache: &cache) }
  }

  mutating func compareText() throws(CheckpointError) {
    guard let ids = try tokens("text_ids"), let expected = try values("text_logits") else { return }
    var cache = KVCache(checkpoint.configuration.text, capacity: ids.count)
    let logits = try computing { () throws(ModelError) in
      try model.forward([.tokens(ids)], cache: &cache, logits: .all)
    }
    try add("text_logits", logits, expected)
  }

  /// Generates greedily as far as the reference's ids are the same.
  private mutating func follow(
    _ expected: [Int32], after first: [Float], cache: inout KVCache
  ) throws(CheckpointError) {
    var logits = first
    var equal = 0
    for id in expected {
      guard let best = logits.indices.max(by: { logits[$0] < logits[$1] }), Int32(best) == id else { break }
      equal += 1
      guard equal < expected.count else { break }
      logits = try computing { () throws(ModelError) in try model.forward([.tokens([id])], cache: &cache) }
    }
    greedy = (equal, expected.count)
  }

  private mutating func add(_ name: String, _ ours: [Float], _ theirs: [Float]) throws(CheckpointError) {
    guard ours.count == theirs.count else {
      throw unusable(name, "has \(theirs.count) values, and the model computes \(ours.count)")
    }
    comparisons.append(Verification.compare(name, ours, theirs))
  }

  /// The picture's own size: `image_sizes` of the reference, or `screenshot.png`'s.
  private func imageSize() throws(CheckpointError) -> (height: Int, width: Int)? {
    if let sizes = try integers("image_sizes") {
      guard sizes.count >= 2, sizes.prefix(2).allSatisfy({ (1...65_535).contains($0) }) else {
        throw unusable("image_sizes", "has no height and width in pixels")
      }
      return (Int(sizes[0]), Int(sizes[1]))
    }
    if let size = try? Image.size(ofFile: (path as NSString).deletingLastPathComponent + "/screenshot.png") {
      return (size.height, size.width)
    }
    // Plain LLaVA makes a square of any picture.
    return checkpoint.configuration.multimodal?.gridPinpoints == nil ? (1, 1) : nil
  }

  /// The prompt, with the run of image tokens replaced by the features.
  private static func pieces(_ ids: [Int32], image: ImageFeatures, imageToken: Int32) -> [PromptPiece] {
    guard let start = ids.firstIndex(of: imageToken), let end = ids.lastIndex(of: imageToken) else {
      return [.tokens(ids)]
    }
    return [.tokens(Array(ids[..<start])), .image(image), .tokens(Array(ids[(end + 1)...]))].filter {
      if case .tokens(let ids) = $0 { !ids.isEmpty } else { true }
    }
  }

  // MARK: - The reference's tensors

  private func values(_ name: String) throws(CheckpointError) -> [Float]? {
    guard let tensor = reference.tensor(named: name) else { return nil }
    guard tensor.type.isWeight else {
      throw unusable(name, "is stored as \(tensor.type); F32, F16 and BF16 are possible")
    }
    return tensor.floats()
  }

  private func integers(_ name: String) throws(CheckpointError) -> [Int64]? {
    guard let tensor = reference.tensor(named: name) else { return nil }
    guard let integers = tensor.integers() else {
      throw unusable(name, "is stored as \(tensor.type); I32 and I64 are possible")
    }
    return integers
  }

  private func tokens(_ name: String) throws(CheckpointError) -> [Int32]? {
    try integers(name)?.map { (value) throws(CheckpointError) in
      guard let id = Int32(exactly: value) else { throw unusable(name, "has the value \(value), which is no token") }
      return id
    }
  }

  private func unusable(_ name: String, _ reason: String) -> CheckpointError {
    .reference(path: path, reason: "its tensor \(name) \(reason)")
  }
}
