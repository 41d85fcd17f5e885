public import Kernels

/// A GGUF file (version 2 or 3, little-endian), memory-mapped: metadata and tensors (ggml's `docs/gguf.md`).
///
///     "GGUF" | version u32 | tensors u64 | pairs u64
///     pairs:    key string | type u32 | value            string: length u64 | UTF-8
///     tensors:  name string | dimensions u32 | sizes u64 … | type u32 | offset u64
///     padding to general.alignment (32) | data, each tensor at its offset
///
/// Tensors have PyTorch's order of dimensions here (GGUF lists the fastest first) and are otherwise as stored. For Llama
/// models that means that the rows of `attn_q` and `attn_k` are not in Hugging Face's order: llama.cpp's conversion
/// permutes them for its interleaved rotary embedding. `GGUFLlamaWeights` gives them as the model code expects.
///
/// A file with a tensor of a type that isn't known (IQ4_NL, MXFP4, …) is refused when it is opened, since no part of
/// the program could use the rest of it. The file must not be cut short while it is mapped.
public struct GGUF: WeightSource {
  /// Where it came from, for error texts.
  public let path: String
  /// The format's version: 2 or 3.
  public let version: Int
  /// All key-value pairs.
  public let metadata: [String: Value]
  /// All names, sorted.
  public let tensorNames: [String]

  private let storage: Storage
  private let tensors: [String: StoredTensor]

  /// Opens a file.
  ///
  /// - Throws: `unreadable`, `damaged`, or `unsupported` for another version, byte order or tensor type.
  public init(file path: String) throws(WeightsError) {
    try self.init(storage: Storage(file: path), path: path)
  }

  /// Reads a file that is in memory already.
  ///
  /// - Parameter path: what errors name.
  /// - Throws: as `init(file:)`.
  public init(storage: Storage, path: String) throws(WeightsError) {
    let contents = try storage.withBytes { (bytes) throws(WeightsError) in
      try GGUFParser.parse(bytes, path: path)
    }
    self.path = path
    self.storage = storage
    version = contents.version
    metadata = contents.metadata
    tensors = contents.tensors
    tensorNames = tensors.keys.sorted()
  }

  /// The tensor of that name, or nil.
  public func tensor(named name: String) -> Tensor? { tensors[name]?.tensor(in: storage) }
}
