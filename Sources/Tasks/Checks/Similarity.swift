/// How alike two texts are.
enum Similarity {
  /// From 0 to 1, without regard to case: what Python's `difflib.SequenceMatcher.ratio` gives (Ratcliff and Obershelp's
  /// pattern matching), up to what difflib leaves out of long texts as too frequent.
  static func ratio(_ first: String, _ second: String) -> Double {
    // Nobody types more, and the time grows with the square.
    let (a, b) = (Array(first.lowercased().prefix(4000)), Array(second.lowercased().prefix(4000)))
    guard !a.isEmpty || !b.isEmpty else { return 1 }
    return 2 * Double(matching(a[...], b[...])) / Double(a.count + b.count)
  }

  private static func matching(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
    var total = 0
    var pending = [(a, b)]
    while let (a, b) = pending.popLast() {
      let (start, other, length) = longest(a, b)
      if length == 0 { continue }
      total += length
      pending.append((a[..<start], b[..<other]))
      pending.append((a[(start + length)...], b[(other + length)...]))
    }
    return total
  }

  /// The longest run that both have, the first of several.
  private static func longest(
    _ a: ArraySlice<Character>, _ b: ArraySlice<Character>
  ) -> (start: Int, other: Int, length: Int) {
    var best = (start: a.startIndex, other: b.startIndex, length: 0)
    // lengths[j] is the length of the run that ends at a[i] and b[j].
    var lengths = [Int](repeating: 0, count: b.count + 1)
    for i in a.indices {
      var diagonal = 0
      for (offset, j) in b.indices.enumerated() {
        let above = lengths[offset + 1]
        let length = a[i] == b[j] ? diagonal + 1 : 0
        diagonal = above
        lengths[offset + 1] = length
        if length > best.length { best = (i - length + 1, j - length + 1, length) }
      }
    }
    return best
  }
}
