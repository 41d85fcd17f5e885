import Foundation
import TestSupport
import Testing

@testable import Model

@Suite("Sampler")
struct SamplerTests {
  private func draws(_ count: Int, _ parameters: SamplingParameters, _ logits: [Float], allowed: TokenSet? = nil)
    -> [Int32]
  {
    var sampler = Sampler(parameters)
    return (0..<count).compactMap { _ in sampler.sample(logits, allowed: allowed) }
  }

  @Test("greedy takes the largest logit, the first of equals")
  func greedy() {
    #expect(draws(1, .greedy, [0, 3, 1, 3]) == [1])
    #expect(draws(1, .greedy, [-5, -1, -3]) == [1])
  }

  @Test("only allowed tokens are chosen")
  func allowedOnly() {
    var allowed = TokenSet(universe: 200)
    allowed.insert(1)
    allowed.insert(130)
    var logits = [Float](repeating: 9, count: 200)
    logits[130] = 1
    logits[1] = 0
    #expect(draws(1, .greedy, logits, allowed: allowed) == [130])
    #expect(Set(draws(200, SamplingParameters(temperature: 1, seed: 1), logits, allowed: allowed)) == [1, 130])
    #expect(draws(1, .greedy, logits, allowed: TokenSet(universe: 200)) == [])
  }

  @Test("allowed tokens beyond the logits are passed over")
  func allowedBeyondLogits() {
    var allowed = TokenSet(universe: 64)
    allowed.insert(40)
    #expect(draws(1, .greedy, [1, 2], allowed: allowed) == [])
    allowed.insert(0)
    #expect(draws(1, .greedy, [1, 2], allowed: allowed) == [0])
  }

  @Test("the same seed gives the same tokens, another seed others")
  func seeds() {
    let logits = (0..<100).map { Float($0 % 7) }
    func run(_ seed: UInt64) -> [Int32] { draws(50, SamplingParameters(temperature: 1, topP: 0.9, seed: seed), logits) }
    #expect(run(3) == run(3))
    #expect(run(3) != run(4))
  }

  @Test("tokens come as often as the softmax says")
  func frequencies() {
    let logits: [Float] = [0, 1, 2, -1]
    let n = 40_000
    for temperature in [Float(0.5), 1, 2] {
      let weights = logits.map { exp(Double($0 / temperature)) }
      let total = weights.reduce(0, +)
      let drawn = draws(n, SamplingParameters(temperature: temperature, seed: 11), logits)
      for id in logits.indices {
        let p = weights[id] / total
        let found = Double(drawn.count { $0 == Int32(id) }) / Double(n)
        // Five standard deviations of a binomial.
        #expect(abs(found - p) < 5 * (p * (1 - p) / Double(n)).squareRoot(), "token \(id) at \(temperature)")
      }
    }
  }

  @Test("top-p keeps the fewest tokens that reach it, as sorting would", arguments: 0..<60)
  func topP(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let logits = (0..<30).map { _ in Float(Int.random(in: -3...3, using: &generator)) }
    let p = Float.random(in: 0...1, using: &generator)
    let weights = logits.map { exp(Double($0)) }
    let order = logits.indices.sorted { (logits[$0], $1) > (logits[$1], $0) }
    var kept: Set<Int32> = []
    var sum = 0.0
    for id in order {
      if !kept.isEmpty, sum >= Double(p) * weights.reduce(0, +) { break }
      kept.insert(Int32(id))
      sum += weights[id]
    }
    let drawn = Set(draws(3_000, SamplingParameters(temperature: 1, topP: p, seed: UInt64(seed)), logits))
    #expect(drawn.isSubset(of: kept))
    // A token of weight e⁻³ among 30 of e³ has a chance of 1:12,000; ask only for those that must have come.
    #expect(kept.filter { logits[Int($0)] >= 1 }.isSubset(of: drawn))
  }

  @Test("min-p keeps tokens down to a fraction of the likeliest")
  func minP() {
    let logits = [Float](arrayLiteral: 0, -1, -2, -3).map { $0 * Float(log(2.0)) }  // 1, ½, ¼, ⅛
    let drawn = Set(draws(2_000, SamplingParameters(temperature: 1, minP: 0.2, seed: 1), logits))
    #expect(drawn == [0, 1, 2])
  }

  @Test("NaN and infinities do no harm", arguments: [Float(0), 1e-30, 1, 1e30])
  func notNumbers(temperature: Float) {
    let parameters = SamplingParameters(temperature: temperature, topP: 0.9, minP: 0.01, seed: 2)
    #expect(!draws(20, parameters, [.nan, 1, .nan]).contains { $0 != 1 && temperature < 1e20 })
    #expect(draws(20, parameters, [.nan, .nan]).count == 20)
    #expect(draws(20, parameters, [-.infinity, -.infinity]).count == 20)
    #expect(draws(20, parameters, [.infinity, .greatestFiniteMagnitude, -.infinity]).count == 20)
    #expect(draws(1, parameters, []).isEmpty)
  }

  @Test("parameters out of range are brought into it")
  func ranges() {
    let odd = SamplingParameters(temperature: -1, topP: 7, minP: -2)
    #expect(odd == SamplingParameters(temperature: 0, topP: 1, minP: 0))
    #expect(SamplingParameters(temperature: .nan, topP: .nan, minP: .nan) == SamplingParameters())
  }
}
