internal import CKernels

/// Rows of a tensor as float32, whatever they are stored as; block formats give exactly ggml's reference values.
///
/// Rows are those of `Tensor.rows`: the last dimension is one row's values.
///
/// - Parameters:
///   - tensor: of a type that is a weight (`ElementType.isWeight`): F32, F16, BF16 or a block format.
///   - rows: which rows.
///   - values: (rows.count, tensor.columns), row-major; all of it is written.
public func dequantise(_ tensor: Tensor, rows: Range<Int>, into values: inout MutableSpan<Float>) {
  precondition(tensor.type.isWeight, "\(tensor.type) values as float32")
  precondition(rows.lowerBound >= 0 && rows.upperBound <= tensor.rows, "rows \(rows) of \(tensor.rows)")
  let count = rows.count * tensor.columns
  precondition(values.count == count, "\(count) values into \(values.count)")
  guard count > 0 else { return }
  let bytesPerRow = tensor.columns / tensor.type.valuesPerBlock * tensor.type.bytesPerBlock
  let source = tensor.storage.pointer(at: tensor.byteOffset + rows.lowerBound * bytesPerRow)
  values.withUnsafeMutableBufferPointer { buffer in
    guard let out = buffer.baseAddress else { return }
    switch tensor.type {
    case .f32: UnsafeMutableRawPointer(out).copyMemory(from: source, byteCount: count * 4)
    case .f16: ck_dequantise_f16(source, out, count)
    case .bf16: ck_dequantise_bf16(source, out, count)
    case .q4_0: ck_dequantise_q4_0(source, out, count)
    case .q4_1: ck_dequantise_q4_1(source, out, count)
    case .q5_0: ck_dequantise_q5_0(source, out, count)
    case .q5_1: ck_dequantise_q5_1(source, out, count)
    case .q8_0: ck_dequantise_q8_0(source, out, count)
    case .q4_K: ck_dequantise_q4_K(source, out, count)
    case .q5_K: ck_dequantise_q5_K(source, out, count)
    case .q6_K: ck_dequantise_q6_K(source, out, count)
    case .i8, .u8, .i16, .i32, .i64, .f64, .bool: preconditionFailure("checked above")
    }
  }
  withExtendedLifetime(tensor.storage) {}
}
