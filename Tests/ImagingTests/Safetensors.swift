import Foundation
import Testing

/// Tensors by name from a safetensors file; only what tests of this target need.
///
///   0  8      n, little-endian
///   8  n      JSON: {"name": {"dtype": "U8", "shape": […], "data_offsets": [begin, end]}, …}
///   8+n       values
struct Safetensors {
  private struct Entry: Decodable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }

  private let data: Data
  private let start: Int
  private let entries: [String: Entry]

  init(contentsOf path: String) throws {
    data = try Data(contentsOf: URL(fileURLWithPath: path))
    start = 8 + data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    entries = try JSONDecoder().decode([String: Entry].self, from: data[8..<start])
  }

  func shape(_ name: String) throws -> [Int] { try #require(entries[name]).shape }

  func bytes(_ name: String) throws -> [UInt8] {
    let offsets = try #require(entries[name]).data_offsets
    return [UInt8](data[(start + offsets[0])..<(start + offsets[1])])
  }

  func floats(_ name: String) throws -> [Float] {
    let bytes = try bytes(name)
    return stride(from: 0, to: bytes.count, by: 4).map { at in
      Float(bitPattern: (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << (8 * UInt32($1)) })
    }
  }
}
