import Kernels
import Testing
import Weights

@Suite("Preloading weights")
struct WeightSourcePreloadTests {
  private let weights = [
    "a": Tensor([Float](repeating: 1, count: 3_000_000), shape: [3_000, 1_000]), "b": Tensor([2], shape: [1]),
    "empty": Tensor([], shape: [0]),
  ]

  @Test("progress grows to all bytes")
  func progress() {
    var reports: [Int] = []
    weights.preload { done, total in
      #expect(total == 12_000_004)
      reports.append(done)
    }
    #expect(reports == [8 << 20, 12_000_000, 12_000_004])
  }

  @Test("a cancelled preload stops")
  func cancelled() {
    var reports = 0
    weights.preload(isCancelled: { reports == 1 }) { _, _ in reports += 1 }
    #expect(reports == 1)
  }
}
