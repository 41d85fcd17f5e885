import Testing

@testable import Weights

@Suite struct BFloat16Tests {
  @Test func everyPatternRoundsToItself() {
    let wrong = (0...UInt16.max).filter { pattern in
      let value = Float(bitPattern: UInt32(pattern) << 16)
      let bits = BFloat16.bits(nearestTo: value)
      return value.isNaN ? !Float(bitPattern: UInt32(bits) << 16).isNaN : bits != pattern
    }
    #expect(wrong.isEmpty, "\(wrong.count) patterns, the first \(wrong.prefix(5))")
  }

  @Test(
    arguments: [
      (0x3F80_7FFF, 0x3F80), (0x3F80_8000, 0x3F80), (0x3F80_8001, 0x3F81), (0x3F81_8000, 0x3F82), (0xBF80_8001, 0xBF81),
      (0x7F7F_FFFF, 0x7F80), (0x7F80_0001, 0x7FC0), (0x0000_8001, 0x0001),
    ] as [(UInt32, UInt16)])
  func othersRoundToTheNearestEven(float: UInt32, expected: UInt16) {
    #expect(BFloat16.bits(nearestTo: Float(bitPattern: float)) == expected)
  }
}
