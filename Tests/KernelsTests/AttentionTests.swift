import Foundation
import Kernels
import Testing

@Suite struct AttentionTests {
  private let pool = ThreadPool(threads: 3)
  /// Scores of a few units carry some 1e-6 from reordered sums and the exponential.
  private let bound: Float = 5e-6

  /// Softmax over the keys that each query sees, in double precision: queries (T, H, D), keys and values
  /// (past + T, K, D).
  private func plain(
    _ q: [Float], _ k: [Float], _ v: [Float], past: Int, tokens: Int, heads: Int, keyHeads: Int, width: Int,
    isCausal: Bool
  ) -> [Float] {
    var out = [Float](repeating: 0, count: tokens * heads * width)
    let scale = 1 / Double(width).squareRoot()
    for token in 0..<tokens {
      let seen = isCausal ? past + token + 1 : past + tokens
      for head in 0..<heads {
        let query = (token * heads + head) * width
        let keyHead = head / (heads / keyHeads)
        var weights: [Double] = []
        for key in 0..<seen {
          var score: Double = 0
          for i in 0..<width { score += Double(q[query + i]) * Double(k[(key * keyHeads + keyHead) * width + i]) }
          weights.append(exp(score * scale))
        }
        let sum = weights.reduce(0, +)
        for i in 0..<width {
          var value: Double = 0
          for key in 0..<seen { value += weights[key] / sum * Double(v[(key * keyHeads + keyHead) * width + i]) }
          out[query + i] = Float(value)
        }
      }
    }
    return out
  }

  @Test(arguments: [1, 5, 16, 130, 300]) func everyTokenSeesEveryToken(tokens: Int) {
    let (heads, width) = (3, 10)
    let count = tokens * heads * width
    let q = numbers(count, seed: 1, in: -2...2)
    let k = numbers(count, seed: 2, in: -2...2)
    let v = numbers(count, seed: 3)
    var out = Buffer<Float>(count: count, repeating: 0)
    #expect(
      attend(
        queries: Buffer(q), keys: Buffer(k), values: Buffer(v), tokens: tokens, heads: heads, width: width, into: &out,
        on: pool))
    let expected = plain(
      q, k, v, past: 0, tokens: tokens, heads: heads, keyHeads: heads, width: width, isCausal: false)
    #expect(worst(out.array(), expected).difference <= bound)
  }

  // Tokens on both sides of where dot products give way to matrix products.
  @Test(arguments: [1, 2, 4, 5, 33, 150], [0, 1, 40]) func aTokenSeesItselfAndWhatCameBefore(tokens: Int, past: Int) {
    let (heads, keyHeads, width) = (6, 2, 8)
    let total = past + tokens
    let q = numbers(tokens * heads * width, seed: 4, in: -2...2)
    let k = numbers(total * keyHeads * width, seed: 5, in: -2...2)
    let v = numbers(total * keyHeads * width, seed: 6)
    // Something before, between and after, which must not be seen.
    var cache = Buffer<Float>(count: 2 * k.count + 30, repeating: .nan)
    cache.copy(k, k.indices, to: 10)
    cache.copy(v, v.indices, to: 20 + k.count)
    var out = Buffer<Float>(count: q.count, repeating: 0)
    #expect(
      attendCausally(
        queries: Buffer(q), cache: cache, keysAt: 10, valuesAt: 20 + k.count, past: past, tokens: tokens, heads: heads,
        keyValueHeads: keyHeads, width: width, into: &out, on: pool))
    let expected = plain(
      q, k, v, past: past, tokens: tokens, heads: heads, keyHeads: keyHeads, width: width, isCausal: true)
    #expect(worst(out.array(), expected).difference <= bound)
  }

  @Test(arguments: [1, 200]) func cancelledAttentionSaysSo(tokens: Int) {
    let x = Buffer<Float>(numbers(tokens * 8, seed: 7))
    var out = Buffer<Float>(count: tokens * 8, repeating: 0)
    #expect(
      !attend(
        queries: x, keys: x, values: x, tokens: tokens, heads: 2, width: 4, into: &out, on: pool,
        isCancelled: { true }))
    #expect(
      !attendCausally(
        queries: x, cache: x, keysAt: 0, valuesAt: 0, past: 0, tokens: tokens, heads: 2, keyValueHeads: 2, width: 4,
        into: &out, on: pool, isCancelled: { true }))
  }
}
