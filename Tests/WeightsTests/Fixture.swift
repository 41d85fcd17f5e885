import Foundation
import Kernels
import Testing
import Weights

/// What `Fixtures/make_fixtures.py` wrote.
enum Fixture {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)").path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
}

extension Storage {
  /// Bytes in memory; eight at a time, since a debug build takes its time for each store.
  convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { memory in
      let source = bytes.span.bytes
      var index = 0
      while index + 8 <= bytes.count {
        memory.storeBytes(
          of: source.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self), toByteOffset: index, as: UInt64.self)
        index += 8
      }
      while index < bytes.count {
        memory.storeBytes(of: bytes[index], toByteOffset: index, as: UInt8.self)
        index += 1
      }
    }
  }
}

extension Tensor {
  /// All values of a weight.
  var floats: [Float] {
    var values = Array(repeating: Float.nan, count: count)
    var span = values.mutableSpan
    dequantise(self, rows: 0..<rows, into: &span)
    return values
  }

  /// All bytes.
  var bytes: [UInt8] {
    storage.withBytes { all in
      (0..<byteCount).map { all.unsafeLoad(fromByteOffset: byteOffset + $0, as: UInt8.self) }
    }
  }
}

/// Touches every byte of every tensor, so that one out of bounds shows itself.
func readEverything(_ source: some WeightSource) -> UInt64 {
  var sum: UInt64 = 0
  for name in source.tensorNames {
    guard let tensor = source.tensor(named: name) else {
      Issue.record("\(name) is listed and not there")
      continue
    }
    tensor.storage.withBytes { all in
      for index in tensor.byteOffset..<(tensor.byteOffset + tensor.byteCount) {
        sum &+= UInt64(all.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      }
    }
    if tensor.type.isWeight, tensor.count > 0 {
      var values = Array(repeating: Float(0), count: tensor.count)
      var span = values.mutableSpan
      dequantise(tensor, rows: 0..<tensor.rows, into: &span)
    }
  }
  return sum
}
