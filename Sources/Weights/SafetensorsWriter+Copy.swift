public import Kernels

extension SafetensorsWriter {
  /// Appends all values of a tensor as the type that the next declaration has.
  ///
  /// F32, F16, BF16 and every block format become F32, F16 or BF16 (rounded to nearest, ties to even); other types are
  /// copied as they are. Some megabytes at a time, so that a mapped file never has to fit in memory.
  ///
  /// - Throws: `unwritable` when the declaration has another shape or the disk is full, `unsupported` for a conversion
  ///   that isn't listed.
  public mutating func append(_ tensor: Tensor) throws(WeightsError) {
    // An empty tensor has no bytes to wait for: `next` has passed over its declaration.
    guard tensor.count > 0 else { return }
    guard let declaration = next, declaration.shape == tensor.shape else {
      throw failure("a tensor of shape \(tensor.shape) came where \(next.map { "\($0.shape)" } ?? "none") was declared")
    }
    try append(tensor, as: declaration)
  }

  /// Appends a tensor that is the first rows of the next one; the rest is to follow, for example by `fill`.
  ///
  /// - Throws: as `append`.
  public mutating func append(leading tensor: Tensor) throws(WeightsError) {
    guard tensor.count > 0 else { return }
    guard let declaration = next, declaration.shape.dropFirst() == tensor.shape.dropFirst(), tensor.count <= valuesLeft
    else {
      throw failure("rows of shape \(tensor.shape) came where \(next.map { "\($0.shape)" } ?? "none") was declared")
    }
    try append(tensor, as: declaration)
  }

  private mutating func append(_ tensor: Tensor, as declaration: Declaration) throws(WeightsError) {
    guard tensor.type != declaration.type else { return try appendBytes(tensor) }
    guard tensor.type.isWeight else { throw unsupported(tensor, declaration) }
    switch declaration.type {
    case .f32: try append(tensor) { $0 }
    case .f16: try append(tensor) { Float16($0) }
    case .bf16: try append(tensor) { BFloat16.bits(nearestTo: $0) }
    default: throw unsupported(tensor, declaration)
    }
  }

  /// Writes the tensors of a source under their names.
  ///
  /// - Parameters:
  ///   - source: another file, for example a `GGUF`, or a dictionary.
  ///   - path: the file to write.
  ///   - type: the type of a weight in the new file, F32, F16 or BF16, by its name and its tensor; tensors that aren't
  ///     weights keep theirs.
  ///   - metadata: the header's `__metadata__`.
  ///   - progress: called after each tensor.
  /// - Throws: `unwritable` or `unsupported`.
  public static func copy(
    _ source: any WeightSource, to path: String, as type: (_ name: String, _ tensor: Tensor) -> ElementType,
    metadata: [String: String] = [:], progress: (_ tensorsDone: Int, _ tensors: Int) -> Void = { _, _ in }
  ) throws(WeightsError) {
    let names = source.tensorNames
    var declarations: [Declaration] = []
    for name in names {
      guard let tensor = source.tensor(named: name) else { continue }
      let type = tensor.type.isWeight ? type(name, tensor) : tensor.type
      declarations.append(Declaration(name: name, type: type, shape: tensor.shape))
    }
    var writer = try SafetensorsWriter(path: path, declarations: declarations, metadata: metadata)
    for (index, name) in names.enumerated() {
      if let tensor = source.tensor(named: name) { try writer.append(tensor) }
      progress(index + 1, names.count)
    }
    try writer.finish()
  }

  private mutating func appendBytes(_ tensor: Tensor) throws(WeightsError) {
    try tensor.storage.withBytes { (bytes) throws(WeightsError) in
      try append(bytes.extracting(tensor.byteOffset..<(tensor.byteOffset + tensor.byteCount)))
    }
  }

  @inline(__always)
  private mutating func append<Stored: BitwiseCopyable>(
    _ tensor: Tensor, store: (Float) -> Stored
  ) throws(WeightsError) {
    // Rows of blocks follow each other without a gap, so the tensor may be seen as rows of one block each, and cut
    // anywhere between two, however long its own rows are.
    let width = tensor.type.valuesPerBlock
    let blocks = Tensor(
      shape: [tensor.count / width, width], type: tensor.type, storage: tensor.storage, byteOffset: tensor.byteOffset)
    let most = Self.valuesPerChunk / width
    var values = Array(repeating: Float(0), count: min(blocks.rows, most) * width)
    var chunk = Array(repeating: store(0), count: values.count)
    var row = 0
    while row < blocks.rows {
      let rows = row..<min(row + most, blocks.rows)
      let count = rows.count * width
      if values.count != count { values = Array(repeating: 0, count: count) }
      var span = values.mutableSpan
      dequantise(blocks, rows: rows, into: &span)
      for index in 0..<count { chunk[index] = store(values[index]) }
      try append(chunk.span.extracting(0..<count).bytes)
      row = rows.upperBound
    }
  }

  private func failure(_ reason: String) -> WeightsError { .unwritable(path: path, reason: reason) }

  private func unsupported(_ tensor: Tensor, _ declaration: Declaration) -> WeightsError {
    .unsupported(path: path, what: "a conversion from \(tensor.type) to \(declaration.type) for \(declaration.name)")
  }
}
