import Foundation
import Kernels
import Testing

/// The Swift faces, with loops over enough rows that several threads take part.
@Suite struct OperatorTests {
  private let pool = ThreadPool(threads: 3)

  @Test func normsWorkRowByRow() {
    let rows = 700
    let columns = 70
    let x = numbers(rows * columns, seed: 1)
    let weight = numbers(columns, seed: 2)
    let bias = numbers(columns, seed: 3)
    var root = Buffer<Float>(count: rows * columns, repeating: 0)
    var layer = Buffer<Float>(count: rows * columns, repeating: 0)
    rmsNorm(Buffer(x), rows: rows, weight: weight, epsilon: 1e-5, into: &root, on: pool)
    layerNorm(Buffer(x), rows: rows, weight: weight, bias: bias, epsilon: 1e-6, into: &layer, on: pool)
    var expectedRoot: [Float] = []
    var expectedLayer: [Float] = []
    for row in 0..<rows {
      let values = x[row * columns..<(row + 1) * columns].map(Double.init)
      let mean = values.reduce(0, +) / Double(columns)
      let squares = values.map { $0 * $0 }.reduce(0, +) / Double(columns)
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(columns)
      for (column, value) in values.enumerated() {
        expectedRoot.append(Float(value / (squares + 1e-5).squareRoot()) * weight[column])
        expectedLayer.append(Float((value - mean) / (variance + 1e-6).squareRoot()) * weight[column] + bias[column])
      }
    }
    // Reordered sums of 70 values, and a handful of roundings.
    #expect(worst(root.array(), expectedRoot).difference <= 2e-6)
    #expect(worst(layer.array(), expectedLayer).difference <= 2e-6)
  }

  @Test func aNormCanBeginInTheMiddle() {
    var out = Buffer<Float>(count: 2, repeating: 0)
    rmsNorm(Buffer([9, 9, 3, 4]), at: 2, rows: 1, weight: [1, 10], epsilon: 0, into: &out, on: pool)
    let root = Float(12.5).squareRoot()
    #expect(worst(out.array(), [3 / root, 40 / root]).difference <= 1e-6)
  }

  @Test func activationsReachEveryValueAndNoMore() {
    let count = 50_000
    let x = numbers(count + 1, seed: 4, in: -4...4)
    func apply(_ operation: (inout Buffer<Float>) -> Void) -> [Float] {
      var buffer = Buffer<Float>(x)
      operation(&buffer)
      return buffer.array()
    }
    let exact = apply { gelu(&$0, count: count, on: pool) }
    let approximate = apply { geluTanh(&$0, count: count, on: pool) }
    let sigmoid = apply { silu(&$0, count: count, on: pool) }
    let doubles = x[0..<count].map(Double.init)
    let phi = doubles.map { Float($0 * 0.5 * erfc(-$0 / 2.0.squareRoot())) }
    // What CKernels.h promises.
    #expect(worst(Array(exact[0..<count]), phi).difference <= 1e-6)
    // How far the approximation itself is from the exact function.
    #expect(worst(Array(approximate[0..<count]), phi).difference <= 5e-4)
    #expect(worst(Array(sigmoid[0..<count]), doubles.map { Float($0 / (1 + exp(-$0))) }).difference <= 1e-6)
    for result in [exact, approximate, sigmoid] { #expect(result[count] == x[count]) }
  }

  @Test func sumsAndProductsReachEveryValue() {
    let count = 40_000
    let x = numbers(count, seed: 5)
    let y = numbers(count, seed: 6)
    var sum = Buffer<Float>(x)
    add(Buffer(y), to: &sum, count: count, on: pool)
    #expect(sum.array() == zip(x, y).map { $0 + $1 })
    var product = Buffer<Float>(x)
    multiply(&product, by: Buffer(y), count: count, on: pool)
    #expect(product.array() == zip(x, y).map { $0 * $1 })
    var rows = Buffer<Float>(x)
    add([1, 2, 3, 4], to: &rows, rows: count / 4, on: pool)
    #expect(rows.array() == x.enumerated().map { $1 + Float($0 % 4 + 1) })
  }

  @Test func argmaxCountsFromTheBeginningOfItsRange() {
    #expect(argmax([9, 1, 3, 2, 8], in: 1..<4) == 1)
    #expect(argmax([1], in: 0..<1) == 0)
  }

  @Test func ropeTurnsValueIWithValueIPlusHalf() {
    // A quarter turn of the first pair, none of the second.
    let angles = RopeAngles(frequencies: [.pi / 2, 0], start: 1, tokens: 1)
    var x = Buffer<Float>([9, 1, 2, 3, 4])
    rope(&x, at: 1, heads: 1, angles, on: pool)
    #expect(worst(x.array(), [9, -3, 2, 1, 4]).difference <= 1e-6)
  }

  @Test func ropeOfManyTokensIsThatOfEach() {
    let frequencies: [Float] = [1, 0.1, 0.01]
    let heads = 2
    let tokens = 40
    let x = numbers(tokens * heads * 6, seed: 7)
    var together = Buffer<Float>(x)
    rope(&together, heads: heads, RopeAngles(frequencies: frequencies, start: 3, tokens: tokens), on: pool)
    for token in 0..<tokens {
      var one = Buffer<Float>(Array(x[token * 12..<token * 12 + 12]))
      rope(&one, heads: heads, RopeAngles(frequencies: frequencies, start: 3 + token, tokens: 1), on: pool)
      #expect(one.array() == together.array(token * 12..<token * 12 + 12))
    }
  }

  @Test func rowsAreGatheredInTheOrderAsked() {
    let table = Tensor(bf16: [1, 2, 3, 4, 5, 6], shape: [3, 2])
    var out = Buffer<Float>(count: 7, repeating: 0)
    gatherRows(table, [2, 0, 2], into: &out, at: 1)
    #expect(out.array() == [0, 5, 6, 1, 2, 5, 6])
    #expect(table.reshaped([2, 3]).floats() == [1, 2, 3, 4, 5, 6])
  }

  @Test func patchesComeInTheOrderOfAConvolutionsWeight() {
    // Two channels of 5 × 5, patches of 2: the last row and column belong to none.
    let pixels = (0..<50).map(Float.init)
    var out = Buffer<Float>(count: 4 * 8, repeating: 0)
    unfoldPatches(pixels, at: 0, channels: 2, side: 5, patch: 2, into: &out)
    #expect(out.array(0..<8) == [0, 1, 5, 6, 25, 26, 30, 31])
    #expect(out.array(8..<16) == [2, 3, 7, 8, 27, 28, 32, 33])
    #expect(out.array(24..<32) == [12, 13, 17, 18, 37, 38, 42, 43])
  }
}
