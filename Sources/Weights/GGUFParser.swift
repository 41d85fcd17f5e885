internal import Kernels

/// Reads everything of a GGUF file before its data, and checks that the data is there.
struct GGUFParser: ~Escapable {
  /// What a file says.
  struct Contents {
    var version = 0
    var metadata: [String: GGUF.Value] = [:]
    var tensors: [String: StoredTensor] = [:]
  }

  /// Far more than any vocabulary has; keeps a lie of a file that is large, or sparse, from filling memory.
  private static let mostArrayElements = 1 << 25
  /// The format allows arrays of arrays of arrays; nobody writes them.
  private static let deepestArray = 8

  private var reader: ByteReader
  private var arrayElements = 0

  static func parse(_ bytes: RawSpan, path: String) throws(WeightsError) -> Contents {
    var parser = GGUFParser(bytes, path: path)
    return try parser.contents(fileSize: bytes.byteCount)
  }

  @_lifetime(copy bytes)
  private init(_ bytes: RawSpan, path: String) {
    reader = ByteReader(bytes, path: path, format: "GGUF")
  }

  private mutating func contents(fileSize: Int) throws(WeightsError) -> Contents {
    var contents = Contents()
    guard try reader.read(UInt32.self, for: "the first four bytes") == 0x4655_4747 else {
      throw reader.damaged("it doesn't begin with the letters GGUF")
    }
    let version = try reader.read(UInt32.self, for: "the version")
    guard version & 0xFFFF != 0 else { throw reader.unsupported("GGUF in big-endian byte order") }
    guard version == 2 || version == 3 else { throw reader.unsupported("GGUF version \(version)") }
    contents.version = Int(version)
    // A name is at least its length; so is a key, with a type and one byte of value.
    let tensorCount = try reader.readCount(bytesEach: 24, of: "tensors")
    let pairCount = try reader.readCount(bytesEach: 13, of: "key-value pairs")

    for _ in 0..<pairCount {
      let key = try name(of: "key")
      let type = try reader.read(UInt32.self, for: "the type of \(key)")
      let value = try value(of: type, key: key, depth: 0)
      guard contents.metadata.updateValue(value, forKey: key) == nil else {
        throw reader.damaged("it has the key \(key) twice")
      }
    }
    if case .unsigned(let parts) = contents.metadata["split.count"], parts > 1 {
      throw reader.unsupported("one of \(parts) parts of a split GGUF (llama-gguf-split --merge joins them)")
    }
    let alignment = try alignment(contents.metadata)
    let declarations = try (0..<tensorCount).map { (_) throws(WeightsError) in try declaration() }
    let dataStart = try padded(reader.offset, to: alignment)
    for tensor in declarations {
      let stored = try locate(tensor, dataStart: dataStart, alignment: alignment, fileSize: fileSize)
      guard contents.tensors.updateValue(stored, forKey: tensor.name) == nil else {
        throw reader.damaged("it has the tensor \(tensor.name) twice")
      }
    }
    try checkOverlap(contents.tensors)
    return contents
  }

  // MARK: - Metadata

  private mutating func string(for what: @autoclosure () -> String) throws(WeightsError) -> String {
    let count = try reader.readCount(bytesEach: 1, of: "bytes of \(what())")
    return String(repairingUTF8: reader.take(count))
  }

  private mutating func name(of what: String) throws(WeightsError) -> String {
    let count = try reader.readCount(bytesEach: 1, of: "bytes of a \(what)")
    // Ggml's own limit for keys; names of tensors are shorter still.
    guard count <= 65_535 else { throw reader.damaged("a \(what) of \(count) bytes") }
    guard let name = String(validUTF8: reader.take(count)) else { throw reader.damaged("a \(what) is not UTF-8") }
    return name
  }

