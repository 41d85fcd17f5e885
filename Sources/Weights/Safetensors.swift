internal import Foundation
public import Kernels

/// Tensors of one `.safetensors` file or of a sharded checkpoint (`model.safetensors.index.json`), memory-mapped.
///
/// Every type that `ElementType` names and safetensors knows is read; another (F8_E4M3, …) is refused when the file is
/// opened, with the tensor's name. A tensor that doesn't lie at a multiple of its type's size in the file, which
/// happens when an early writer didn't pad the header, is copied each time it is asked for, so kernels never see it
/// misaligned. The files must not be cut short while they are mapped; replacing them by renaming is safe.
public struct Safetensors: WeightSource {
  /// The `__metadata__` of the header (of the first shard).
  public let metadata: [String: String]
  /// All names, sorted.
  public let tensorNames: [String]

  private let files: [Storage]
  private let tensors: [String: (file: Int, tensor: StoredTensor)]

  /// Opens one file.
  ///
  /// - Throws: `unreadable`, `damaged`, `unsupported`, or `pickled` when it is a PyTorch file under this name.
  public init(file path: String) throws(WeightsError) {
    try self.init(storage: Storage(file: path), path: path)
  }

  /// Reads a file that is in memory already.
  ///
  /// - Parameter path: what errors name.
  /// - Throws: as `init(file:)`.
  public init(storage: Storage, path: String) throws(WeightsError) {
    let header = try storage.withBytes { (bytes) throws(WeightsError) in try SafetensorsHeader(bytes, path: path) }
    metadata = header.metadata
    files = [storage]
    tensors = header.tensors.mapValues { (0, $0) }
    tensorNames = tensors.keys.sorted()
  }

  /// Opens `model.safetensors`, or the shards that `model.safetensors.index.json` names.
  ///
  /// With an index, the tensors are those that it lists.
  ///
  /// - Throws: `unreadable` when neither is there or a shard is missing, `damaged` when the index names a file elsewhere
  ///   or a tensor that its shard doesn't have, `pickled` when there is only `pytorch_model.bin`, and as `init(file:)`.
  public init(directory path: String) throws(WeightsError) {
    let folder = URL(fileURLWithPath: path, isDirectory: true)
    func place(_ name: String) -> String { folder.appendingPathComponent(name).path }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: place(name)) }
    if exists("model.safetensors") {
      try self.init(file: place("model.safetensors"))
    } else if exists("model.safetensors.index.json") {
      try self.init(index: place("model.safetensors.index.json"), shard: place)
    } else if let pickle = ["pytorch_model.bin", "pytorch_model.bin.index.json"].first(where: exists) {
      throw .pickled(path: place(pickle))
    } else if !FileManager.default.fileExists(atPath: path) {
      throw .unreadable(path: path, reason: "there is no such folder")
    } else if !FileManager.default.fileExists(atPath: folder.appendingPathComponent(".").path) {
      throw .unreadable(path: path, reason: "it is not a folder")
    } else {
      throw .unreadable(path: path, reason: "it has neither model.safetensors nor model.safetensors.index.json")
    }
  }

  private init(index path: String, shard place: (String) -> String) throws(WeightsError) {
    let map = try Storage(file: path).withBytes { (bytes) throws(WeightsError) in
      try SafetensorsIndex(bytes, path: path).shards
    }
    var metadata: [String: String] = [:]
    var files: [Storage] = []
    var tensors: [String: (file: Int, tensor: StoredTensor)] = [:]
    let names = Dictionary(grouping: map.keys) { map[$0, default: ""] }
    for (number, shard) in names.keys.sorted().enumerated() {
      let shardPath = place(shard)
      let storage = try Storage(file: shardPath)
      let header = try storage.withBytes { (bytes) throws(WeightsError) in
        try SafetensorsHeader(bytes, path: shardPath)
      }
      if number == 0 { metadata = header.metadata }
      files.append(storage)
      for name in names[shard, default: []].sorted() {
        guard let tensor = header.tensors[name] else {
          throw .damaged(
            path: shardPath, format: "safetensors", reason: "it lacks the tensor \(name), which \(path) puts there")
        }
        tensors[name] = (number, tensor)
      }
    }
    self.metadata = metadata
    self.files = files
    self.tensors = tensors
    tensorNames = tensors.keys.sorted()
  }

  /// The tensor of that name, or nil.
  public func tensor(named name: String) -> Tensor? {
    guard let (file, tensor) = tensors[name] else { return nil }
    return tensor.tensor(in: files[file])
  }
}
