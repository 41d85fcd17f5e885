import Kernels
import Model
import TestSupport
import Testing
import Weights

/// Against transformers, in float32. Both sum float32 products in their own order; through a few layers that makes some
/// 1e-6, and 1e-3 is what would still be noticed as wrong.
@Suite(.enabled(if: ReferenceCase.areThere, Comment(rawValue: Shared.missing)))
struct VisionLanguageModelTests {
  private let bound: Float = 1e-3

  @Test(arguments: ReferenceCase.names) func theTowerGivesTheSelectedHiddenState(name: String) throws {
    let reference = try ReferenceCase(name)
    let found = try reference.model().visionHidden(reference.image)
    let difference = largestDifference(found, try reference.floats("vision_hidden"))
    #expect(difference <= bound)
  }

  @Test(arguments: ReferenceCase.names) func imageFeaturesComeInTheOrderOfTheTokens(name: String) throws {
    let reference = try ReferenceCase(name)
    let model = try reference.model()
    let features = try model.imageFeatures(reference.image)
    let difference = largestDifference(features.values, try reference.floats("image_features"))
    #expect(difference <= bound)
    #expect(
      features.tokens == model.imageTokens(height: reference.image.imageHeight, width: reference.image.imageWidth))
  }

  @Test(arguments: ReferenceCase.names, [1, 2]) func logitsOfAPictureAndTextAreThoseExpected(
    name: String, threads: Int
  ) throws {
    let reference = try ReferenceCase(name)
    let model = try reference.model(threads: threads)
    let prompt = try reference.prompt(try model.imageFeatures(reference.image))
    var cache = KVCache(reference.configuration.text, capacity: 200)
    let all = try model.forward(prompt, cache: &cache, logits: .all)
    let tail = try reference.floats("logits_all_tail")
    let difference = largestDifference(Array(all.suffix(tail.count)), tail)
    #expect(difference <= bound)
    cache.truncate(to: 0)
    let last = try model.forward(prompt, cache: &cache)
    let differenceOfLast = largestDifference(last, try reference.floats("logits_last"))
    #expect(differenceOfLast <= bound)
  }

  @Test(arguments: ReferenceCase.names) func logitsOfTextAloneAreThoseExpected(name: String) throws {
    let reference = try ReferenceCase(name)
    let model = try reference.model()
    var cache = KVCache(reference.configuration.text, capacity: 200)
    let found = try model.forward([.tokens(try reference.ids("text_ids"))], cache: &cache, logits: .all)
    let difference = largestDifference(found, try reference.floats("text_logits"))
    #expect(difference <= bound)
  }

  @Test(arguments: ReferenceCase.names) func greedyDecodingGivesTheSameIDs(name: String) throws {
    let reference = try ReferenceCase(name)
    let model = try reference.model()
    var cache = KVCache(reference.configuration.text, capacity: 200)
    var logits = try model.forward(try reference.prompt(try model.imageFeatures(reference.image)), cache: &cache)
    let expected = try reference.ids("greedy_ids")
    var ids: [Int32] = []
    while ids.count < expected.count {
      ids.append(Int32(argmax(logits, in: logits.indices)))
      logits = try model.forward([.tokens([ids[ids.count - 1]])], cache: &cache)
    }
    #expect(ids == expected)
  }

  // Pieces on both sides of where one-token kernels give way to matrix products.
  @Test(arguments: ReferenceCase.names, [1, 3, 7]) func pieceByPieceIsTheSameAsAtOnce(name: String, step: Int) throws {
    let reference = try ReferenceCase(name)
    let model = try reference.model()
    let ids = try reference.ids("text_ids")
    var cache = KVCache(reference.configuration.text, capacity: 200)
    let atOnce = try model.forward([.tokens(ids)], cache: &cache, logits: .all)
    cache.truncate(to: 0)
    var pieces: [Float] = []
    for start in stride(from: 0, to: ids.count, by: step) {
      let piece = Array(ids[start..<min(start + step, ids.count)])
      pieces += try model.forward([.tokens(piece)], cache: &cache, logits: .all)
    }
    #expect(cache.count == ids.count)
    // The same sums in another order.
    #expect(largestDifference(pieces, atOnce) <= 2e-5)
  }

  @Test(arguments: ReferenceCase.names) func weightsInBFloat16PointTheSameWay(name: String) throws {
    let reference = try ReferenceCase(name)
    var weights: [String: Tensor] = [:]
    for name in reference.weights.tensorNames {
      let tensor = try #require(reference.weights.tensor(named: name))
      weights[name] = Tensor(bf16: tensor.floats(), shape: tensor.shape)
    }
    let model = try VisionLanguageModel(configuration: reference.configuration, weights: weights, threads: 2)
    var cache = KVCache(reference.configuration.text, capacity: 200)
    let logits = try model.forward(try reference.prompt(try model.imageFeatures(reference.image)), cache: &cache)
    #expect(cosine(logits, try reference.floats("logits_last")) > 0.999)
  }

  @Test func bothSpellingsOfEveryNameAreFound() throws {
    for name in ReferenceCase.names {
      let reference = try ReferenceCase(name)
      var renamed: [String: Tensor] = [:]
      for name in reference.weights.tensorNames {
        var newer = name
        for (older, spelling) in [
          ("language_model.model.", "model.language_model."), ("language_model.lm_head.", "lm_head."),
          ("vision_tower.", "model.vision_tower.vision_model."), ("multi_modal", "model.multi_modal"),
          ("image_newline", "model.image_newline"),
        ] where name.hasPrefix(older) { newer = spelling + name.dropFirst(older.count) }
        #expect(newer != name)
        let tensor = try #require(reference.weights.tensor(named: name))
        renamed[newer] = tensor
      }
      let model = try VisionLanguageModel(configuration: reference.configuration, weights: renamed, threads: 2)
      var cache = KVCache(reference.configuration.text, capacity: 200)
      let found = try model.forward([.tokens(try reference.ids("text_ids"))], cache: &cache, logits: .all)
      #expect(largestDifference(found, try reference.floats("text_logits")) <= bound)
      #expect(
        largestDifference(try model.visionHidden(reference.image), try reference.floats("vision_hidden")) <= bound)
    }
  }
}

extension Tensor {
  /// The same values stored as bfloat16, rounded to the nearest, halves to even.
  init(bf16 values: [Float], shape: [Int]) {
    let storage = Storage(count: values.count * 2) { bytes in
      for (index, value) in values.enumerated() {
        let bits = value.bitPattern
        let rounded = bits &+ 0x7FFF &+ (bits >> 16 & 1)
        bytes.storeBytes(of: UInt16(rounded >> 16), toByteOffset: index * 2, as: UInt16.self)
      }
    }
    self.init(shape: shape, type: .bf16, storage: storage)
  }
}
