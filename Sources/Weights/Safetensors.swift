public import Kernels

/// Tensors of one `.safetensors` file or of a sharded checkpoint (`model.safetensors.index.json`), memory-mapped.
public struct Safetensors: WeightSource {
  /// Opens one file.
  public init(file path: String) throws(WeightsError) {
    throw .unsupported(path: path, what: "safetensors")
  }

  /// Opens `model.safetensors`, or the shards that `model.safetensors.index.json` names.
  public init(directory path: String) throws(WeightsError) {
    throw .unsupported(path: path, what: "safetensors")
  }

  /// The `__metadata__` of the header (of the first shard).
  public var metadata: [String: String] { [:] }
  /// All names, sorted.
  public var tensorNames: [String] { [] }
  /// The tensor of that name, or nil.
  public func tensor(named name: String) -> Tensor? { nil }
}
