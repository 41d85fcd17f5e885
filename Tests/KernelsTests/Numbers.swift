import Kernels
import TestSupport

/// Values around 0, the same everywhere.
func numbers(_ count: Int, seed: UInt64, in range: ClosedRange<Float> = -1...1) -> [Float] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in Float.random(in: range, using: &generator) }
}

/// The largest difference, measured against max(1, |expected|), and where it is.
func worst(_ found: [Float], _ expected: [Float]) -> (difference: Float, index: Int) {
  precondition(found.count == expected.count, "\(found.count) and \(expected.count) values")
  var worst: (difference: Float, index: Int) = (0, 0)
  for index in found.indices {
    let difference = abs(found[index] - expected[index]) / max(1, abs(expected[index]))
    if !(difference <= worst.difference) { worst = (difference, index) }
  }
  return worst
}

/// Lengths around the widths of vectors and of unrolled loops.
let lengths = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 129, 255, 257, 1000]

/// Sums of n products of values in (-1, 1), in another order: partial sums are around √n / 3, each of n roundings is
/// half a unit in the last place (3e-8) of one of them, errors add up as a random walk does, and of thousands of
/// sums the worst is some five times as far off as usual.
func reordering(_ n: Int) -> Float { 2e-6 + 5e-8 * Float(n) }

extension Tensor {
  /// The same values stored as bfloat16, cut off.
  init(bf16 values: [Float], shape: [Int]) {
    let storage = Storage(count: values.count * 2) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(of: UInt16(value.bitPattern >> 16), toByteOffset: index * 2, as: UInt16.self)
      }
    }
    self.init(shape: shape, type: .bf16, storage: storage)
  }

  /// The same values stored in half precision, after `padding` bytes.
  init(f16 values: [Float], shape: [Int], padding: Int = 0) {
    let storage = Storage(count: padding + values.count * 2) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(of: Float16(value).bitPattern, toByteOffset: padding + index * 2, as: UInt16.self)
      }
    }
    self.init(shape: shape, type: .f16, storage: storage, byteOffset: padding)
  }

  /// The same values in float32 after `padding` bytes.
  init(f32 values: [Float], shape: [Int], padding: Int) {
    let storage = Storage(count: padding + values.count * 4) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(of: value, toByteOffset: padding + index * 4, as: Float.self)
      }
    }
    self.init(shape: shape, type: .f32, storage: storage, byteOffset: padding)
  }
}
