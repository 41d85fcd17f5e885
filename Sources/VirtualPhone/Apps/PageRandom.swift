/// The random numbers of the pages in `tasks/pages`, which have the same in JavaScript: George Marsaglia's xorshift32.
struct PageRandom {
  private var state: UInt32

  /// - Parameter seed: a number's digits; what isn't one counts as 0.
  init(_ seed: String) {
    let number = UInt32(truncatingIfNeeded: UInt64(seed) ?? 0) ^ 0x9E37_79B9
    state = number == 0 ? 1 : number
    // Small seeds differ in a few bits only, and so do the first numbers.
    for _ in 0..<8 { _ = next() }
  }

  mutating func next() -> UInt32 {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return state
  }

  /// A number from 0 up to, but not, `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt32(bound)) }
}
