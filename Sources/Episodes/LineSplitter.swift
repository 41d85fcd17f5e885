/// Cuts a stream of bytes into lines without ever holding more than one line and one piece.
struct LineSplitter {
  /// A line without its end.
  struct Line: Equatable {
    /// Its number, from 1.
    var number: Int
    /// Its bytes; empty where it is too long.
    var bytes: [UInt8]
    /// Whether a line end follows.
    var isTerminated = true
    /// Whether it was longer than the limit.
    var isTooLong = false
  }

  /// The longest line in bytes.
  let limit: Int
  private var pending: [UInt8] = []
  private var isSkipping = false
  private var number = 1

  init(limit: Int) { self.limit = limit }

  /// The lines that end in this piece.
  mutating func add(_ piece: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = piece[...]
    while let end = rest.firstIndex(of: 0x0A) {
      take(rest[..<end])
      lines.append(line(isTerminated: true))
      rest = rest[(end + 1)...]
    }
    take(rest)
    return lines
  }

  /// What follows the last line end, if anything does.
  mutating func finish() -> Line? { pending.isEmpty && !isSkipping ? nil : line(isTerminated: false) }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    if pending.count + bytes.count > limit {
      isSkipping = true
      pending = []
    } else {
      pending += bytes
    }
  }

  private mutating func line(isTerminated: Bool) -> Line {
    defer {
      pending = []
      isSkipping = false
      number += 1
    }
    return Line(number: number, bytes: pending, isTerminated: isTerminated, isTooLong: isSkipping)
  }
}
