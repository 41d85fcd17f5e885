internal import Kernels

/// Where a tensor lies in a file, after every check: `tensor(in:)` can't fail.
struct StoredTensor: Sendable {
  let type: ElementType
  let shape: [Int]
  /// From the beginning of the file.
  let byteOffset: Int
  let byteCount: Int

  /// The bytes of a tensor, or nil when its sizes don't fit in 63 bits or its rows aren't whole blocks.
  static func byteCount(type: ElementType, shape: [Int]) -> Int? {
    guard shape.allSatisfy({ $0 >= 0 }), (shape.last ?? 1) % type.valuesPerBlock == 0 else { return nil }
    // A zero hides the overflow of the other dimensions, which later products of a part of them would meet.
    var values = 1
    for size in shape {
      let (product, overflows) = values.multipliedReportingOverflow(by: max(size, 1))
      guard !overflows else { return nil }
      values = product
    }
    let (bytes, overflows) = values.multipliedReportingOverflow(by: type.bytesPerBlock)
    guard !overflows else { return nil }
    return shape.contains(0) ? 0 : bytes / type.valuesPerBlock
  }

  /// The tensor as a view of the file, or, where it isn't aligned for its type, as a copy.
  ///
  /// Kernels load whole numbers, so a float32 at an odd address would be read slowly on one processor and not at all
  /// on another. Only files whose header is no multiple of eight bytes, as early writers left them, cost the copy.
  func tensor(in storage: Storage) -> Tensor {
    // Blocks are read byte by byte, so any even address does; four is what ggml's structures ask for.
    let alignment = type.valuesPerBlock == 1 ? type.bytesPerBlock : 4
    guard byteOffset % alignment != 0 else {
      return Tensor(shape: shape, type: type, storage: storage, byteOffset: byteOffset)
    }
    let copy = Storage(count: byteCount) { bytes in
      storage.withBytes { bytes.copy($0.extracting(byteOffset..<(byteOffset + byteCount)), to: 0) }
    }
    return Tensor(shape: shape, type: type, storage: copy)
  }
}
