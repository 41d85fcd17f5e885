internal import Kernels

extension SafetensorsWriter {
  /// Writes a file of freshly initialised tensors, for example a model of random weights.
  ///
  /// The same seed gives the same file everywhere; a tensor's values depend on the seed, its name and its shape alone.
  /// Memory stays at some megabytes, whatever the sizes.
  ///
  /// - Parameters:
  ///   - path: the file to write.
  ///   - tensors: F32, F16 or BF16, and what they hold.
  ///   - seed: any number.
  ///   - metadata: the header's `__metadata__`, for example `["format": "pt"]`.
  ///   - progress: called after each tensor.
  /// - Throws: `unwritable`, or `unsupported` for another type.
  public static func write(
    path: String, initialising tensors: [(declaration: Declaration, initialisation: TensorInitialisation)],
    seed: UInt64, metadata: [String: String] = [:],
    progress: (_ tensorsDone: Int, _ tensors: Int) -> Void = { _, _ in }
  ) throws(WeightsError) {
    var writer = try SafetensorsWriter(path: path, declarations: tensors.map(\.declaration), metadata: metadata)
    for (index, tensor) in tensors.enumerated() {
      try writer.append(tensor.initialisation, for: tensor.declaration, seed: seed, path: path)
      progress(index + 1, tensors.count)
    }
    try writer.finish()
  }

  private mutating func append(
    _ initialisation: TensorInitialisation, for declaration: Declaration, seed: UInt64, path: String
  ) throws(WeightsError) {
    let source = NormalSource(seed: seed, name: declaration.name)
    switch declaration.type {
    case .f32: try append(initialisation, count: declaration.count, source) { $0 }
    case .f16: try append(initialisation, count: declaration.count, source) { Float16($0) }
    case .bf16: try append(initialisation, count: declaration.count, source) { BFloat16.bits(nearestTo: $0) }
    default:
      throw .unsupported(path: path, what: "initial values of \(declaration.type) in the tensor \(declaration.name)")
    }
  }

  @inline(__always)
  private mutating func append<Stored: BitwiseCopyable>(
    _ initialisation: TensorInitialisation, count: Int, _ source: NormalSource, store: (Float) -> Stored
  ) throws(WeightsError) {
    var source = source
    let constant: Float = initialisation == .ones ? 1 : 0
    var chunk = Array(repeating: store(constant), count: min(count, Self.valuesPerChunk))
    var done = 0
    while done < count {
      let size = min(chunk.count, count - done)
      if case .normal(let standardDeviation) = initialisation {
        for index in 0..<size { chunk[index] = store(source.next() * standardDeviation) }
      }
      try append(chunk.span.extracting(0..<size).bytes)
      done += size
    }
  }
}

extension SafetensorsWriter {
  /// A megabyte or two at a time: large enough for the disk, small enough for a cache.
  static var valuesPerChunk: Int { 1 << 18 }
}

extension SafetensorsWriter.Declaration {
  /// The number of values; the writer has checked that it can be counted.
  var count: Int { shape.reduce(1, *) }
}
