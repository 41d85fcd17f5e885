import CTerminal

extension TerminalReplies {
  /// How long answers are waited for. Most terminals answer in a few milliseconds, one that is just starting or far away
  /// in a hundred or two; nearly all do.
  private static var longestWait: Duration { .milliseconds(500) }

  /// Asks the terminal about itself; it mustn't echo what comes, nor wait for the end of a line.
  static func asked() -> TerminalReplies {
    let questions = Array(TerminalReplies.questions.utf8)
    guard ct_write(questions, questions.count) else { return TerminalReplies() }
    let clock = ContinuousClock()
    let deadline = clock.now + longestWait
    var bytes: [UInt8] = []
    var replies = TerminalReplies()
    while !replies.isComplete, bytes.count < 4096 {
      let left = Int32((deadline - clock.now) / .milliseconds(1))
      guard left > 0 else { break }
      var piece = [UInt8](repeating: 0, count: 256)
      let count = ct_read_bytes(&piece, piece.count, left)
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
      replies = TerminalReplies(parsing: bytes)
    }
    return replies
  }

  /// As `asked()`, in a terminal that isn't taken over; keys that are pressed meanwhile are lost.
  static func askedQuietly() -> TerminalReplies {
    guard ct_hush() else { return TerminalReplies() }
    defer { ct_unhush() }
    return asked()
  }
}
