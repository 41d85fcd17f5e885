import Kernels
import Model
import Synchronization
import Testing
import Weights

/// Behaviour that needs no reference values: the cache, chunks, limits, cancellation.
@Suite struct ForwardTests {
  private let text: VisionLanguageModel
  private let pictures: VisionLanguageModel

  init() throws {
    text = try VisionLanguageModel(
      configuration: Configurations.text, weights: RandomWeights(Configurations.text), threads: 2)
    pictures = try VisionLanguageModel(
      configuration: Configurations.pictures, weights: RandomWeights(Configurations.pictures), threads: 2)
  }

  private func cache(_ capacity: Int = 2_000) -> KVCache { KVCache(Configurations.llama(), capacity: capacity) }

  private func ids(_ count: Int, seed: Int = 1) -> [Int32] { (0..<count).map { Int32(($0 * 37 + seed) % 98) } }

  private var picture: ImageInput {
    ImageInput(
      pixelValues: (0..<3 * 3 * 28 * 28).map { Float($0 % 11) * 0.1 - 0.5 }, tiles: 3, imageHeight: 50, imageWidth: 90)
  }

  // MARK: - The cache

  @Test func aLongPromptInChunksIsTheSameAsTokenByToken() throws {
    // 1,100 tokens are three chunks; the sums behind the last logits come in another order.
    let prompt = ids(1_100)
    var cache = cache()
    let together = try text.forward([.tokens(prompt)], cache: &cache)
    #expect(cache.count == 1_100)
    cache.truncate(to: 1_090)
    var last: [Float] = []
    for id in prompt.suffix(10) { last = try text.forward([.tokens([id])], cache: &cache) }
    #expect(largestDifference(together, last) <= 1e-5)
  }

  @Test func allLogitsEndWithTheLastOnes() throws {
    var cache = cache()
    let prompt = ids(700)
    let all = try text.forward([.tokens(prompt)], cache: &cache, logits: .all)
    #expect(all.count == 700 * 100)
    cache.truncate(to: 0)
    let last = try text.forward([.tokens(prompt)], cache: &cache)
    #expect(largestDifference(Array(all.suffix(100)), last) <= 1e-5)
  }

  @Test func aTruncatedCacheGoesOnAsIfNothingHadBeen() throws {
    var cache = cache()
    _ = try text.forward([.tokens(ids(20))], cache: &cache)
    _ = try text.forward([.tokens(ids(30, seed: 5))], cache: &cache)
    cache.truncate(to: 20)
    let again = try text.forward([.tokens(ids(7, seed: 9))], cache: &cache)
    cache.truncate(to: 0)
    _ = try text.forward([.tokens(ids(20))], cache: &cache)
    #expect(try text.forward([.tokens(ids(7, seed: 9))], cache: &cache) == again)
    cache.truncate(to: 100)
    #expect(cache.count == 27)
    cache.truncate(to: -1)
    #expect(cache.count == 0)
  }

  @Test func theCacheTakesMemoryAsTokensCome() throws {
    var cache = cache(100_000)
    #expect(cache.byteCount == 0)
    _ = try text.forward([.tokens(ids(10))], cache: &cache)
    // 3 layers, keys and values, 2 heads of 8.
    let perToken = 3 * 2 * 16 * 4
    #expect(cache.byteCount == 64 * perToken)
    _ = try text.forward([.tokens(ids(60))], cache: &cache)
    #expect(cache.byteCount == 128 * perToken)
  }

  @Test func growingKeepsWhatIsIn() throws {
    var growing = cache()
    var last: [Float] = []
    for id in ids(70) { last = try text.forward([.tokens([id])], cache: &growing) }
    var cache = cache()
    #expect(largestDifference(try text.forward([.tokens(ids(70))], cache: &cache), last) <= 1e-5)
  }

  // MARK: - Pieces