  private mutating func value(of type: UInt32, key: String, depth: Int) throws(WeightsError) -> GGUF.Value {
    switch type {
    case 0: return .unsigned(UInt64(try reader.read(UInt8.self, for: key)))
    case 1: return .signed(Int64(try reader.read(Int8.self, for: key)))
    case 2: return .unsigned(UInt64(try reader.read(UInt16.self, for: key)))
    case 3: return .signed(Int64(try reader.read(Int16.self, for: key)))
    case 4: return .unsigned(UInt64(try reader.read(UInt32.self, for: key)))
    case 5: return .signed(Int64(try reader.read(Int32.self, for: key)))
    case 6: return .float(try float32(key))
    case 7: return .bool(try bool(key))
    case 8: return .string(try string(for: key))
    case 9: return try array(key: key, depth: depth)
    case 10: return .unsigned(try reader.read(UInt64.self, for: key))
    case 11: return .signed(try reader.read(Int64.self, for: key))
    case 12: return .float(try float64(key))
    default: throw reader.damaged("\(key) has the type \(type), which GGUF doesn't define")
    }
  }

  private mutating func array(key: String, depth: Int) throws(WeightsError) -> GGUF.Value {
    guard depth < Self.deepestArray else { throw reader.damaged("\(key) nests arrays deeper than \(depth)") }
    let type = try reader.read(UInt32.self, for: "the type of \(key)")
    let bytesEach: Int
    switch type {
    case 0, 1, 7: bytesEach = 1
    case 2, 3: bytesEach = 2
    case 4, 5, 6: bytesEach = 4
    case 8, 10, 11, 12: bytesEach = 8
    case 9: bytesEach = 12
    default: throw reader.damaged("\(key) is an array of the type \(type), which GGUF doesn't define")
    }
    let count = try reader.readCount(bytesEach: bytesEach, of: "elements of \(key)")
    arrayElements += count
    guard arrayElements <= Self.mostArrayElements else {
      throw reader.unsupported("more than \(Self.mostArrayElements) elements in its arrays (\(key) has \(count))")
    }
    switch type {
    case 0: return .integers(try integers(UInt8.self, count: count, key: key))
    case 1: return .integers(try integers(Int8.self, count: count, key: key))
    case 2: return .integers(try integers(UInt16.self, count: count, key: key))
    case 3: return .integers(try integers(Int16.self, count: count, key: key))
    case 4: return .integers(try integers(UInt32.self, count: count, key: key))
    case 5: return .integers(try integers(Int32.self, count: count, key: key))
    case 11: return .integers(try integers(Int64.self, count: count, key: key))
    case 6:
      var values: [Double] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try float32(key)) }
      return .numbers(values)
    case 12:
      var values: [Double] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try float64(key)) }
      return .numbers(values)
    case 7:
      var values: [Bool] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try bool(key)) }
      return .bools(values)
    case 8:
      var values: [String] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try string(for: key)) }
      return .strings(values)
    case 10:
      var values: [UInt64] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try reader.read(UInt64.self, for: key)) }
      let integers = values.compactMap { Int(exactly: $0) }
      return integers.count == count ? .integers(integers) : .array(values.map { .unsigned($0) })
    default:
      var values: [GGUF.Value] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try array(key: key, depth: depth + 1)) }
      return .array(values)
    }
  }

  /// For types whose values all fit in `Int`.
  private mutating func integers<Number: FixedWidthInteger & BitwiseCopyable>(
    _: Number.Type, count: Int, key: String
  ) throws(WeightsError) -> [Int] {
    var values: [Int] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(Int(try reader.read(Number.self, for: key))) }
    return values
  }

  private mutating func float32(_ key: String) throws(WeightsError) -> Double {
    Double(Float(bitPattern: try reader.read(UInt32.self, for: key)))
  }

  private mutating func float64(_ key: String) throws(WeightsError) -> Double {
    Double(bitPattern: try reader.read(UInt64.self, for: key))
  }

  private mutating func bool(_ key: String) throws(WeightsError) -> Bool {
    switch try reader.read(UInt8.self, for: key) {
    case 0: return false
    case 1: return true
    case let other: throw reader.damaged("\(key) should be 0 or 1 and is \(other)")
    }
  }

  private func alignment(_ metadata: [String: GGUF.Value]) throws(WeightsError) -> Int {
    guard let value = metadata["general.alignment"] else { return 32 }
    // A page of the largest kind in use is the most that could make sense.
    guard case .unsigned(let alignment) = value, alignment > 0, alignment <= 1 << 30, alignment & (alignment - 1) == 0
    else { throw reader.damaged("general.alignment is \(value), not a power of two") }
    return Int(alignment)
  }

  // MARK: - Tensors

  private struct Declaration {
    let name: String
    let type: ElementType
    let shape: [Int]
    let offset: UInt64
  }

  private mutating func declaration() throws(WeightsError) -> Declaration {
    let name = try name(of: "tensor's name")
    let dimensions = try reader.read(UInt32.self, for: "the tensor \(name)")
    guard dimensions <= 4 else {
      throw reader.damaged("the tensor \(name) has \(dimensions) dimensions; GGUF has four")
    }
    var shape: [Int] = []
    for _ in 0..<dimensions {
      let size = try reader.read(UInt64.self, for: "the shape of the tensor \(name)")
      guard let size = Int(exactly: size) else { throw reader.damaged("a dimension of the tensor \(name) is \(size)") }
      shape.insert(size, at: 0)
    }
    let code = try reader.read(UInt32.self, for: "the type of the tensor \(name)")
    guard let type = GGUFType.elementType(code: code) else {
      throw reader.unsupported("\(GGUFType.name(code: code)) in the tensor \(name)")
    }
    return Declaration(
      name: name, type: type, shape: shape, offset: try reader.read(UInt64.self, for: "the tensor \(name)"))
  }

  private func padded(_ offset: Int, to alignment: Int) throws(WeightsError) -> Int {
    let (sum, overflows) = offset.addingReportingOverflow(alignment - 1)
    guard !overflows else { throw reader.damaged("general.alignment is \(alignment)") }
    return sum & ~(alignment - 1)
  }

  private func locate(
    _ tensor: Declaration, dataStart: Int, alignment: Int, fileSize: Int
  ) throws(WeightsError) -> StoredTensor {
    guard let byteCount = StoredTensor.byteCount(type: tensor.type, shape: tensor.shape) else {
      throw reader.damaged("the tensor \(tensor.name) has the shape \(tensor.shape), which \(tensor.type) can't have")
    }
    guard tensor.offset % UInt64(alignment) == 0 else {
      throw reader.damaged("the tensor \(tensor.name) begins at \(tensor.offset), which is no multiple of \(alignment)")
    }
    // Subtractions only: no sum of numbers from the file can overflow.
    let available = max(fileSize - dataStart, 0)
    guard byteCount <= available, tensor.offset <= UInt64(available - byteCount) else {
      throw reader.damaged(
        "the tensor \(tensor.name) should have \(byteCount) bytes from \(tensor.offset) on, and the data ends at "
          + "\(available)")
    }
    // An empty tensor may stand where the data begins in a file that ends before its padding does.
    let offset = min(dataStart + Int(tensor.offset), fileSize)
    return StoredTensor(type: tensor.type, shape: tensor.shape, byteOffset: offset, byteCount: byteCount)
  }

  private func checkOverlap(_ tensors: [String: StoredTensor]) throws(WeightsError) {
    let sorted = tensors.filter { $0.value.byteCount > 0 }.sorted { $0.value.byteOffset < $1.value.byteOffset }
    for (first, second) in zip(sorted, sorted.dropFirst())
    where first.value.byteOffset + first.value.byteCount > second.value.byteOffset {
      throw reader.damaged("the tensors \(first.key) and \(second.key) overlap")
    }
  }
}
