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
      try writer.fill(tensor.initialisation, seed: seed)
      progress(index + 1, tensors.count)
    }
    try writer.finish()
  }

  /// Fills what the next tensor has left: all of it, or what follows the rows that were appended.
  ///
  /// - Parameter seed: the values depend on it and on the tensor's name alone.
  /// - Throws: `unwritable` when the disk is full, `unsupported` for another type than F32, F16 and BF16.
  public mutating func fill(_ initialisation: TensorInitialisation, seed: UInt64) throws(WeightsError) {
    guard let declaration = next else { return }
    let source = NormalSource(seed: seed, name: declaration.name)
    let count = valuesLeft
    switch declaration.type {
    case .f32: try append(initialisation, count: count, source) { $0 }
    case .f16: try append(initialisation, count: count, source) { Float16($0) }
    case .bf16: try append(initialisation, count: count, source) { BFloat16.bits(nearestTo: $0) }
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
