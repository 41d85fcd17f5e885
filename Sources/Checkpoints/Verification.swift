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
    do throws(ModelError) {
      let model = try VisionLanguageModel(
        configuration: checkpoint.configuration, weights: checkpoint.weights, threads: threads)
      var run = Run(checkpoint: checkpoint, model: model, reference: reference)
      try run.comparePixels(screenshot: (path as NSString).deletingLastPathComponent + "/screenshot.png")
      try run.comparePicture()
      try run.compareText()
      comparisons = run.comparisons
      greedy = run.greedy
    } catch {
      throw .model(error)
    }
    guard !comparisons.isEmpty else {
      throw .notAModel(
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

/// One verification on its way.
private struct Run {
  let checkpoint: Checkpoint
  let model: VisionLanguageModel
  let reference: Safetensors
  var comparisons: [Verification.Comparison] = []
  var greedy: (equal: Int, of: Int)?

  mutating func comparePixels(screenshot: String) throws(ModelError) {
    guard let expected = values("pixel_values"), let processor = checkpoint.imageProcessor,
      let image = try? Image(contentsOf: screenshot)
    else { return }
    try add("pixel_values", processor.prepare(image).pixelValues, expected)
  }

  mutating func comparePicture() throws(ModelError) {
    guard let multimodal = checkpoint.configuration.multimodal, let pixels = reference.tensor(named: "pixel_values"),
      let size = imageSize(pixels)
    else { return }
    let tiles = pixels.count / (multimodal.vision.channels * multimodal.vision.imageSize * multimodal.vision.imageSize)
    let input = ImageInput(
      pixelValues: pixels.floats(), tiles: tiles, imageHeight: size.height, imageWidth: size.width)
    if let expected = values("vision_hidden") { try add("vision_hidden", try model.visionHidden(input), expected) }
    let features = try model.imageFeatures(input)
    if let expected = values("image_features") { try add("image_features", features.values, expected) }
    guard let ids = identifiers("input_ids") else { return }
    let pieces = Run.pieces(ids, image: features, imageToken: multimodal.imageTokenID)

    var cache = KVCache(checkpoint.configuration.text, capacity: ids.count + 64)
    let logits = try model.forward(pieces, cache: &cache, logits: .all)
    let width = checkpoint.configuration.text.vocabularySize
    if let expected = values("logits_last") { try add("logits_last", Array(logits.suffix(width)), expected) }
    if let expected = values("logits_all_tail") {
      try add("logits_all_tail", Array(logits.suffix(expected.count)), expected)
    }
    if let expected = identifiers("greedy_ids") {
      try follow(expected, after: Array(logits.suffix(width)), cache: &cache)
    }
  }

  mutating func compareText() throws(ModelError) {
    guard let ids = identifiers("text_ids"), let expected = values("text_logits") else { return }
    var cache = KVCache(checkpoint.configuration.text, capacity: ids.count + 1)
    try add("text_logits", try model.forward([.tokens(ids)], cache: &cache, logits: .all), expected)
  }

  /// Generates greedily as far as the reference's ids are the same.
  private mutating func follow(_ expected: [Int32], after first: [Float], cache: inout KVCache) throws(ModelError) {
    var logits = first
    var equal = 0
    for id in expected {
      guard let best = logits.indices.max(by: { logits[$0] < logits[$1] }), Int32(best) == id else { break }
      equal += 1
      if equal < expected.count { logits = try model.forward([.tokens([id])], cache: &cache) }
    }
    greedy = (equal, expected.count)
  }

  private mutating func add(_ name: String, _ ours: [Float], _ theirs: [Float]) throws(ModelError) {
    guard ours.count == theirs.count else {
      throw .wrongShape(name: name, expected: [theirs.count], found: [ours.count])
    }
    comparisons.append(Verification.compare(name, ours, theirs))
  }

  /// The picture's own size: `image_sizes` of the reference, or the square that plain LLaVA makes of any picture.
  private func imageSize(_ pixels: Tensor) -> (height: Int, width: Int)? {
    if let sizes = identifiers("image_sizes"), sizes.count >= 2 { return (Int(sizes[0]), Int(sizes[1])) }
    if let size = try? Image.size(ofFile: checkpoint.path + "/screenshot.png") { return (size.height, size.width) }
    return pixels.shape.count == 4 ? (pixels.shape[2], pixels.shape[3]) : nil
  }

  /// The prompt, with each run of image tokens replaced by the features.
  private static func pieces(_ ids: [Int32], image: ImageFeatures, imageToken: Int32) -> [PromptPiece] {
    guard let start = ids.firstIndex(of: imageToken), let end = ids.lastIndex(of: imageToken) else {
      return [.tokens(ids)]
    }
    return [.tokens(Array(ids[..<start])), .image(image), .tokens(Array(ids[(end + 1)...]))].filter {
      if case .tokens(let ids) = $0 { !ids.isEmpty } else { true }
    }
  }

  private func values(_ name: String) -> [Float]? { reference.tensor(named: name).map { $0.floats() } }

  private func identifiers(_ name: String) -> [Int32]? {
    reference.tensor(named: name).map { tensor in
      tensor.storage.withBytes { bytes in
        (0..<tensor.count).map {
          bytes.unsafeLoadUnaligned(fromByteOffset: tensor.byteOffset + $0 * 4, as: Int32.self)
        }
      }
    }
  }
}
