public import Kernels

/// A GGUF file (version 2 or 3), memory-mapped: metadata and tensors (ggml's `docs/gguf.md`).
///
/// Tensors have PyTorch's order of dimensions here (GGUF lists the fastest first).
public struct GGUF: WeightSource {
  /// A metadata value.
  public indirect enum Value: Sendable, Equatable {
    case unsigned(UInt64)
    case signed(Int64)
    case float(Double)
    case bool(Bool)
    case string(String)
    case array([Value])
  }

  /// Opens a file.
  public init(file path: String) throws(WeightsError) {
    throw .unsupported(path: path, what: "GGUF")
  }

  /// The format's version: 2 or 3.
  public var version: Int { 0 }
  /// All key-value pairs.
  public var metadata: [String: Value] { [:] }
  /// All names, sorted.
  public var tensorNames: [String] { [] }
  /// The tensor of that name, or nil.
  public func tensor(named name: String) -> Tensor? { nil }
}
