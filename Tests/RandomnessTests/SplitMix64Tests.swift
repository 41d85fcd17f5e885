import Randomness
import Testing

@Suite struct SplitMix64Tests {
  @Test func givesTheNumbersOfTheReference() {
    // The first outputs of Sebastiano Vigna's splitmix64.c for the seed 1234567.
    var random = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func everySeedAndEveryNameHasAStreamOfItsOwn() {
    func first(_ random: SplitMix64) -> UInt64 {
      var random = random
      return random.next()
    }
    let streams = [
      SplitMix64(seed: 1), SplitMix64(seed: 2), SplitMix64(seed: 1, "a"), SplitMix64(seed: 2, "a"),
      SplitMix64(seed: 1, "b"), SplitMix64(seed: 1, "a", "b"), SplitMix64(seed: 1, "ab"),
    ]
    #expect(Set(streams.map(first)).count == streams.count)
    #expect(first(SplitMix64(seed: 1, "a", "b")) == first(SplitMix64(seed: 1, "a", "b")))
  }

  @Test func staysBelowItsBound() {
    var random = SplitMix64(seed: 3)
    #expect(Set((0..<200).map { _ in random.below(5) }) == [0, 1, 2, 3, 4])
    #expect(random.below(0) == 0)
    #expect((0..<200).allSatisfy { _ in (0..<1).contains(random.nextUnit()) })
  }

  @Test func shufflingKeepsEveryValue() {
    var random = SplitMix64(seed: 4)
    let values = Array(0..<50)
    let shuffled = random.shuffled(values)
    #expect(shuffled != values)
    #expect(shuffled.sorted() == values)
  }
}
