internal import JSON
public import Kernels

/// Writes a `.safetensors` file as a stream: all shapes are declared first, then the values follow in that order.
///
/// The file appears under its name only when it is whole (it is written beside it, synced and renamed); a writer that
/// goes away before `finish` takes what it has written with it. Nothing is held back in memory.
///
/// In the file, types with larger elements come first, as the reference implementation has it: with a header of a
/// multiple of eight bytes every tensor is then aligned for its type, whatever the order of declaration.
public struct SafetensorsWriter: ~Copyable {
  /// What the header says of one tensor.
  public struct Declaration: Sendable {
    /// Its name.
    public let name: String
    /// F32, F16, BF16 or another plain type; block formats have no name in safetensors.
    public let type: ElementType
    /// Its shape.
    public let shape: [Int]
    /// Declares a tensor.
    public init(name: String, type: ElementType, shape: [Int]) {
      self.name = name
      self.type = type
      self.shape = shape
    }
  }

  let path: String
  private let declarations: [Declaration]
  /// Where each tensor lies in the file, in the order of declaration.
  private let places: [Range<Int>]
  private var file: OutputFile
  /// The tensor that the next bytes belong to, and how many of its bytes are there.
  private var index = 0
  private var written = 0

  /// Starts a file with that header.
  ///
  /// - Throws: `unwritable` when the place can't be written, a name is there twice or is `__metadata__`, or the sizes
  ///   are absurd; `unsupported` for block formats.
  public init(path: String, declarations: [Declaration], metadata: [String: String] = [:]) throws(WeightsError) {
    var names: Set<String> = ["__metadata__"]
    for tensor in declarations {
      guard names.insert(tensor.name).inserted else {
        throw .unwritable(path: path, reason: "no second tensor can have the name \(tensor.name)")
      }
      guard tensor.type.valuesPerBlock == 1 else {
        throw .unsupported(path: path, what: "\(tensor.type) in the tensor \(tensor.name)")
      }
    }
    let inFile = declarations.indices.sorted { a, b in
      let (first, second) = (declarations[a].type.bytesPerBlock, declarations[b].type.bytesPerBlock)
      return first != second ? first > second : a < b
    }
    var places = Array(repeating: 0..<0, count: declarations.count)
    var end = 0
    for index in inFile {
      let tensor = declarations[index]
      let byteCount = StoredTensor.byteCount(type: tensor.type, shape: tensor.shape)
      // 2^62 leaves room for the header.
      guard let byteCount, byteCount < 1 << 62, end + byteCount < 1 << 62 else {
        throw .unwritable(path: path, reason: "the tensor \(tensor.name) of shape \(tensor.shape) is too large")
      }
      places[index] = end..<(end + byteCount)
      end += byteCount
    }
    let header = Self.header(inFile.map { (declarations[$0], places[$0]) }, metadata: metadata)
    guard header.count <= 8 + SafetensorsHeader.longest else {
      throw .unwritable(path: path, reason: "a header of \(header.count) bytes is longer than the format allows")
    }
    let file = try Self.begin(path, header: header)
    self.file = file
    self.path = path
    self.declarations = declarations
    self.places = places.map { ($0.lowerBound + header.count)..<($0.upperBound + header.count) }
  }

  /// The tensor that the next bytes belong to, or nil when all are written.
  public var next: Declaration? {
    mutating get {
      while index < places.count, written == places[index].count {
        index += 1
        written = 0
      }
      return index < places.count ? declarations[index] : nil
    }
  }

  /// The values that the next tensor is still without.
  var valuesLeft: Int {
    mutating get {
      guard let declaration = next else { return 0 }
      return (places[index].count - written) / declaration.type.bytesPerBlock * declaration.type.valuesPerBlock
    }
  }

  /// Appends the next bytes of the next tensor, in declaration order; may be called several times for one tensor.
  ///
  /// - Throws: `unwritable` when the disk is full, or when the bytes are more than the tensor has left.
  public mutating func append(_ bytes: RawSpan) throws(WeightsError) {
    guard bytes.byteCount > 0 else { return }
    guard let tensor = next else { throw .unwritable(path: path, reason: "more bytes came than were declared") }
    guard bytes.byteCount <= places[index].count - written else {
      throw .unwritable(
        path: path, reason: "the tensor \(tensor.name) of \(places[index].count) bytes was given more than those")
    }
    do {
      try file.write(bytes, at: places[index].lowerBound + written)
    } catch {
      throw WeightsError(error)
    }
    written += bytes.byteCount
  }

  /// Checks that every declared byte was written, syncs, and gives the file its name.
  ///
  /// - Throws: `unwritable`; nothing of the file is left then.
  public consuming func finish() throws(WeightsError) {
    if let tensor = next {
      throw .unwritable(
        path: path, reason: "the tensor \(tensor.name) has \(written) of its \(places[index].count) bytes")
    }
    do {
      try file.commit()
    } catch {
      throw WeightsError(error)
    }
  }

  private static func begin(_ path: String, header: [UInt8]) throws(WeightsError) -> OutputFile {
    do {
      var file = try OutputFile(path: path)
      try file.write(header.span.bytes, at: 0)
      return file
    } catch {
      throw WeightsError(error)
    }
  }

  // MARK: - Header

  private static func header(
    _ tensors: [(declaration: Declaration, place: Range<Int>)], metadata: [String: String]
  ) -> [UInt8] {
    var header = JSONObject()
    if !metadata.isEmpty {
      let pairs = metadata.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
      header["__metadata__"] = .object(JSONObject(pairs))
    }
    for (tensor, place) in tensors {
      let entry: JSONValue = [
        "dtype": .string(tensor.type.rawValue), "shape": .array(tensor.shape.map(JSONValue.integer)),
        "data_offsets": [.integer(place.lowerBound), .integer(place.upperBound)],
      ]
      header.members.append(JSONObject.Member(key: tensor.name, value: entry))
    }
    var json = Array(header.text.utf8)
    // Spaces, as the reference pads, so that the data begins at a multiple of eight.
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json
  }
}
