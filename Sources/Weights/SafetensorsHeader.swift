internal import Kernels

/// What the header of a `.safetensors` file says, checked against the file.
///
///     header length u64 | header, JSON, padded with spaces | data
///     {"__metadata__": {"format": "pt"}, "NAME": {"dtype": "BF16", "shape": [2, 3], "data_offsets": [0, 12]}, …}
///
/// The rules are those of the reference implementation (huggingface/safetensors): the tensors follow each other without
/// a hole or an overlap and end where the file does.
struct SafetensorsHeader {
  /// The reference refuses longer ones too.
  static let longest = 100_000_000

  private(set) var metadata: [String: String] = [:]
  private(set) var tensors: [String: StoredTensor] = [:]

  init(_ bytes: RawSpan, path: String) throws(WeightsError) {
    guard let length = try Self.headerLength(bytes, path: path) else { throw WeightsError.pickled(path: path) }
    let dataStart = 8 + length
    var json = HeaderReader(bytes.extracting(8..<dataStart), path: path, format: "safetensors")
    var hasMetadata = false
    try json.beginObject()
    while let name = try json.nextKey() {
      if name == "__metadata__" {
        guard !hasMetadata else { throw json.damaged("it has __metadata__ twice") }
        hasMetadata = true
        metadata = try Self.metadata(&json)
      } else {
        let tensor = try Self.tensor(named: name, &json, dataStart: dataStart, path: path)
        guard tensors.updateValue(tensor, forKey: name) == nil else {
          throw json.damaged("it has the tensor \(name) twice")
        }
      }
    }
    try json.end()

    var end = dataStart
    for (name, tensor) in tensors.sorted(by: { Self.isBefore($0.value, $1.value) }) {
      guard tensor.byteOffset == end else {
        throw json.damaged("the tensor \(name) begins at \(tensor.byteOffset - dataStart), not at \(end - dataStart)")
      }
      // No overflow: `tensor` has added the two.
      end += tensor.byteCount
    }
    guard end == bytes.byteCount else {
      throw json.damaged("its tensors end at byte \(end), the file at \(bytes.byteCount)")
    }
  }

  /// Empty tensors come before the one that begins at the same place.
  private static func isBefore(_ a: StoredTensor, _ b: StoredTensor) -> Bool {
    a.byteOffset != b.byteOffset ? a.byteOffset < b.byteOffset : a.byteCount < b.byteCount
  }

  /// Nil when the file is a pickle under another name.
  private static func headerLength(_ bytes: RawSpan, path: String) throws(WeightsError) -> Int? {
    var reader = ByteReader(bytes, path: path, format: "safetensors")
    let length = try reader.read(UInt64.self, for: "the length of its header")
    guard length <= UInt64(longest) else {
      // A zip archive, as torch.save writes since 2020, or a bare pickle of protocol 2.
      if length & 0xFFFF_FFFF == 0x0403_4B50 || length & 0xFFFF == 0x0280 { return nil }
      throw reader.damaged("it claims a header of \(length) bytes; the format allows \(longest)")
    }
    try reader.require(Int(length), for: "its header of \(length) bytes")
    return Int(length)
  }

  private static func metadata(_ json: inout HeaderReader) throws(WeightsError) -> [String: String] {
    var metadata: [String: String] = [:]
    try json.beginObject()
    while let key = try json.nextKey() {
      guard metadata.updateValue(try json.string(), forKey: key) == nil else {
        throw json.damaged("its __metadata__ has \(key) twice")
      }
    }
    return metadata
  }

  private static func tensor(
    named name: String, _ json: inout HeaderReader, dataStart: Int, path: String
  ) throws(WeightsError) -> StoredTensor {
    var typeName: String?
    var shape: [Int]?
    var offsets: [Int]?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "dtype" where typeName == nil: typeName = try json.string()
      case "shape" where shape == nil: shape = try counts(&json)
      case "data_offsets" where offsets == nil: offsets = try counts(&json)
      case "dtype", "shape", "data_offsets": throw json.damaged("the tensor \(name) has \(key) twice")
      default: try json.skipValue()
      }
    }
    guard let typeName, let shape, let offsets, offsets.count == 2 else {
      throw json.damaged("the tensor \(name) needs a dtype, a shape and two data_offsets")
    }
    // Block formats are GGUF's; safetensors has no name for them.
    guard let type = ElementType(rawValue: typeName), type.valuesPerBlock == 1 else {
      throw WeightsError.unsupported(path: path, what: "\(typeName) in the tensor \(name)")
    }
    guard let byteCount = StoredTensor.byteCount(type: type, shape: shape) else {
      throw json.damaged("the tensor \(name) of shape \(shape) has more bytes than can be counted")
    }
    let (size, isNegative) = offsets[1].subtractingReportingOverflow(offsets[0])
    guard !isNegative, size == byteCount else {
      throw json.damaged("the tensor \(name) of \(typeName) and shape \(shape) can't lie at \(offsets)")
    }
    guard !dataStart.addingReportingOverflow(offsets[1]).overflow else {
      throw json.damaged("the tensor \(name) lies at \(offsets), past the end")
    }
    return StoredTensor(type: type, shape: shape, byteOffset: dataStart + offsets[0], byteCount: byteCount)
  }

  private static func counts(_ json: inout HeaderReader) throws(WeightsError) -> [Int] {
    var counts: [Int] = []
    try json.beginArray()
    while try json.nextElement() { counts.append(try json.count()) }
    return counts
  }
}
