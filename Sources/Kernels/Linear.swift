internal import CKernels
internal import COpenBLAS

/// out (m, n) = x (m, k) · transpose(weight (n, k)) + bias (n).
///
/// For a few rows of x every weight is read once and multiplied as it is stored, which is as fast as memory delivers.
/// For many rows the arithmetic decides: blocks of weight rows are converted to float32 in a thread's own
/// scratch memory and multiplied by OpenBLAS, one thread a block.
///
/// - Parameters:
///   - x: (m, k).
///   - out: (m, n) from `outOffset` on.
///   - isCancelled: asked before every block.
/// - Returns: false if it was cancelled; `out` is then partly written.
@discardableResult
public func linear(
  _ x: borrowing Buffer<Float>, rows m: Int, _ weight: Tensor, bias: [Float]? = nil,
  into out: inout Buffer<Float>, at outOffset: Int = 0, on pool: ThreadPool,
  isCancelled: @Sendable () -> Bool = { false }
) -> Bool {
  let n = weight.rows
  let k = weight.columns
  precondition(weight.shape.count == 2, "a linear layer's weight of shape \(weight.shape)")
  precondition(bias.map { $0.count == n } ?? true, "\(bias?.count ?? 0) biases for \(n) outputs")
  guard m > 0, n > 0 else { return true }
  let input = SharedPointer(x.address(at: 0, count: m * k))
  let output = SharedPointer(out.address(at: outOffset, count: m * n))
  let stopped = Flag()
  if m <= LinearPath.fewRows {
    multiplyFew(input, m, weight, bias, output, pool, stopped, isCancelled)
  } else if weight.type == .f32, weight.isAligned(to: 4), n < m, n < LinearPath.blockRows * pool.threads {
    multiplyTall(input, m, weight, bias, output, pool, stopped, isCancelled)
  } else {
    multiplyMany(input, m, weight, bias, output, pool, stopped, isCancelled)
  }
  return !stopped.isSet
}

/// Where the ways of `linear` part.
private enum LinearPath {
  /// Up to this many rows of x, dot products; from there on the conversion pays off (measured with BF16 weights).
  static let fewRows = 4
  /// Weight rows of a block: enough that packing x again for every block is a small part.
  static let blockRows = 256
  /// Float32 values of a converted block: 4 MB, so that it is still in a cache near the core when it is multiplied.
  static let blockValues = 1 << 20
}

/// Few rows of x: dot products straight from the stored type.
private func multiplyFew(
  _ x: SharedPointer<Float>, _ m: Int, _ weight: Tensor, _ bias: [Float]?, _ out: SharedPointer<Float>,
  _ pool: ThreadPool,
  _ stopped: Flag, _ isCancelled: @Sendable () -> Bool
) {
  let n = weight.rows
  let k = weight.columns
  // Long runs of rows, since one stream a thread reads memory fastest; at least 16 kB of float32, so that tiny layers
  // don't wake anyone.
  let grain = max(1, 16_384 / max(m * k, 1))
  pool.run(over: n, minimum: grain) { rows in
    if isCancelled() { return stopped.set() }
    withDots(weight, rows, k) { row, product in
      for i in 0..<m { (out + (i * n + row)).pointee = product(x + i * k) + (bias?[row] ?? 0) }
    }
  }
}

/// Calls `body` for every row with a function that multiplies the row with k values.
private func withDots(
  _ weight: Tensor, _ rows: Range<Int>, _ k: Int, _ body: (Int, (UnsafePointer<Float>) -> Float) -> Void
) {
  switch weight.type {
  case .f32:
    for row in rows {
      let address = weight.address(ofRow: row)
      body(row) { ck_dot_f32(address, $0, k) }
    }
  case .bf16:
    for row in rows {
      let address = weight.address(ofRow: row)
      body(row) { ck_dot_bf16(address, $0, k) }
    }
  case .f16:
    for row in rows {
      let address = weight.address(ofRow: row)
      body(row) { ck_dot_f16(address, $0, k) }
    }
  default:
    withUnsafeTemporaryAllocation(of: Float.self, capacity: max(k, 1)) { values in
      guard let base = values.baseAddress else { return }
      for row in rows {
        readRows(weight, row..<row + 1, into: base)
        body(row) { ck_dot_f32(base, $0, k) }
      }
    }
  }
}

