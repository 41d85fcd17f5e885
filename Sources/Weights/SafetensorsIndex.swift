/// Which file of a sharded checkpoint has which tensor: `model.safetensors.index.json`.
///
///     {"metadata": {"total_size": 123}, "weight_map": {"NAME": "model-00001-of-00002.safetensors", …}}
struct SafetensorsIndex {
  /// File names by tensor names; plain names of files beside the index.
  private(set) var shards: [String: String] = [:]

  init(_ bytes: RawSpan, path: String) throws(WeightsError) {
    var json = HeaderReader(bytes, path: path, format: "safetensors index")
    var hasMap = false
    try json.beginObject()
    while let key = try json.nextKey() {
      guard key == "weight_map" else {
        try json.skipValue()
        continue
      }
      guard !hasMap else { throw json.damaged("it has weight_map twice") }
      hasMap = true
      try json.beginObject()
      while let name = try json.nextKey() {
        let shard = try json.string()
        guard Self.isPlainName(shard) else {
          throw json.damaged("it puts the tensor \(name) in \(shard), which is not the name of a file beside it")
        }
        guard shards.updateValue(shard, forKey: name) == nil else {
          throw json.damaged("it lists the tensor \(name) twice")
        }
      }
    }
    try json.end()
    guard !shards.isEmpty else { throw json.damaged("it lists no tensors (weight_map)") }
  }

  /// An index comes from the network: a name that leads out of its folder is not followed.
  private static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && name.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != 0 }
  }
}
