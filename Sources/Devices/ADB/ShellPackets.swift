// A packet of the shell protocol, version 2 (adb's shell_protocol.h):
//
//   byte 0      what it is: 0 standard input, 1 output, 2 errors, 3 exit code (one byte), 4 close input, 5 window size
//   bytes 1–4   length of what follows, little-endian
//   bytes 5…    the bytes

/// Takes a shell's answer apart as it comes.
struct ShellPackets {
  /// Standard output so far.
  private(set) var output: [UInt8] = []
  /// Standard error so far.
  private(set) var errors: [UInt8] = []
  /// The exit code, once it has come: nothing comes after it.
  private(set) var code: Int32?
  private var rest: [UInt8] = []
  private let limit: Int

  private static let headerLength = 5

  /// - Parameter limit: how many bytes of output and errors are taken.
  init(limit: Int) { self.limit = limit }

  /// What is wrong with an answer.
  struct Garbled: Error, Equatable { let reason: String }

  /// Takes the next bytes.
  mutating func append(_ bytes: [UInt8]) throws(Garbled) {
    guard code == nil else { return }
    rest += bytes
    var start = 0
    while code == nil, rest.count - start >= Self.headerLength {
      let length = (1...4).reduce(0) { $0 | Int(rest[start + $1]) << (8 * ($1 - 1)) }
      guard length <= limit else { throw Garbled(reason: "a packet of \(length) bytes") }
      guard rest.count - start - Self.headerLength >= length else { break }
      let payload = rest[start + Self.headerLength..<start + Self.headerLength + length]
      switch rest[start] {
      case 1: output += payload
      case 2: errors += payload
      case 3: code = Int32(payload.first ?? 0)
      case let kind: throw Garbled(reason: "a packet of kind \(kind)")
      }
      guard output.count + errors.count <= limit else { throw Garbled(reason: "more than \(limit) bytes") }
      start += Self.headerLength + length
    }
    rest.removeFirst(start)
  }
}
