#if canImport(Glibc)
  internal import Glibc
#endif

/// The values of some rows of a weight, whatever type it is stored in, from `target` on.
func readRows(_ tensor: Tensor, _ rows: Range<Int>, into target: UnsafeMutablePointer<Float>) {
  var span = MutableSpan(_unsafeStart: target, count: rows.count * tensor.columns)
  dequantise(tensor, rows: rows, into: &span)
}

extension Tensor {
  /// Where a row begins.
  func address(ofRow row: Int) -> UnsafeRawPointer {
    storage.pointer(at: byteOffset + row * columns / type.valuesPerBlock * type.bytesPerBlock)
  }

  /// All values as float32, for small tensors: norms, biases, position embeddings.
  public func floats() -> [Float] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialised in
      if let base = buffer.baseAddress {
        base.initialize(repeating: 0, count: count)
        readRows(self, 0..<rows, into: base)
      }
      initialised = count
    }
  }

  /// All values of a tensor of 32 or 64-bit integers; nil for another type.
  public func integers() -> [Int64]? {
    guard type == .i32 || type == .i64 else { return nil }
    return storage.withBytes { bytes in
      (0..<count).map { index in
        let place = byteOffset + index * type.bytesPerBlock
        return type == .i64
          ? bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Int64.self)
          : Int64(bytes.unsafeLoadUnaligned(fromByteOffset: place, as: Int32.self))
      }
    }
  }

  /// Whether another tensor holds the same numbers in the same type.
  public func hasSameBytes(as other: Tensor) -> Bool {
    guard shape == other.shape, type == other.type else { return false }
    return memcmp(address(ofRow: 0), other.address(ofRow: 0), byteCount) == 0
  }

  /// The same values under another shape.
  public func reshaped(_ shape: [Int]) -> Tensor {
    precondition(shape.reduce(1, *) == count, "a tensor of shape \(self.shape) as \(shape)")
    return Tensor(shape: shape, type: type, storage: storage, byteOffset: byteOffset)
  }
}

/// Copies rows of a weight, converted to float32, to `out`'s values from `offset` on: an embedding's look-up.
public func gatherRows(_ tensor: Tensor, _ rows: [Int32], into out: inout Buffer<Float>, at offset: Int = 0) {
  let target = out.address(at: offset, count: rows.count * tensor.columns)
  for (index, row) in rows.enumerated() {
    readRows(tensor, Int(row)..<Int(row) + 1, into: target + index * tensor.columns)
  }
}
