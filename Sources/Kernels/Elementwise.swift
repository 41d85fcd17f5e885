internal import CKernels

/// x += y, the first `count` values.
public func add(
  _ y: borrowing Buffer<Float>, to x: inout Buffer<Float>, count: Int, on pool: ThreadPool
) {
  let target = SharedPointer(x.address(at: 0, count: count))
  let source = SharedPointer(y.address(at: 0, count: count))
  pool.run(over: count, minimum: Rows.values) { ck_add(target + $0.lowerBound, source + $0.lowerBound, $0.count) }
}

/// Adds one row, of as many values as `row` has, to each of `rows` rows of x.
///
/// The row may be a table that is as large as x.
public func add(_ row: [Float], to x: inout Buffer<Float>, rows: Int, on pool: ThreadPool) {
  let target = SharedPointer(x.address(at: 0, count: rows * row.count))
  pool.run(over: rows, minimum: Rows.minimum(row.count)) { range in
    for index in range { ck_add(target + index * row.count, row, row.count) }
  }
}

/// x *= y, the first `count` values.
public func multiply(
  _ x: inout Buffer<Float>, by y: borrowing Buffer<Float>, count: Int, on pool: ThreadPool
) {
  let target = SharedPointer(x.address(at: 0, count: count))
  let source = SharedPointer(y.address(at: 0, count: count))
  pool.run(over: count, minimum: Rows.values) { ck_multiply(target + $0.lowerBound, source + $0.lowerBound, $0.count) }
}

/// x · Φ(x) with the error function, in place, the first `count` values.
public func gelu(_ x: inout Buffer<Float>, count: Int, on pool: ThreadPool) {
  let target = SharedPointer(x.address(at: 0, count: count))
  pool.run(over: count, minimum: Rows.values / 4) { ck_gelu(target + $0.lowerBound, $0.count) }
}

/// GELU's tanh approximation, in place, the first `count` values.
public func geluTanh(_ x: inout Buffer<Float>, count: Int, on pool: ThreadPool) {
  let target = SharedPointer(x.address(at: 0, count: count))
  pool.run(over: count, minimum: Rows.values / 4) { ck_gelu_tanh(target + $0.lowerBound, $0.count) }
}

/// x · sigmoid(x), in place, the first `count` values.
public func silu(_ x: inout Buffer<Float>, count: Int, on pool: ThreadPool) {
  let target = SharedPointer(x.address(at: 0, count: count))
  pool.run(over: count, minimum: Rows.values / 4) { ck_silu(target + $0.lowerBound, $0.count) }
}

/// The index of the largest of the values in `range`, counted from its beginning; the first of equals.
public func argmax(_ x: [Float], in range: Range<Int>) -> Int {
  precondition(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= x.count, "values \(range) of \(x.count)")
  return x.withUnsafeBufferPointer { values in
    values.baseAddress.map { ck_argmax($0 + range.lowerBound, range.count) } ?? 0
  }
}
