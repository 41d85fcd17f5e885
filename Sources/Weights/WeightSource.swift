public import Kernels

/// Something that has tensors by name: a safetensors file, a directory of shards, a GGUF file, or a dictionary in a test.
public protocol WeightSource: Sendable {
  /// The names of all tensors, sorted.
  var tensorNames: [String] { get }

  /// The tensor of that name, or nil.
  func tensor(named name: String) -> Tensor?
}

extension Dictionary: WeightSource where Key == String, Value == Tensor {
  /// The keys, sorted.
  public var tensorNames: [String] { keys.sorted() }

  /// The value of that key.
  public func tensor(named name: String) -> Tensor? { self[name] }
}