/// Many rows of x: blocks of weight rows, float32 where they lie or converted to it.
private func multiplyMany(
  _ x: SharedPointer<Float>, _ m: Int, _ weight: Tensor, _ bias: [Float]?, _ out: SharedPointer<Float>,
  _ pool: ThreadPool,
  _ stopped: Flag, _ isCancelled: @Sendable () -> Bool
) {
  let n = weight.rows
  let k = weight.columns
  let isDirect = weight.type == .f32 && weight.isAligned(to: 4)
  let limit = max(1, min(LinearPath.blockRows, isDirect ? .max : LinearPath.blockValues / max(k, 1)))
  // The same number of blocks for each thread.
  let blocks = min(n, (n + limit * pool.threads - 1) / (limit * pool.threads) * pool.threads)
  pool.run(tasks: blocks) { block, thread in
    if isCancelled() { return stopped.set() }
    let rows = n * block / blocks..<n * (block + 1) / blocks
    let values: UnsafePointer<Float>
    if isDirect {
      values = weight.address(ofRow: rows.lowerBound).assumingMemoryBound(to: Float.self)
    } else {
      let scratch = pool.scratch(thread, count: rows.count * k)
      readRows(weight, rows, into: scratch)
      values = UnsafePointer(scratch)
    }
    multiply(x.pointer, m, k, values, rows, bias, out.pointer, n)
  }
}

/// Many rows of x and few of a float32 weight: blocks of rows of x.
private func multiplyTall(
  _ x: SharedPointer<Float>, _ m: Int, _ weight: Tensor, _ bias: [Float]?, _ out: SharedPointer<Float>,
  _ pool: ThreadPool,
  _ stopped: Flag, _ isCancelled: @Sendable () -> Bool
) {
  let n = weight.rows
  let k = weight.columns
  pool.run(over: m, minimum: 32) { rows in
    if isCancelled() { return stopped.set() }
    let values = weight.address(ofRow: 0).assumingMemoryBound(to: Float.self)
    multiply(x + rows.lowerBound * k, rows.count, k, values, 0..<n, bias, out + rows.lowerBound * n, n)
  }
}

/// Columns `rows` of out (m, n) = x (m, k) · transpose(values (rows, k)) + bias, on this thread.
private func multiply(
  _ x: UnsafePointer<Float>, _ m: Int, _ k: Int, _ values: UnsafePointer<Float>, _ rows: Range<Int>, _ bias: [Float]?,
  _ out: UnsafeMutablePointer<Float>, _ n: Int
) {
  if let bias {
    bias.withUnsafeBufferPointer { bias in
      guard let base = bias.baseAddress else { return }
      for i in 0..<m {
        (out + i * n + rows.lowerBound).update(from: base + rows.lowerBound, count: rows.count)
      }
    }
  }
  sgemm(
    m, rows.count, k, x, k, values, k, transposed: true, out + rows.lowerBound, n, addingTo: bias != nil)
}

/// c (m, n) = a (m, k) · b, on this thread; b is (k, n), or (n, k) if `transposed`. Rows are `…Stride` values apart.
func sgemm(
  _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ aStride: Int, _ b: UnsafePointer<Float>, _ bStride: Int,
  transposed: Bool, _ c: UnsafeMutablePointer<Float>, _ cStride: Int, addingTo: Bool = false, scale: Float = 1
) {
  OpenBLAS.useOneThread
  cblas_sgemm(
    CblasRowMajor, CblasNoTrans, transposed ? CblasTrans : CblasNoTrans, blasint(m), blasint(n), blasint(k), scale, a,
    blasint(aStride), b, blasint(bStride), addingTo ? 1 : 0, c, blasint(cStride))
}

private enum OpenBLAS {
  /// Our threads divide the work; OpenBLAS' own would compete with them. Done once.
  static let useOneThread: Void = openblas_set_num_threads(1)
}

extension Tensor {
  /// Whether the first value lies at a multiple of `bytes`.
  fileprivate func isAligned(to bytes: Int) -> Bool { Int(bitPattern: address(ofRow: 0)) % bytes == 0 }
}
