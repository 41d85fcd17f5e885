internal import Kernels

/// What the operators of one pass share: the threads, and whether to stop.
///
/// A cancellation is noticed between operators and between the blocks of the long ones: some 20 ms at full size.
struct Pass: Sendable {
  let pool: ThreadPool
  let isCancelled: @Sendable () -> Bool

  func checkCancellation() throws(ModelError) {
    if isCancelled() { throw .cancelled }
  }

  /// out (rows, outputs) = layer of x (rows, inputs).
  func apply(
    _ layer: LinearLayer, _ x: borrowing Buffer<Float>, rows: Int,
    into out: inout Buffer<Float>, at outOffset: Int = 0
  ) throws(ModelError) {
    let isWhole = linear(
      x, rows: rows, layer.weight, bias: layer.bias, into: &out, at: outOffset, on: pool,
      isCancelled: isCancelled)
    if !isWhole { throw .cancelled }
  }

  /// The non-linearity, in place, of the first `count` values.
  func apply(_ activation: Activation, _ x: inout Buffer<Float>, count: Int) {
    switch activation {
    case .gelu: gelu(&x, count: count, on: pool)
    case .geluTanh: geluTanh(&x, count: count, on: pool)
    case .silu: silu(&x, count: count, on: pool)
    }
  }
}
