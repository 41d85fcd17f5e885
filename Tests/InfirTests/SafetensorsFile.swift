import JSON
import Foundation
import Testing

/// A safetensors file taken apart, so that tests can lie in its header: its length (8 bytes), the header (JSON), the data.
struct SafetensorsFile {
  var header: [String: Any]
  var data: Data

  init(path: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let json = try JSONSerialization.jsonObject(with: bytes.dropFirst(8).prefix(length))
    header = try #require(json as? [String: Any])
    data = bytes.dropFirst(8 + length)
  }

  /// The first tensor of two dimensions by name: any will do.
  var matrix: String {
    header.keys.sorted().first { ((header[$0] as? [String: Any])?["shape"] as? [Int])?.count == 2 } ?? ""
  }

  /// Changes what the header says of a tensor.
  mutating func set(_ key: String, of name: String, to value: Any) {
    var entry = header[name] as? [String: Any] ?? [:]
    entry[key] = value
    header[name] = entry
  }

  /// A tensor's shape.
  func shape(of name: String) -> [Int] { (header[name] as? [String: Any])?["shape"] as? [Int] ?? [] }

  func write(to path: String) throws {
    let json = try JSONSerialization.data(withJSONObject: header)
    var bytes = Data((0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) })
    bytes.append(json)
    bytes.append(data)
    try bytes.write(to: URL(fileURLWithPath: path))
  }
}
