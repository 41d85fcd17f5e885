/// Random numbers that are the same everywhere for the same seed (Steele, Lea, Flood: "Fast splittable pseudorandom
/// number generators").
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator with that seed.
  public init(seed: UInt64) { state = seed }

  /// A stream of its own for each seed and words, so that what is drawn under one name doesn't change the others.
  public init(seed: UInt64, _ words: String...) {
    // FNV-1a over the words, with a byte between them that UTF-8 hasn't.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in Array(word.utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    state = hash
    state = next() ^ seed
    state = next()
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in [0, 1) with 53 random bits.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from 0 up to, but not, `bound`; 0 where there is none.
  public mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }

  /// One of some values, of which there is one at least.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// The values in another order.
  public mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for index in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(index, below(index + 1)) }
    return values
  }
}