  @Test func piecesAreOneRowOfTokens() throws {
    let features = try pictures.imageFeatures(picture)
    var cache = cache()
    let together = try pictures.forward(
      [.tokens(ids(600)), .image(features), .tokens([]), .tokens(ids(5)), .image(features), .tokens([3])],
      cache: &cache)
    #expect(cache.count == 606 + 2 * features.tokens)
    cache.truncate(to: 0)
    _ = try pictures.forward([.tokens(ids(600))], cache: &cache)
    _ = try pictures.forward([.image(features)], cache: &cache)
    _ = try pictures.forward([.tokens(ids(5)), .image(features)], cache: &cache)
    #expect(largestDifference(try pictures.forward([.tokens([3])], cache: &cache), together) <= 1e-5)
  }

  @Test func noTokensGiveNoLogits() throws {
    var cache = cache()
    #expect(try text.forward([], cache: &cache) == [])
    #expect(try text.forward([.tokens([])], cache: &cache, logits: .all) == [])
    #expect(cache.count == 0)
  }

  // MARK: - Limits

  @Test func aPromptThatDoesNotFitIsRefused() throws {
    var small = cache(10)
    _ = try text.forward([.tokens(ids(6))], cache: &small)
    #expect(throws: ModelError.contextTooLong(tokens: 11, limit: 10)) {
      _ = try text.forward([.tokens(ids(5))], cache: &small)
    }
    #expect(small.count == 6)
    _ = try text.forward([.tokens(ids(4))], cache: &small)
    var endless = cache(.max)
    #expect(throws: ModelError.contextTooLong(tokens: 4_097, limit: 4_096)) {
      _ = try text.forward([.tokens(ids(4_097))], cache: &endless)
    }
  }

  @Test(arguments: [-1, 100, .max] as [Int32]) func aTokenWithoutARowIsRefused(id: Int32) {
    var cache = cache()
    #expect(throws: ModelError.unknownToken(id: id, vocabularySize: 100)) {
      _ = try text.forward([.tokens([1, id])], cache: &cache)
    }
    #expect(cache.count == 0)
  }

  @Test func aTextModelSeesNoPictures() {
    #expect(throws: ModelError.noVisionTower) { try text.imageFeatures(picture) }
    #expect(throws: ModelError.noVisionTower) { try text.visionHidden(picture) }
    #expect(text.imageTokens(height: 10, width: 10) == 0)
  }

  @Test func anotherNumberOfTilesIsRefused() {
    let two = ImageInput(
      pixelValues: [Float](repeating: 0, count: 2 * 3 * 28 * 28), tiles: 2, imageHeight: 50, imageWidth: 90)
    #expect(throws: ModelError.wrongTiles(expected: 3, found: 2)) { try pictures.imageFeatures(two) }
  }

  // MARK: - Cancellation and progress

  @Test(arguments: [0, 1, 5, 40, 90]) func aCancelledPassLeavesTheCacheAsItWas(questions: Int) throws {
    var cache = cache()
    let before = try text.forward([.tokens(ids(20))], cache: &cache)
    let asked = Atomic<Int>(0)
    #expect(throws: ModelError.cancelled) {
      _ = try text.forward([.tokens(ids(1_200))], cache: &cache) {
        asked.wrappingAdd(1, ordering: .relaxed).newValue > questions
      }
    }
    #expect(cache.count == 20)
    cache.truncate(to: 19)
    let after = try text.forward([.tokens([ids(20)[19]])], cache: &cache)
    #expect(largestDifference(before, after) <= 1e-5)
  }

  @Test(arguments: [0, 5, 60]) func aCancelledPictureStops(questions: Int) {
    let asked = Atomic<Int>(0)
    #expect(throws: ModelError.cancelled) {
      _ = try pictures.imageFeatures(picture) { asked.wrappingAdd(1, ordering: .relaxed).newValue > questions }
    }
  }

  @Test func progressGoesUpToTheEnd() throws {
    let tiles = Mutex<[Int]>([])
    _ = try pictures.imageFeatures(picture, progress: { done, _ in tiles.withLock { $0.append(done) } })
    #expect(tiles.withLock { $0 } == [1, 2, 3])
    let tokens = Mutex<[Int]>([])
    var cache = cache()
    _ = try text.forward(
      [.tokens(ids(600))], cache: &cache,
      progress: { done, all in tokens.withLock { $0.append(all == 600 ? done : -1) } })
    let seen = tokens.withLock { $0 }
    #expect(seen == seen.sorted() && seen.first == 170 && seen.last == 600)
  }
}
