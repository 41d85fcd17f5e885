/// What a command printed: runs of standard output and standard error in the order they came.
struct ShellOutput: Sendable, Equatable {
  struct Chunk: Sendable, Equatable {
    var isError: Bool
    var bytes: [UInt8]
  }
  var chunks: [Chunk] = []

  mutating func append(_ bytes: [UInt8], isError: Bool) {
    guard !bytes.isEmpty else { return }
    if let last = chunks.indices.last, chunks[last].isError == isError {
      chunks[last].bytes += bytes
    } else {
      chunks.append(Chunk(isError: isError, bytes: bytes))
    }
  }

  /// Only one of the two.
  func bytes(isError: Bool) -> [UInt8] { chunks.reduce(into: []) { if $1.isError == isError { $0 += $1.bytes } } }
  /// Both, as a terminal shows them.
  var merged: [UInt8] { chunks.reduce(into: []) { $0 += $1.bytes } }
}
