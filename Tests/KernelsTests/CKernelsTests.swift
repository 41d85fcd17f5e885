import CKernels
import Testing

/// Every C kernel against the plain version beside it.
@Suite struct CKernelsTests {
  @Test(arguments: lengths) func dotsOfAllTypesEqualThePlainLoops(n: Int) {
    let x = numbers(n, seed: 1)
    let floats = numbers(n, seed: 2)
    let brain = floats.map { UInt16($0.bitPattern >> 16) }
    let half = floats.map { Float16($0).bitPattern }
    #expect(abs(ck_dot_f32(floats, x, n) - ck_dot_f32_plain(floats, x, n)) <= reordering(n))
    #expect(abs(ck_dot_bf16(brain, x, n) - ck_dot_bf16_plain(brain, x, n)) <= reordering(n))
    #expect(abs(ck_dot_f16(half, x, n) - ck_dot_f16_plain(half, x, n)) <= reordering(n))
  }

  @Test(arguments: lengths.dropFirst()) func normsEqualThePlainLoops(n: Int) {
    // A mean far from 0, where a one-pass variance would cancel.
    let x = numbers(n, seed: 3, in: 9...11)
    let weight = numbers(n, seed: 4)
    let bias = numbers(n, seed: 5)
    var found = [Float](repeating: 0, count: n)
    var plain = found
    ck_rms_norm(x, weight, 1e-5, &found, n)
    ck_rms_norm_plain(x, weight, 1e-5, &plain, n)
    #expect(worst(found, plain).difference <= 1e-6)
    ck_layer_norm(x, weight, bias, 1e-6, &found, n)
    ck_layer_norm_plain(x, weight, bias, 1e-6, &plain, n)
    // The mean is known to half a unit in the last place of 10, 5e-7, and is then divided by a deviation of 0.3 or
    // more; a single value has no deviation but ε's 1e-3.
    #expect(worst(found, plain).difference <= (n < 3 ? 1e-3 : 1e-5))
  }

  @Test func expIsWithinAMillionthOverItsWholeRange() {
    var worst: Double = 0
    for step in 0...175_000 {
      let x = -86.5 + Float(step) * 0.001
      var value = [x]
      ck_exp(&value, 1)
      var plain = [x]
      ck_exp_plain(&plain, 1)
      worst = max(worst, Double(abs(value[0] - plain[0])) / Double(plain[0]))
    }
    #expect(worst <= 1e-6, "relative error \(worst)")
  }

  @Test func expOfExtremesIsZeroOneInfinityOrNaN() {
    var values: [Float] = [-.infinity, -1e30, -87, 0, -0.0, 89, 1e30, .infinity, .nan]
    ck_exp(&values, values.count)
    #expect(values[0..<8] == [0, 0, 0, 1, 1, .infinity, .infinity, .infinity])
    #expect(values[8].isNaN)
  }

  @Test(arguments: lengths) func activationsEqualThePlainLoops(n: Int) {
    // What the header promises.
    let bound: Float = 1e-6
    for (seed, range) in [(6, -1...1), (7, -12...12), (8, -0.01...0.01)] as [(UInt64, ClosedRange<Float>)] {
      let x = numbers(n, seed: seed, in: range)
      for (name, kernel, plain) in activations {
        var found = x
        var expected = x
        kernel(&found, n)
        plain(&expected, n)
        let (difference, index) = worst(found, expected)
        #expect(difference <= bound, "\(name) of \(n == 0 ? 0 : x[index]) is off by \(difference)")
      }
    }
  }

  @Test func activationsOfExtremesAreWhatTheyTendTo() {
    for (name, kernel, _) in activations {
      var x: [Float] = [-1e4, -100, 0, 100, 1e4, .infinity, .nan]
      kernel(&x, x.count)
      #expect(x[0..<6] == [0, 0, 0, 100, 1e4, .infinity], "\(name)")
      #expect(x[6].isNaN, "\(name)")
    }
  }

  @Test(arguments: lengths.dropFirst()) func softmaxEqualsThePlainLoop(n: Int) {
    var found = numbers(n, seed: 9, in: -30...30)
    var plain = found
    ck_softmax(&found, 0.7, n)
    ck_softmax_plain(&plain, 0.7, n)
    // exp's 1e-6, for the value and in the sum.
    #expect(worst(found, plain).difference <= 2e-6)
    #expect(abs(found.reduce(0, +) - 1) <= 1e-5)
  }

  @Test func softmaxOfLargeValuesDoesNotOverflow() {
    var x: [Float] = [1e30, 1e30, -1e30, -.infinity]
    ck_softmax(&x, 1, x.count)
    #expect(x == [0.5, 0.5, 0, 0])
  }

  @Test(arguments: lengths) func sumsAndProductsEqualThePlainLoops(n: Int) {
    let y = numbers(n, seed: 10)
    var found = numbers(n, seed: 11)
    var plain = found
    ck_add(&found, y, n)
    ck_add_plain(&plain, y, n)
    ck_multiply(&found, y, n)
    ck_multiply_plain(&plain, y, n)
    #expect(found == plain)
  }

  @Test(arguments: lengths.dropFirst()) func argmaxIsTheFirstOfTheLargest(n: Int) {
    var generator = numbers(n, seed: 12).map { ($0 * 4).rounded() }
    #expect(ck_argmax(generator, n) == ck_argmax_plain(generator, n))
    generator[n / 2] = .nan
    #expect(ck_argmax(generator, n) == ck_argmax_plain(generator, n))
    let allTheSame = [Float](repeating: -.infinity, count: n)
    #expect(ck_argmax(allTheSame, n) == 0)
  }

  @Test(arguments: [1, 3, 8, 16, 17, 32]) func ropeEqualsThePlainLoop(half: Int) {
    let heads = 3
    var cosines = [Float](repeating: 0, count: half)
    var sines = cosines
    ck_rope_angles(numbers(half, seed: 13, in: 0...1), 12_345, &cosines, &sines, half)
    var found = numbers(heads * 2 * half, seed: 14)
    var plain = found
    ck_rope(&found, cosines, sines, heads, half)
    ck_rope_plain(&plain, cosines, sines, heads, half)
    #expect(worst(found, plain).difference <= 2e-7)
  }

  @Test(arguments: [1, 5, 16, 63, 64, 80], [1, 2, 33])
  func attentionOfOneTokenEqualsThePlainLoop(width: Int, count: Int) {
    let group = 3
    let stride = width + 5
    let queries = numbers(group * width, seed: 15)
    let keys = numbers(count * stride, seed: 16)
    let values = numbers(count * stride, seed: 17)
    var scores = [Float](repeating: 0, count: group * count)
    var found = [Float](repeating: 0, count: group * width)
    var plain = found
    ck_attend(queries, keys, values, stride, group, count, width, 0.3, &scores, &found)
    ck_attend_plain(queries, keys, values, stride, group, count, width, 0.3, &scores, &plain)
    // Scores of some units carry some 1e-6, which the exponential passes on.
    #expect(worst(found, plain).difference <= 5e-6)
  }

  private typealias Kernel = (UnsafeMutablePointer<Float>, Int) -> Void

  private var activations: [(name: String, kernel: Kernel, plain: Kernel)] {
    [
      ("gelu", { ck_gelu($0, $1) }, { ck_gelu_plain($0, $1) }),
      ("gelu_tanh", { ck_gelu_tanh($0, $1) }, { ck_gelu_tanh_plain($0, $1) }),
      ("silu", { ck_silu($0, $1) }, { ck_silu_plain($0, $1) }),
    ]
  }
}
