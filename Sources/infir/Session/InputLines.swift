internal import Foundation

/// The lines that come from a descriptor, one at a time.
struct InputLines: Sequence, IteratorProtocol {
  private static let longestRead = 4096
  /// A line that never ends isn't kept whole.
  private static let longestLine = 1 << 20

  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var hasEnded = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its end; waits for it. The last one needs no end.
  mutating func next() -> String? {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        defer { pending.removeSubrange(...end) }
        return String(decoding: pending[..<end], as: UTF8.self)
      }
      guard !hasEnded, pending.count < Self.longestLine else {
        defer { pending = [] }
        return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self)
      }
      fill()
    }
  }

  private mutating func fill() {
    var bytes = [UInt8](repeating: 0, count: Self.longestRead)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      pending += bytes[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }
}
