/// Finds added tokens in a text: at each place the longest, then on behind it.
struct AddedTokenMatcher: Sendable {
  /// A piece of a text.
  enum Piece: Equatable {
    case text(Range<Int>)
    case token(Int32)
  }

  private let tokens: [AddedToken]
  // A trie: (node, byte) → node; node 0 is the root.
  private var children: [UInt64: Int] = [:]
  /// The index of the token that ends at a node; -1 where none does.
  private var ending = [-1]
  private var begins = [Bool](repeating: false, count: 256)

  init(_ tokens: [AddedToken]) {
    self.tokens = tokens
    for (index, token) in tokens.enumerated() {
      var node = 0
      for byte in token.text.utf8 {
        if node == 0 { begins[Int(byte)] = true }
        let key = Self.key(node, byte)
        if let child = children[key] {
          node = child
        } else {
          node = ending.count
          children[key] = node
          ending.append(-1)
        }
      }
      if node > 0 { ending[node] = index }
    }
  }

  private static func key(_ node: Int, _ byte: UInt8) -> UInt64 { UInt64(node) << 8 | UInt64(byte) }

  /// Cuts a part of a text at its added tokens. With `parsesSpecial` false, the special ones stay text.
  func pieces(of text: UTF8Text, in range: Range<Int>, parsesSpecial: Bool) -> [Piece] {
    guard !tokens.isEmpty else { return range.isEmpty ? [] : [.text(range)] }
    var pieces: [Piece] = []
    var done = range.lowerBound
    var position = range.lowerBound
    while position < range.upperBound {
      guard begins[Int(text.bytes[position])], let (token, matchEnd) = longest(text.bytes, position, range.upperBound)
      else {
        position += 1
        continue
      }
      var start = position
      var end = matchEnd
      position = matchEnd
      if token.isSpecial, !parsesSpecial { continue }
      if token.isSingleWord, touchesWord(text, start, end, in: range) { continue }
      if token.stripsLeft {
        while start > done {
          let before = text.start(before: start)
          guard before >= done, text.scalarClass(at: before).value.isSpace else { break }
          start = before
        }
      }
      if token.stripsRight {
        while end < range.upperBound {
          let (kind, next) = text.scalarClass(at: end)
          guard kind.isSpace else { break }
          end = next
        }
      }
      if start > done { pieces.append(.text(done..<start)) }
      pieces.append(.token(token.id))
      // The search goes on behind the token itself, so that a token which begins with stripped whitespace is found.
      done = max(done, end)
    }
    if done < range.upperBound { pieces.append(.text(done..<range.upperBound)) }
    return pieces
  }

  private func longest(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (AddedToken, Int)? {
    var node = 0
    var position = start
    var found: (AddedToken, Int)?
    while position < limit, let child = children[Self.key(node, bytes[position])] {
      node = child
      position += 1
      if ending[node] >= 0 { found = (tokens[ending[node]], position) }
    }
    return found
  }

  private func touchesWord(_ text: UTF8Text, _ start: Int, _ end: Int, in range: Range<Int>) -> Bool {
    if start > range.lowerBound, ScalarClass.isWord(text.scalar(at: text.start(before: start)).value) { return true }
    return end < range.upperBound && ScalarClass.isWord(text.scalar(at: end).value)
  }
}
