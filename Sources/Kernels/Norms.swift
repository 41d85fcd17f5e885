internal import CKernels

/// Rows of `columns` values, each divided by its root mean square, times `weight` (Llama's norm).
///
/// - Parameters:
///   - x: (rows, columns) from `offset` on.
///   - out: (rows, columns) from its beginning.
public func rmsNorm(
  _ x: borrowing Buffer<Float>, at offset: Int = 0, rows: Int, weight: [Float], epsilon: Float,
  into out: inout Buffer<Float>, on pool: ThreadPool
) {
  let columns = weight.count
  let input = SharedPointer(x.address(at: offset, count: rows * columns))
  let output = SharedPointer(out.address(at: 0, count: rows * columns))
  pool.run(over: rows, minimum: Rows.minimum(columns)) { range in
    for row in range { ck_rms_norm(input + row * columns, weight, epsilon, output + row * columns, columns) }
  }
}

/// Rows of `columns` values, each shifted and scaled to mean 0 and variance 1, times `weight` plus `bias`.
///
/// - Parameters:
///   - x: (rows, columns).
///   - out: (rows, columns).
public func layerNorm(
  _ x: borrowing Buffer<Float>, rows: Int, weight: [Float], bias: [Float], epsilon: Float,
  into out: inout Buffer<Float>, on pool: ThreadPool
) {
  let columns = weight.count
  precondition(bias.count == columns, "\(bias.count) biases for \(columns) weights")
  let input = SharedPointer(x.address(at: 0, count: rows * columns))
  let output = SharedPointer(out.address(at: 0, count: rows * columns))
  pool.run(over: rows, minimum: Rows.minimum(columns)) { range in
    for row in range { ck_layer_norm(input + row * columns, weight, bias, epsilon, output + row * columns, columns) }
  }
}

/// How much of a light operator is worth another thread.
enum Rows {
  /// Values that take a few microseconds, about what it costs to tell another thread.
  static let values = 16_384

  /// The same in rows.
  static func minimum(_ columns: Int) -> Int { max(1, values / max(columns, 1)) }
}
