import Foundation
import Kernels
import Model
import Testing
import Weights

/// InfiR-VL-1.6B's sizes with random weights in bfloat16, 3.3 GB: that it fits and how long it takes.
///
///     INFIR_FULL_SIZE=1 swift test -c release -Xswiftc -enable-testing --filter FullSizeTests
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["INFIR_FULL_SIZE"] == "1",
    "needs 5 GB and a minute; INFIR_FULL_SIZE=1 runs it"),
  .serialized)
struct FullSizeTests {
  private static let configuration = ModelConfiguration(
    text: TextConfiguration(
      vocabularySize: 128_256, hiddenSize: 2_048, intermediateSize: 8_192, layers: 16, attentionHeads: 32,
      keyValueHeads: 8, maximumPositions: 131_072, ropeTheta: 500_000,
      ropeScaling: .llama3(
        factor: 32, lowFrequencyFactor: 1, highFrequencyFactor: 4, originalMaximumPositions: 8_192),
      tiesWordEmbeddings: true),
    multimodal: MultimodalConfiguration(
      vision: VisionConfiguration(
        hiddenSize: 1_152, intermediateSize: 4_304, layers: 27, attentionHeads: 16, imageSize: 384, patchSize: 14),
      imageTokenID: 128_255,
      gridPinpoints: [GridPinpoint(height: 768, width: 384)]))

  @Test func oneTileAPromptAndSomeTokens() throws {
    let configuration = Self.configuration
    #expect(configuration.parameters.reduce(0) { $0 + $1.count } > 1_600_000_000)
    let weights = RandomWeights(configuration)
    let model = try VisionLanguageModel(configuration: configuration, weights: weights, threads: 2)
    // Processor time of all threads, which other programs on the machine don't add to.
    let processor = { Double(clock()) / Double(CLOCKS_PER_SEC) }
    let wall = ContinuousClock()
    func report(_ what: String, _ work: () throws -> Void) rethrows {
      let before = processor()
      let seconds = try wall.measure(work)
      print("\(what): \(seconds) and \(processor() - before) s of processor time")
    }
    let image = ImageInput(
      pixelValues: [Float](repeating: 0.25, count: 3 * 3 * 384 * 384), tiles: 3, imageHeight: 2_400, imageWidth: 1_080)
    for _ in 0..<2 {
      try report("three tiles") {
        let features = try model.imageFeatures(image)
        let isFinite = features.values.allSatisfy { $0.isFinite }
        #expect(isFinite)
      }
    }
    var cache = KVCache(configuration.text, capacity: 4_096)
    let prompt = (0..<512).map { Int32($0 * 200) }
    for _ in 0..<2 {
      cache.truncate(to: 0)
      try report("prefill of 512") { _ = try model.forward([.tokens(prompt)], cache: &cache) }
    }
    for _ in 0..<2 {
      cache.truncate(to: 512)
      try report("ten tokens") {
        for id in 0..<10 { _ = try model.forward([.tokens([Int32(id)])], cache: &cache) }
      }
    }
    cache.truncate(to: 0)
    let began = wall.now
    let stopped = Times()
    #expect(throws: ModelError.cancelled) {
      _ = try model.forward([.tokens(prompt)], cache: &cache) {
        let isOver = wall.now - began > .seconds(1)
        if isOver { stopped.add(wall.now - began) }
        return isOver
      }
    }
    print("cancelled after \(wall.now - began - (stopped.all.first ?? .zero))")
    #expect(cache.count == 0)
  }
}

private final class Times: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Duration] = []

  var all: [Duration] { lock.withLock { values } }

  func add(_ value: Duration) { lock.withLock { values.append(value) } }
}
