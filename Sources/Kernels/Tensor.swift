/// Numbers of one type in row-major order, immutable, anywhere in a `Storage`.
///
/// For a weight matrix the shape is (out, in): a row holds the weights of one output, as PyTorch's `Linear` has it.
public struct Tensor: Sendable {
  /// The size of each dimension, the slowest first; empty for a scalar.
  public let shape: [Int]
  /// How the values are stored.
  public let type: ElementType
  /// The bytes, which other tensors may share.
  public let storage: Storage
  /// Where in `storage` the first value is.
  public let byteOffset: Int

  /// A view of `storage`.
  ///
  /// The caller has checked the file that the sizes come from: a tensor that doesn't fit is a programming mistake.
  public init(shape: [Int], type: ElementType, storage: Storage, byteOffset: Int = 0) {
    self.shape = shape
    self.type = type
    self.storage = storage
    self.byteOffset = byteOffset
    precondition(shape.allSatisfy { $0 >= 0 }, "a shape of \(shape)")
    precondition(
      (shape.last ?? 1) % type.valuesPerBlock == 0,
      "rows of \(shape.last ?? 1) values in blocks of \(type.valuesPerBlock)")
    precondition(byteOffset >= 0 && byteOffset + byteCount <= storage.count, "a tensor past the end of its storage")
  }

  /// Values in float32, for example a test's or a freshly initialised parameter.
  public init(_ values: [Float], shape: [Int]) {
    precondition(values.count == shape.reduce(1, *), "\(values.count) values for a shape of \(shape)")
    let storage = Storage(count: values.count * 4) { bytes in
      for (index, value) in values.enumerated() {
        bytes.storeBytes(of: value, toByteOffset: index * 4, as: Float.self)
      }
    }
    self.init(shape: shape, type: .f32, storage: storage)
  }

  /// The number of values.
  public var count: Int { shape.reduce(1, *) }
  /// The number of bytes that the values take.
  public var byteCount: Int { count / type.valuesPerBlock * type.bytesPerBlock }
  /// The product of all dimensions but the last.
  public var rows: Int { shape.dropLast().reduce(1, *) }
  /// The last dimension.
  public var columns: Int { shape.last ?? 1 }
}
