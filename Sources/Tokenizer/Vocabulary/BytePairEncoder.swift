/// Two tokens that become one.
struct Merge: Sendable, Equatable {
  var left: Int32
  var right: Int32
  var merged: Int32
}

/// Byte pair encoding of one word.
///
/// A word starts as one token per byte. Of all neighbouring pairs the one with the lowest rank (of equal ranks the
/// leftmost) becomes one token, until no pair is left that could. Short words search the ranks anew after each merge;
/// long ones keep them in a heap, so that n bytes without a space take O(n log n).
struct BytePairEncoder: Sendable {
  /// Where ranks come from.
  enum Ranks: Sendable {
    /// A list of merges.
    case merges(PairTable)
    /// The ids themselves: a pair may merge when its bytes together are a token (tiktoken).
    case ids
  }

  var ranks: Ranks
  var tokens: ByteTable
  /// Whether a word that is a token as it stands is taken whole, whatever the merges say.
  var takesWholeWords: Bool
  /// The token of each byte; -1 where the vocabulary has none.
  var byteTokens: [Int32]
  /// What stands for a byte that the vocabulary lacks; without it, such a byte is dropped.
  var unknown: Int32?

  // From this length on the heap is faster.
  private static let longWord = 96
  private static let noRank = UInt32.max

  private struct Symbol {
    var id: Int32
    var start: Int
    var end: Int
    /// The rank of the pair that it makes with the symbol after it.
    var rank: UInt32 = BytePairEncoder.noRank
    /// What that pair becomes.
    var merged: Int32 = -1
  }

  /// Appends the ids of the word.
  func encode(_ text: [UInt8], _ word: Range<Int>, into ids: inout [Int32]) {
    if takesWholeWords, let id = tokens.id(of: text, word.lowerBound, word.upperBound) {
      ids.append(id)
      return
    }
    var symbols: [Symbol] = []
    symbols.reserveCapacity(word.count)
    for position in word {
      var id = byteTokens[Int(text[position])]
      if id < 0 {
        guard let unknown else { continue }
        id = unknown
      }
      symbols.append(Symbol(id: id, start: position, end: position + 1))
    }
    if symbols.count < Self.longWord {
      mergeShort(&symbols, text)
      for symbol in symbols { ids.append(symbol.id) }
    } else {
      mergeLong(symbols, text, into: &ids)
    }
  }

  private func rate(_ left: inout Symbol, _ right: Symbol, _ text: [UInt8]) {
    left.rank = Self.noRank
    switch ranks {
    case .merges(let pairs):
      guard let entry = pairs.entry(left.id, right.id) else { return }
      left.rank = entry.rank
      left.merged = entry.merged
    case .ids:
      guard left.end == right.start, let id = tokens.id(of: text, left.start, right.end) else { return }
      left.rank = UInt32(bitPattern: id)
      left.merged = id
    }
  }

  private func mergeShort(_ symbols: inout [Symbol], _ text: [UInt8]) {
    guard symbols.count > 1 else { return }
    for index in 0..<(symbols.count - 1) { rate(&symbols[index], symbols[index + 1], text) }
    while true {
      var best = -1
      var bestRank = Self.noRank
      for index in symbols.indices where symbols[index].rank < bestRank {
        best = index
        bestRank = symbols[index].rank
      }
      guard best >= 0 else { return }
      symbols[best].id = symbols[best].merged
      symbols[best].end = symbols[best + 1].end
      symbols[best].rank = Self.noRank
      symbols.remove(at: best + 1)
      if best + 1 < symbols.count { rate(&symbols[best], symbols[best + 1], text) }
      if best > 0 { rate(&symbols[best - 1], symbols[best], text) }
    }
  }

  private func mergeLong(_ word: [Symbol], _ text: [UInt8], into ids: inout [Int32]) {
    var symbols = word
    let count = symbols.count
    var next = Array(1...count)
    var previous = Array(-1..<(count - 1))
    var heap = MinHeap()
    func push(_ index: Int) {
      if symbols[index].rank != Self.noRank { heap.push(UInt64(symbols[index].rank) << 32 | UInt64(index)) }
    }
    for index in 0..<(count - 1) {
      rate(&symbols[index], symbols[index + 1], text)
      push(index)
    }
    while let entry = heap.pop() {
      let index = Int(entry & 0xFFFF_FFFF)
      // Entries of pairs that have changed since are still in the heap.
      guard symbols[index].rank == UInt32(entry >> 32) else { continue }
      let swallowed = next[index]
      symbols[index].id = symbols[index].merged
      symbols[index].end = symbols[swallowed].end
      symbols[index].rank = Self.noRank
      symbols[swallowed].rank = Self.noRank
      next[index] = next[swallowed]
      if next[index] < count {
        previous[next[index]] = index
        rate(&symbols[index], symbols[next[index]], text)
        push(index)
      }
      if previous[index] >= 0 {
        rate(&symbols[previous[index]], symbols[index], text)
        push(previous[index])
      }
    }
    var index = 0
    while index < count {
      ids.append(symbols[index].id)
      index = next[index]
    }
  }
}
