import Kernels
import Synchronization
import Testing

@Suite struct LinearTests {
  /// out (m, n) = x (m, k) · transpose(weight (n, k)) + bias, in double precision.
  private func plain(_ x: [Float], _ weight: [Float], _ bias: [Float]?, _ m: Int, _ n: Int, _ k: Int) -> [Float] {
    var out = [Float](repeating: 0, count: m * n)
    for i in 0..<m {
      for j in 0..<n {
        var sum = Double(bias?[j] ?? 0)
        for c in 0..<k { sum += Double(x[i * k + c]) * Double(weight[j * k + c]) }
        out[i * n + j] = Float(sum)
      }
    }
    return out
  }

  static let sizes = [(1, 1), (7, 5), (16, 64), (33, 129), (300, 40)]

  // Rows of x on both sides of where dot products give way to matrix products; the tall way takes n < m.
  @Test(arguments: [1, 2, 4, 5, 17, 70], sizes)
  func everyTypeAndEveryWayEqualsTheLoops(m: Int, size: (n: Int, k: Int)) {
    let (n, k) = size
    let x = numbers(m * k, seed: 1)
    let bias = numbers(n, seed: 2)
    let values = numbers(n * k, seed: 3)
    let weights: [(String, Tensor)] = [
      ("F32", Tensor(values, shape: [n, k])),
      ("F32 at an odd address", Tensor(f32: values, shape: [n, k], padding: 3)),
      ("BF16", Tensor(bf16: values, shape: [n, k])),
      ("F16", Tensor(f16: values, shape: [n, k])),
      ("F16 at an odd address", Tensor(f16: values, shape: [n, k], padding: 1)),
    ]
    for (name, weight) in weights {
      for bias in [bias, nil] {
        // Against the values as stored, so the only difference is the order of the sum.
        let expected = plain(x, weight.floats(), bias, m, n, k)
        for threads in [1, 3] {
          var out = Buffer<Float>(count: m * n + 2, repeating: -7)
          #expect(
            linear(
              Buffer(x), rows: m, weight, bias: bias, into: &out, at: 1, on: ThreadPool(threads: threads)))
          let (difference, index) = worst(out.array(1..<1 + m * n), expected)
          #expect(difference <= reordering(k), "\(name), (\(m), \(n), \(k)), value \(index), \(threads) threads")
          #expect(out[0] == -7 && out[m * n + 1] == -7, "written outside")
        }
      }
    }
  }

  @Test func aLayerOfSeveralBlocksEqualsTheLoops() {
    let (m, n, k) = (9, 1_100, 70)
    let x = numbers(m * k, seed: 4)
    let weight = Tensor(bf16: numbers(n * k, seed: 5), shape: [n, k])
    let bias = numbers(n, seed: 6)
    var out = Buffer<Float>(count: m * n, repeating: 0)
    linear(Buffer(x), rows: m, weight, bias: bias, into: &out, on: ThreadPool(threads: 2))
    #expect(worst(out.array(), plain(x, weight.floats(), bias, m, n, k)).difference <= reordering(k))
  }

  @Test func noRowsIsNoWork() {
    var out = Buffer<Float>(count: 0, repeating: 0)
    #expect(
      linear(
        Buffer([]), rows: 0, Tensor([1, 2], shape: [1, 2]), into: &out, on: ThreadPool(threads: 2)))
  }

  @Test(arguments: [1, 8, 600]) func aCancelledLayerSaysSo(m: Int) {
    let (n, k) = (512, 64)
    var out = Buffer<Float>(count: m * n, repeating: 0)
    let weight = Tensor(numbers(n * k, seed: 7), shape: [n, k])
    let x = Buffer<Float>(numbers(m * k, seed: 8))
    let pool = ThreadPool(threads: 2)
    #expect(!linear(x, rows: m, weight, into: &out, on: pool, isCancelled: { true }))
    // Not at once, but before the last block.
    let asked = Atomic<Int>(0)
    #expect(
      !linear(x, rows: m, weight, into: &out, on: pool) {
        asked.wrappingAdd(1, ordering: .relaxed).newValue > 1
      })
  }
}
