import Testing

@testable import Kernels

/// Values that Python's gguf computes are compared in `WeightsTests/GGUFTests.swift`.
@Suite struct DequantiseTests {
  private func values(_ type: ElementType, _ bytes: [UInt8], shape: [Int], offset: Int = 0, rows: Range<Int>? = nil)
    -> [Float]
  {
    let storage = Storage(count: bytes.count) { memory in
      for (index, byte) in bytes.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
    }
    let tensor = Tensor(shape: shape, type: type, storage: storage, byteOffset: offset)
    let rows = rows ?? 0..<tensor.rows
    var values = Array(repeating: Float(-1), count: rows.count * tensor.columns)
    var span = values.mutableSpan
    dequantise(tensor, rows: rows, into: &span)
    return values
  }

  private func littleEndian(_ values: [UInt16]) -> [UInt8] {
    values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  private static let everyPattern = (0...UInt16.max).map { $0 }

  @Test func everyFloat16KeepsItsValue() {
    let values = values(.f16, littleEndian(Self.everyPattern), shape: [256, 256])
    var wrong: [UInt16] = []
    for (pattern, value) in zip(Self.everyPattern, values) {
      // From the definition: sign, five bits of exponent, ten of fraction.
      let sign: Float = pattern & 0x8000 == 0 ? 1 : -1
      let exponent = Int(pattern >> 10 & 31)
      let fraction = Float(pattern & 1023)
      let isRight: Bool
      switch exponent {
      case 0: isRight = value.bitPattern == (sign * fraction * 0x1p-24).bitPattern
      case 31:
        isRight = fraction == 0 ? value == sign * .infinity : value.isNaN && value.sign == (sign > 0 ? .plus : .minus)
      default: isRight = value == sign * (1024 + fraction) * Float(sign: .plus, exponent: exponent - 25, significand: 1)
      }
      if !isRight { wrong.append(pattern) }
    }
    #expect(wrong.isEmpty, "\(wrong.count) patterns, the first \(wrong.prefix(5))")
  }

  @Test func everyBFloat16IsTheUpperHalfOfAFloat() {
    let values = values(.bf16, littleEndian(Self.everyPattern), shape: [65_536])
    let wrong = zip(Self.everyPattern, values).filter { $1.bitPattern != UInt32($0) << 16 }
    #expect(wrong.isEmpty, "\(wrong.count) patterns, the first \(wrong.prefix(5))")
  }

  @Test func rowsAreTakenFromTheMiddle() {
    let patterns = (0..<12).map { UInt16(0x3F80 + $0) }
    let all = values(.bf16, littleEndian(patterns), shape: [2, 2, 3])
    #expect(values(.bf16, littleEndian(patterns), shape: [2, 2, 3], rows: 1..<3) == Array(all[3..<9]))
    #expect(values(.bf16, littleEndian(patterns), shape: [2, 2, 3], rows: 4..<4) == [])
  }

  @Test func blocksMayStartAtAnOddByte() {
    // Scale 1, then -16 … 15.
    let block: [UInt8] = [0x00, 0x3C] + (0..<32).map { UInt8(bitPattern: Int8($0 - 16)) }
    #expect(values(.q8_0, [9, 9, 9] + block, shape: [32], offset: 3) == (0..<32).map { Float($0 - 16) })
  }

  @Test func lowNibblesComeBeforeHighOnes() {
    let block: [UInt8] = [0x00, 0x3C] + (0..<16).map { UInt8($0 | (15 - $0) << 4) }
    let expected = (0..<16).map { Float($0 - 8) } + (0..<16).map { Float(7 - $0) }
    #expect(values(.q4_0, block, shape: [32]) == expected)
  }

  @Test func aTensorWithoutValuesIsNothing() {
    #expect(values(.q4_K, [], shape: [0, 256]) == [])
    #expect(values(.f32, [], shape: [3, 0]) == [])
  }
}
