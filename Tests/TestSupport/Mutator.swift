internal import Foundation

/// SplitMix64, so that tests draw the same numbers everywhere.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  /// A generator with that seed.
  public init(seed: UInt64) { state = seed }
  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Damages files the way disks, downloads and attackers do, for parsers that must never crash.
public struct Mutator: Sendable {
  private var generator: SeededGenerator

  /// How many inputs a parser is given: `INFIR_FUZZ_INPUTS`, or 2,000.
  public static var inputs: Int { Int(ProcessInfo.processInfo.environment["INFIR_FUZZ_INPUTS"] ?? "") ?? 2_000 }

  /// A mutator with that seed.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A damaged copy: one to four of cut, flipped bits, replaced bytes, interesting integers, inserted, doubled and
  /// removed runs.
  public mutating func mutate(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &generator)] }
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      // Headers are where the lies that matter are told.
      let place = Bool.random(using: &generator) ? at : Int.random(in: 0..<min(bytes.count, 256), using: &generator)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes.removeSubrange(at...)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 3:
        let interesting: [UInt64] = [
          0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, UInt64(Int64.max), .max,
        ]
        let value = interesting[Int.random(in: 0..<interesting.count, using: &generator)]
        for index in 0..<[1, 2, 4, 8][Int.random(in: 0..<4, using: &generator)] where place + index < bytes.count {
          bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))
        }
      case 4:
        let count = Int.random(in: 1...16, using: &generator)
        bytes.insert(contentsOf: (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, at: place)
      case 5:
        let end = min(bytes.count, place + Int.random(in: 1...64, using: &generator))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 6:
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...64, using: &generator)))
      default:
        let digits = Array("0123456789-[]{}\",:e.".utf8)
        bytes[place] = digits[Int.random(in: 0..<digits.count, using: &generator)]
      }
    }
    return bytes
  }
}
